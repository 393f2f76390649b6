package dev.assay.pipeline.predictions;

import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.TaskKind;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.NearestName;
import dev.assay.core.problem.Problems;
import dev.assay.core.threshold.Argmax;
import dev.assay.core.threshold.DecisionRule;
import dev.assay.core.threshold.ThresholdSelection;
import dev.assay.core.threshold.Thresholds;
import dev.assay.pipeline.experiment.DecisionDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes decision rules of what the user says of cuts. */
final class DecisionRules {

  private static final String RANGE = "A cut is a number from 0 to 1.";

  private final int horizonDays;

  /**
   * Rules.
   *
   * @param horizonDays how many days ahead the labels look; 0 for none
   */
  DecisionRules(int horizonDays) {
    this.horizonDays = horizonDays;
  }

  /**
   * The rule of cuts for predictions.
   *
   * @param where how the user would look the cuts up
   * @throws InvalidInputException with all that is wrong with the cuts or their validation file
   */
  DecidedBy rule(Cuts cuts, LabelSchema schema, String where) {
    if (schema.kind() == TaskKind.MULTICLASS) {
      return argmax(cuts, schema, where);
    }
    return switch (cuts) {
      case Cuts.Standard standard ->
          given(Thresholds.uniform(schema, Cuts.STANDARD_CUT), "no cut is given");
      case Cuts.Uniform(double cut) -> {
        if (!(cut >= 0 && cut <= 1)) {
          throw new InvalidInputException(where, "the cut is " + cut + ".", RANGE);
        }
        yield given(Thresholds.uniform(schema, cut), "given");
      }
      case Cuts.ByLabel(Map<String, Double> byLabel) -> byLabel(byLabel, schema, where);
      case Cuts.ChosenOn chosen -> chosen(chosen, schema);
    };
  }

  private static DecidedBy argmax(Cuts cuts, LabelSchema schema, String where) {
    if (!(cuts instanceof Cuts.Standard)) {
      throw new InvalidInputException(
          where, "the classes exclude each other: the highest score decides.", "Leave cuts out.");
    }
    return given(new Argmax(schema), "the highest score");
  }

  private static DecidedBy given(DecisionRule rule, String origin) {
    return new DecidedBy(rule, Optional.empty(), origin);
  }

  private static DecidedBy byLabel(Map<String, Double> cuts, LabelSchema schema, String where) {
    Problems problems = new Problems();
    cuts.forEach(
        (label, cut) -> {
          if (!schema.names().contains(label)) {
            problems.add(
                where,
                "there is no label '" + label + "'.",
                NearestName.advice(label, schema.names()));
          }
          if (!(cut >= 0 && cut <= 1)) {
            problems.add(where, "the cut of '" + label + "' is " + cut + ".", RANGE);
          }
        });
    List<Double> ordered = new ArrayList<>();
    for (String label : schema.names()) {
      Double cut = cuts.get(label);
      if (cut == null) {
        problems.add(where, "the label '" + label + "' has no cut.", "Add '" + label + "=0.5'.");
      } else {
        ordered.add(cut);
      }
    }
    problems.throwIfAny();
    return given(new Thresholds(schema, ordered), "given");
  }

  private DecidedBy chosen(Cuts.ChosenOn chosen, LabelSchema schema) {
    Predictions validation =
        new PredictionsRequest(chosen.validation(), schema.names(), List.of()).read();
    if (!validation.schema().equals(schema)) {
      throw new InvalidInputException(
          chosen.validation().toString(),
          "its labels are " + validation.schema() + ", those of the predictions " + schema + ".",
          "Choose cuts on validation predictions of the same model.");
    }
    DecisionDeclaration decision = chosen.decision();
    ThresholdSelection selection =
        new ThresholdTuning(decision, horizonDays)
            .choose(validation, chosen.validation().toString());
    return new DecidedBy(
        selection.thresholds(), Optional.of(selection), "chosen on " + chosen.validation());
  }
}
