package dev.assay.pipeline.suite;

import dev.assay.core.example.Dataset;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.suite.Suite;
import dev.assay.core.suite.SuiteExamples;
import dev.assay.core.suite.SuiteJudge;
import dev.assay.core.suite.SuiteOutcome;
import dev.assay.pipeline.scoring.Scorer;
import java.util.List;

/** Runs a suite on a model, with the calibration and the cuts that it is served with. */
public final class SuiteScoring {

  private SuiteScoring() {}

  /**
   * How a model comes off.
   *
   * @param examples the inputs of the suite as {@link SuiteExamples} gives them
   * @throws dev.assay.core.problem.InvalidInputException where an input of the model is missing
   */
  public static SuiteOutcome outcome(Suite suite, Dataset examples, Scorer scorer) {
    if (suite.vectors().isEmpty()) {
      return new SuiteOutcome(suite.name(), List.of());
    }
    LabelSchema schema = scorer.rule().schema();
    Dataset unknown = examples.withLabels(SuiteExamples.unknown(schema, examples.size()));
    return SuiteJudge.judge(suite, scorer.predict(unknown), scorer.rule());
  }
}
