package dev.assay.cli;

import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.threshold.Bounds;
import dev.assay.core.threshold.Objective;
import dev.assay.pipeline.experiment.DecisionDeclaration;
import dev.assay.pipeline.experiment.Objectives;
import dev.assay.pipeline.yaml.Quantity;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what cuts are chosen for, and where they may lie. */
final class ObjectiveOptions {

  @Option(
      names = "--maximise",
      paramLabel = "F-BETA",
      description = "Choose the highest F-beta, such as f1 or f2. Default: f1.")
  private @Nullable String maximise;

  @Option(
      names = "--recall-at-least",
      paramLabel = "SHARE",
      description = "Choose the highest precision that has this recall.")
  private @Nullable Double recall;

  @Option(
      names = "--precision-at-least",
      paramLabel = "SHARE",
      description = "Choose the highest recall that has this precision.")
  private @Nullable Double precision;

  @Option(
      names = "--within",
      paramLabel = "LOW..HIGH",
      description = "Where cuts may lie, such as 0.20..0.60. Default: 0..1.")
  private @Nullable String within;

  /** What was said. */
  DecisionDeclaration decision() {
    DecisionDeclaration standard = DecisionDeclaration.STANDARD;
    return new DecisionDeclaration(standard.calibration(), objective(), bounds(), Map.of());
  }

  private Objective objective() {
    if (Stream.of(maximise, recall, precision).filter(said -> said != null).count() > 1) {
      throw new InvalidInputException(
          "--maximise, --recall-at-least, --precision-at-least",
          "are different objectives.",
          "Keep one of them.");
    }
    if (recall != null) {
      return new Objective.RecallAtLeast(share("--recall-at-least", recall));
    }
    if (precision != null) {
      return new Objective.PrecisionAtLeast(share("--precision-at-least", precision));
    }
    return maximise == null
        ? DecisionDeclaration.STANDARD.objective()
        : Objectives.named("--maximise", maximise);
  }

  private static double share(String option, double value) {
    if (!(value > 0 && value <= 1)) {
      throw new InvalidInputException(
          option, "is " + value + ".", "Write a number above 0 and at most 1.");
    }
    return value;
  }

  private Bounds bounds() {
    if (within == null) {
      return Bounds.ANY;
    }
    String asked = within;
    return Quantity.range(asked)
        .filter(range -> range.low() >= 0 && range.high() <= 1)
        .map(range -> new Bounds(range.low(), range.high()))
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "--within", "'" + asked + "' is no range within 0..1.", "Write 0.20..0.60."));
  }
}
