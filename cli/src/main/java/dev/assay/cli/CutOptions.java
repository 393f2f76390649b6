package dev.assay.cli;

import dev.assay.core.problem.InvalidInputException;
import dev.assay.pipeline.experiment.DecisionDeclaration;
import dev.assay.pipeline.experiment.Objectives;
import dev.assay.pipeline.predictions.Cuts;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how scores become decisions. */
final class CutOptions {

  @Option(
      names = "--cut",
      paramLabel = "CUT",
      description = "Predict a label where its score is at least this. Default: 0.5.")
  private @Nullable Double cut;

  @Option(
      names = "--cuts",
      paramLabel = "LABEL=CUT",
      split = ",",
      description = "A cut for each label, such as spam=0.3,threat=0.45.")
  private Map<String, Double> cuts = new LinkedHashMap<>();

  @Option(
      names = "--choose-on",
      paramLabel = "VALIDATION",
      description = "Choose the cuts on these validation predictions of the same model.")
  private @Nullable Path chooseOn;

  @Option(
      names = "--maximise",
      paramLabel = "F-BETA",
      description = "What to choose cuts for, such as f1 or f2. Default: f1.")
  private @Nullable String maximise;

  /** What was said. */
  Cuts cuts() {
    int said = (cut == null ? 0 : 1) + (cuts.isEmpty() ? 0 : 1) + (chooseOn == null ? 0 : 1);
    if (said > 1) {
      throw new InvalidInputException(
          "--cut, --cuts, --choose-on", "say the same thing twice.", "Keep one of them.");
    }
    if (chooseOn != null) {
      return new Cuts.ChosenOn(chooseOn, decision());
    }
    if (maximise != null) {
      throw new InvalidInputException(
          "--maximise",
          "chooses cuts, and there is nothing to choose them on.",
          "Add --choose-on.");
    }
    if (cut != null) {
      return new Cuts.Uniform(cut);
    }
    return cuts.isEmpty() ? new Cuts.Standard() : new Cuts.ByLabel(cuts);
  }

  private DecisionDeclaration decision() {
    String asked = maximise;
    return asked == null
        ? DecisionDeclaration.STANDARD
        : DecisionDeclaration.maximising(Objectives.named("--maximise", asked));
  }
}
