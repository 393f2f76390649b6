package dev.assay.pipeline.reporting;

import dev.assay.core.comparison.Compared;
import dev.assay.core.comparison.Question;
import dev.assay.core.evaluation.Subject;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.metric.Averaging;
import dev.assay.core.metric.Metric;
import dev.assay.core.statistics.IntervalValue;
import dev.assay.core.statistics.PairedEstimate;
import dev.assay.pipeline.trial.Scored;
import dev.assay.pipeline.verdict.FigureCells;
import java.util.Optional;

/** The one figure that stands for a whole set: F1, of several labels its mean over them. */
public final class HeadlineMetric {

  private HeadlineMetric() {}

  /** The metric for a label schema. */
  public static Metric of(LabelSchema schema) {
    Metric f1 = Metric.fBeta(1);
    return f1.isOfWhole(schema) ? f1 : f1.averaged(Averaging.MACRO);
  }

  /** Both sides' figure on a set; empty where it was not compared. */
  static Optional<Compared> on(Scored scored) {
    return scored
        .comparison()
        .figure(new Question(of(scored.candidate().schema()), new Subject.Whole()));
  }

  /** {@code 0.733 against 0.689 of the champion, +0.044 [+0.027, +0.064]}. */
  static String words(PairedEstimate estimate) {
    String sides =
        FigureCells.words(estimate.candidate().value())
            + " against "
            + FigureCells.words(estimate.champion().value())
            + " of the champion";
    return estimate.difference().value().isDefined()
        ? sides + ", " + FigureCells.signedWords(estimate.difference().value()) + interval(estimate)
        : sides;
  }

  private static String interval(PairedEstimate estimate) {
    return estimate.difference().interval() instanceof IntervalValue.Defined defined
        ? " " + FigureCells.differenceInterval(defined).shown()
        : "";
  }

  /** {@code 0.689 → 0.733, +0.044 [+0.027, +0.064]}. */
  static String shortWords(PairedEstimate estimate) {
    String sides =
        FigureCells.words(estimate.champion().value())
            + " → "
            + FigureCells.words(estimate.candidate().value());
    return estimate.difference().value().isDefined()
        ? sides + ", " + FigureCells.signedWords(estimate.difference().value()) + interval(estimate)
        : sides;
  }
}
