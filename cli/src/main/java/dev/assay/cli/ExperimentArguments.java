package dev.assay.cli;

import dev.assay.pipeline.experiment.Experiment;
import dev.assay.pipeline.experiment.ExperimentReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The experiment file and the day that it is taken at: {@link Mixin} of verbs that read its data.
 */
final class ExperimentArguments {

  @Parameters(
      arity = "0..1",
      paramLabel = "EXPERIMENT",
      description = "The experiment file. Default: ${DEFAULT-VALUE}.",
      defaultValue = "experiment.yaml")
  private Path file = Path.of("experiment.yaml");

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = {
        "Take this day for today: later rows, and labels not known by then, are not seen.",
        "Default: the last day of the data."
      })
  private @Nullable LocalDate asOf;

  /**
   * Reads the experiment file.
   *
   * @throws dev.assay.core.problem.InvalidInputException with everything that is wrong with it
   */
  Experiment read() {
    return ExperimentReader.read(file);
  }

  /** Where the experiment file lies. */
  Path file() {
    return file;
  }

  /** The day to take for today; empty for the last day of the data. */
  Optional<LocalDate> asOf() {
    return Optional.ofNullable(asOf);
  }
}
