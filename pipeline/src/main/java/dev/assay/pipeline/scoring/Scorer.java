package dev.assay.pipeline.scoring;

import dev.assay.core.calibration.Calibration;
import dev.assay.core.example.Dataset;
import dev.assay.core.model.Model;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.prediction.Scores;
import dev.assay.core.threshold.DecisionRule;

/**
 * A model with the calibration and the decision rule that it is served with. Scoring is thread-safe
 * and deterministic; closing frees the model.
 */
public final class Scorer implements AutoCloseable {

  private final Model model;
  private final String weightsHash;
  private final Calibration calibration;
  private final DecisionRule rule;

  /**
   * A scorer of these parts.
   *
   * @param calibration bound to the weights of the model
   * @param rule of the model's label schema
   * @throws IllegalArgumentException where the parts are not made for each other
   */
  public Scorer(Model model, Calibration calibration, DecisionRule rule) {
    this.model = model;
    this.weightsHash = model.weightsHash();
    this.calibration = calibration;
    this.rule = rule;
    if (!calibration.weightsHash().equals(weightsHash)) {
      throw new IllegalArgumentException(
          "The calibration is of the weights %s, the model has %s."
              .formatted(calibration.weightsHash(), weightsHash));
    }
    if (!rule.schema().equals(model.schema())) {
      throw new IllegalArgumentException(
          "The decision rule is for %s, the model for %s."
              .formatted(rule.schema(), model.schema()));
    }
  }

  /** The model. */
  public Model model() {
    return model;
  }

  /** The calibration. */
  public Calibration calibration() {
    return calibration;
  }

  /** The decision rule. */
  public DecisionRule rule() {
    return rule;
  }

  /**
   * Calibrated scores of examples beside their truth.
   *
   * @throws dev.assay.core.problem.InvalidInputException where an input of the model is missing
   * @throws IllegalArgumentException where the truth is of other labels than the model's
   */
  public Predictions predict(Dataset examples) {
    Scores scores = calibration.apply(model.score(examples), model.schema(), weightsHash);
    return new Predictions(examples.attributes(), examples.labels(), scores);
  }

  @Override
  public void close() {
    model.close();
  }
}
