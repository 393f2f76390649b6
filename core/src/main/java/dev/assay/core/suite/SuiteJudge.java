package dev.assay.core.suite;

import dev.assay.core.label.LabelSchema;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.suite.VectorOutcome.Result;
import dev.assay.core.threshold.DecisionRule;
import dev.assay.core.threshold.RowCuts;
import java.util.ArrayList;
import java.util.List;

/** Holds the scores of a model on a suite against what its vectors expect. */
public final class SuiteJudge {

  private final Predictions predictions;
  private final DecisionRule rule;
  private final boolean[][] decided;

  private SuiteJudge(Predictions predictions, DecisionRule rule) {
    this.predictions = predictions;
    this.rule = rule;
    decided = rule.decide(predictions);
  }

  /**
   * The outcome of every vector.
   *
   * @param predictions the scores of the rows of {@link SuiteExamples}, in their order
   * @param rule how the model is served
   * @throws IllegalArgumentException where there are not as many rows as inputs
   */
  public static SuiteOutcome judge(Suite suite, Predictions predictions, DecisionRule rule) {
    if (predictions.size() != suite.rows()) {
      throw new IllegalArgumentException(
          "%d scored rows for %d inputs.".formatted(predictions.size(), suite.rows()));
    }
    SuiteJudge judge = new SuiteJudge(predictions, rule);
    List<VectorOutcome> outcomes = new ArrayList<>();
    int row = 0;
    for (Vector vector : suite.vectors()) {
      outcomes.add(judge.outcome(vector, row));
      row += vector.inputs().size();
    }
    return new SuiteOutcome(suite.name(), outcomes);
  }

  private VectorOutcome outcome(Vector vector, int firstRow) {
    LabelSchema schema = rule.schema();
    Expectation expectation = vector.expectation();
    List<String> strange =
        expectation.labels().stream().filter(label -> !schema.names().contains(label)).toList();
    if (!strange.isEmpty()) {
      String reason = "the model does not know " + String.join(", ", strange);
      return new VectorOutcome(vector, Result.NOT_JUDGED, List.of(), reason);
    }
    List<String> labels = expectation.labels().isEmpty() ? schema.names() : expectation.labels();
    List<List<LabelReading>> readings = new ArrayList<>();
    for (int i = 0; i < vector.inputs().size(); i++) {
      int row = firstRow + i;
      readings.add(labels.stream().map(label -> reading(schema.indexOf(label), row)).toList());
    }
    boolean known = expectation.kind().isKnown();
    Result result =
        isMet(expectation, readings)
            ? known ? Result.UNEXPECTED_PASS : Result.PASS
            : known ? Result.KNOWN_FAILURE : Result.FAIL;
    return new VectorOutcome(vector, result, readings, "");
  }

  private static boolean isMet(Expectation expectation, List<List<LabelReading>> readings) {
    List<LabelReading> first = readings.getFirst();
    return switch (expectation) {
      case Expectation.MustDetect detect -> isEvery(first, true);
      case Expectation.MustCoDetect detect -> isEvery(first, true);
      case Expectation.KnownGap gap -> isEvery(first, true);
      case Expectation.MustNotDetect spare -> isEvery(first, false);
      case Expectation.KnownFalseAlarm alarm -> isEvery(first, false);
      case Expectation.MustDiffer differ -> isEvery(first, true) && isEvery(readings.get(1), false);
      case Expectation.MustScoreHigher higher -> isHigher(first, readings.get(1), higher.by());
      case Expectation.MustNotChange stay ->
          readings.stream().allMatch(other -> isSame(first, other));
    };
  }

  private static boolean isEvery(List<LabelReading> readings, boolean detected) {
    return readings.stream().allMatch(reading -> reading.isDetected() == detected);
  }

  /** Scores are floats, so that a difference of 0.2 can come out a little less. */
  private static boolean isHigher(List<LabelReading> first, List<LabelReading> other, double by) {
    for (int label = 0; label < first.size(); label++) {
      double difference = (double) first.get(label).score() - other.get(label).score();
      if (difference < by - Math.ulp(1f)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSame(List<LabelReading> first, List<LabelReading> other) {
    for (int label = 0; label < first.size(); label++) {
      if (first.get(label).isDetected() != other.get(label).isDetected()) {
        return false;
      }
    }
    return true;
  }

  private LabelReading reading(int label, int row) {
    return new LabelReading(
        rule.schema().names().get(label),
        predictions.scores().score(row, label),
        RowCuts.of(rule, predictions.attributes(), label, row),
        decided[label][row]);
  }
}
