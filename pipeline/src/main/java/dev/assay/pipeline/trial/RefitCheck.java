package dev.assay.pipeline.trial;

import dev.assay.core.prediction.Predictions;
import dev.assay.core.threshold.DecisionRule;
import java.util.ArrayList;
import java.util.List;

/**
 * The checks of a model that was trained anew on all rows: it has no rows left to be judged on, so
 * it is held against the model that was.
 *
 * @param agreement the share of decisions on the held-out rows that both make alike
 * @param meanShift by how much its mean score differs from the gated model's, in {@code [0, 1]}
 * @param degenerateLabels labels that it predicts everywhere or nowhere, where the gated one does
 *     not
 */
public record RefitCheck(double agreement, double meanShift, List<String> degenerateLabels) {

  /** A refit that decides one row in ten otherwise is another model, and has not been judged. */
  public static final double LEAST_AGREEMENT = 0.9;

  /** Thresholds were chosen on the gated model's scores and do not suit scores shifted further. */
  public static final double MOST_SHIFT = 0.1;

  /** Copies the list. */
  public RefitCheck {
    degenerateLabels = List.copyOf(degenerateLabels);
  }

  /** Compares two models on the same rows under one decision rule. */
  public static RefitCheck of(Predictions gated, Predictions refit, DecisionRule rule) {
    boolean[][] former = rule.decide(gated);
    boolean[][] present = rule.decide(refit);
    int labels = gated.schema().size();
    long alike = 0;
    double worstShift = 0;
    List<String> degenerate = new ArrayList<>();
    for (int label = 0; label < labels; label++) {
      long before = 0;
      long now = 0;
      double shift = 0;
      for (int row = 0; row < gated.size(); row++) {
        before += former[label][row] ? 1 : 0;
        now += present[label][row] ? 1 : 0;
        alike += former[label][row] == present[label][row] ? 1 : 0;
        shift += refit.scores().score(row, label) - gated.scores().score(row, label);
      }
      worstShift = Math.max(worstShift, Math.abs(shift) / gated.size());
      if ((now == 0) != (before == 0) || (now == gated.size()) != (before == gated.size())) {
        degenerate.add(gated.schema().names().get(label));
      }
    }
    return new RefitCheck((double) alike / ((long) gated.size() * labels), worstShift, degenerate);
  }

  /** Why the refit must not be shipped; empty where it may. */
  public List<String> reasonsToHold() {
    List<String> reasons = new ArrayList<>();
    if (agreement < LEAST_AGREEMENT) {
      reasons.add(
          "the refit agrees with the judged model on only %.1f%% of decisions; %.0f%% are needed"
              .formatted(100 * agreement, 100 * LEAST_AGREEMENT));
    }
    if (meanShift > MOST_SHIFT) {
      reasons.add(
          "the refit's scores are shifted by %.3f on average; at most %.2f are allowed"
              .formatted(meanShift, MOST_SHIFT));
    }
    if (!degenerateLabels.isEmpty()) {
      reasons.add("the refit is degenerate for " + String.join(", ", degenerateLabels));
    }
    return reasons;
  }
}
