package dev.assay.cli;

import dev.assay.core.problem.InvalidInputException;
import dev.assay.pipeline.yaml.Quantity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says how far ahead labels look. */
final class HorizonOption {

  @Option(
      names = "--horizon",
      paramLabel = "DAYS",
      description = {
        "How far ahead the labels look, such as 7d: rows of neighbouring days then depend on each"
            + " other. Default: none."
      })
  private @Nullable String horizon;

  /** Whole days; 0 where nothing is said. */
  int days() {
    if (horizon == null) {
      return 0;
    }
    String asked = horizon;
    return Quantity.days(asked)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "--horizon", "'" + asked + "' is no number of days.", "Write 7d or 8w."));
  }
}
