package dev.assay.cli;

import dev.assay.cli.console.Console;
import dev.assay.cli.console.ExitCode;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.pipeline.init.Initialisation;
import dev.assay.pipeline.init.RoleHints;
import dev.assay.pipeline.yaml.Quantity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay init}: a first experiment file for data of one's own. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    description = {
      "Look through a file of rows and write an experiment.yaml that runs at once.",
      "What a column is for is told from its name and values; where that is not clear, this asks."
    },
    footerHeading = "%nExample:%n",
    footer = {"  assay init rain --rows weather.csv --label RainTomorrow"})
final class InitCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;

  @Parameters(
      arity = "0..1",
      paramLabel = "FOLDER",
      description = "Where experiment.yaml goes. Default: the working directory.",
      defaultValue = ".")
  private Path folder = Path.of(".");

  @Option(
      names = "--rows",
      paramLabel = "FILE",
      description = "CSV, JSON lines or Parquet. Default: the only such file in FOLDER.")
  private @Nullable Path rows;

  @Option(names = "--label", paramLabel = "COLUMN", description = "What is to be predicted.")
  private @Nullable String label;

  @Option(
      names = "--id",
      paramLabel = "COLUMN",
      split = ",",
      description = "What names a row: a column, or several joined by commas.")
  private List<String> id = new ArrayList<>();

  @Option(names = "--time", paramLabel = "COLUMN", description = "When a row was observed.")
  private @Nullable String time;

  @Option(
      names = "--group",
      paramLabel = "COLUMN",
      description = "What rows depend on together, such as a station or an author.")
  private @Nullable String group;

  @Option(
      names = "--horizon",
      paramLabel = "DAYS",
      description = "How far ahead the label looks, such as 1d or 7d.")
  private @Nullable String horizon;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The experiment's name. Default: the folder's.")
  private @Nullable String name;

  @Override
  public Integer call() {
    RoleHints hints =
        new RoleHints(
            Optional.ofNullable(label),
            id,
            Optional.ofNullable(time),
            Optional.ofNullable(group),
            horizonDays());
    Initialisation.Written written =
        new Initialisation(folder)
            .write(Optional.ofNullable(rows), Optional.ofNullable(name), hints);
    Console console = common.console();
    if (common.json()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("file", written.file().toString());
      json.put("rows", written.rows());
      console.json(json);
    } else {
      print(console, written);
    }
    return ExitCode.DONE.number();
  }

  private OptionalInt horizonDays() {
    if (horizon == null) {
      return OptionalInt.empty();
    }
    String text = horizon;
    return OptionalInt.of(
        Quantity.days(text)
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        "--horizon", "is '" + text + "'.", "Write whole days, such as 7d.")));
  }

  private static void print(Console console, Initialisation.Written written) {
    Path here = Path.of("").toAbsolutePath();
    Path file = written.file().startsWith(here) ? here.relativize(written.file()) : written.file();
    console.line("Wrote %s for %,d rows:".formatted(file, written.rows()));
    console.line("");
    written.text().lines().forEach(line -> console.line("  " + line));
    console.line("");
    console.line("Check what the columns were taken for, then:");
    console.line("  assay data check " + file);
    console.line("  assay run " + file);
  }
}
