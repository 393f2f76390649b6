package dev.assay.cli;

import dev.assay.cli.console.Console;
import dev.assay.core.progress.Progress;
import dev.assay.pipeline.run.Surroundings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that every verb takes: {@link Mixin} of all of them. */
final class CommonOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec verb;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Option(
      names = "--home",
      paramLabel = "FOLDER",
      description = {
        "The folder of bundles, history and ledger.",
        "Default: $ASSAY_HOME, else .assay beside the experiment."
      })
  private @Nullable Path home;

  @Option(
      names = "--database",
      paramLabel = "JDBC-URL",
      description = {
        "A PostgreSQL database of the team instead of the home's own.",
        "Default: $ASSAY_DATABASE, else the home's own."
      })
  private @Nullable String database;

  @Option(
      names = "--actor",
      paramLabel = "NAME",
      description = "Who does this, for the history. Default: the user's name.")
  private @Nullable String actor;

  /** Whether the result is wanted as JSON. */
  boolean json() {
    return json;
  }

  /** The console of the verb. */
  Console console() {
    return Console.ofProcess(verb.commandLine().getOut(), verb.commandLine().getErr());
  }

  /** Who does this. */
  String actor() {
    return Objects.requireNonNullElseGet(actor, () -> System.getProperty("user.name", "unknown"));
  }

  /** The home for an experiment file, or for the working directory where there is none. */
  Path home(Optional<Path> experiment) {
    if (home != null) {
      return home.toAbsolutePath().normalize();
    }
    Path file = experiment.orElse(Path.of("experiment.yaml"));
    return environment("ASSAY_HOME")
        .map(folder -> Path.of(folder).toAbsolutePath().normalize())
        .orElseGet(() -> file.toAbsolutePath().normalize().resolveSibling(".assay"));
  }

  private Optional<String> database() {
    return database == null ? environment("ASSAY_DATABASE") : Optional.of(database);
  }

  private static Optional<String> environment(String variable) {
    return Optional.ofNullable(System.getenv(variable)).filter(value -> !value.isBlank());
  }

  /** Where and by whom the verb is done. */
  Surroundings surroundings(Optional<Path> experiment, Progress progress) {
    return new Surroundings(home(experiment), database(), actor(), Clock.systemUTC(), progress);
  }
}
