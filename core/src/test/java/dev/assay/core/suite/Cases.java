package dev.assay.core.suite;

import dev.assay.core.bundle.Input;
import dev.assay.core.bundle.InputKind;
import dev.assay.core.example.Dataset;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.TaskKind;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.prediction.Scores;
import dev.assay.core.threshold.DecisionRule;
import dev.assay.core.threshold.Thresholds;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Suites on a model of spam and contact information that gives stated scores. */
public final class Cases {

  static final LabelSchema SCHEMA =
      new LabelSchema(TaskKind.MULTILABEL, List.of("spam", "contact_info"));
  static final List<Input> INPUTS = List.of(new Input("text", InputKind.TEXT));

  /** Spam is detected from 0.5 on, contact information from 0.3 on. */
  static final Thresholds CUTS = new Thresholds(SCHEMA, List.of(0.5, 0.3));

  private Cases() {}

  static VectorInput input(String text) {
    return new VectorInput(Map.of("text", text));
  }

  /** A vector of these texts. */
  public static Vector vector(
      String id, String functionality, Expectation expectation, String... texts) {
    return new Vector(
        id, functionality, expectation, Arrays.stream(texts).map(Cases::input).toList(), "");
  }

  /** How a model comes off that gives each input these scores of spam and contact information. */
  static SuiteOutcome outcome(Suite suite, double[]... scores) {
    return SuiteJudge.judge(suite, predictions(suite, SCHEMA, scores), CUTS);
  }

  static SuiteOutcome outcome(Suite suite, DecisionRule rule, double[]... scores) {
    return SuiteJudge.judge(suite, predictions(suite, rule.schema(), scores), rule);
  }

  private static Predictions predictions(Suite suite, LabelSchema schema, double[]... scores) {
    Dataset examples = SuiteExamples.of(suite, schema, INPUTS);
    float[][] columns = new float[schema.size()][scores.length];
    for (int row = 0; row < scores.length; row++) {
      for (int label = 0; label < columns.length; label++) {
        columns[label][row] = (float) scores[row][label];
      }
    }
    return new Predictions(examples.attributes(), examples.labels(), Scores.takeOver(columns));
  }

  static double[] scores(double spam, double contact) {
    return new double[] {spam, contact};
  }
}
