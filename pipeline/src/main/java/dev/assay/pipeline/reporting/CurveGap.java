package dev.assay.pipeline.reporting;

import dev.assay.core.model.LearningCurve;
import dev.assay.report.document.Cell;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The gap between a curve on training rows and the same on validation rows, in words. */
final class CurveGap {

  /** What three decimals do not show. */
  private static final double HARDLY = 0.0005;

  private CurveGap() {}

  /** A sentence or two on the curves of one loss, which is better the lower it is. */
  static String words(String metric, List<LearningCurve> curves) {
    Optional<LearningCurve> train = part(curves, "train");
    Optional<LearningCurve> validation = part(curves, "validation");
    if (validation.isEmpty()) {
      return "The %s was not watched on validation.".formatted(metric);
    }
    List<Double> values = validation.get().values();
    int best =
        IntStream.range(0, values.size())
            .boxed()
            .min(Comparator.comparing(values::get))
            .orElseThrow();
    String where =
        "The %s on validation is lowest after round %d of %d, at %s."
            .formatted(metric, best + 1, values.size(), shown(values.get(best)));
    if (train.isEmpty() || train.get().values().size() <= best) {
      return where;
    }
    double onTrain = train.get().values().get(best);
    return where
        + " On training rows it is %s there: a gap of %s."
            .formatted(shown(onTrain), Cell.difference(values.get(best) - onTrain).shown())
        + after(values, best);
  }

  private static String after(List<Double> values, int best) {
    double rise = values.getLast() - values.get(best);
    if (best == values.size() - 1) {
      return " It was still falling when training ended.";
    }
    return rise < HARDLY
        ? " After that it hardly moves."
        : " After that it rises by %s to the last round.".formatted(shown(rise));
  }

  private static Optional<LearningCurve> part(List<LearningCurve> curves, String part) {
    return curves.stream()
        .filter(curve -> curve.part().equals(part) && !curve.values().isEmpty())
        .findFirst();
  }

  private static String shown(double value) {
    return Cell.number(value).shown();
  }
}
