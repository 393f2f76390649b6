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

  /** A sentence or two on the curves of one metric. */
  static String words(String metric, List<LearningCurve> curves) {
    Optional<LearningCurve> train = part(curves, "train");
    Optional<LearningCurve> validation = part(curves, "validation");
    if (validation.isPresent()) {
      return onValidation(metric, validation.get(), train);
    }
    return train.map(curve -> onTrain(metric, curve)).orElse("");
  }

  private static String onTrain(String metric, LearningCurve curve) {
    List<Double> values = curve.values();
    String value =
        values.size() == 1
            ? "is %s".formatted(shown(values.getFirst()))
            : "went from %s in round 1 to %s in round %d"
                .formatted(shown(values.getFirst()), shown(values.getLast()), values.size());
    return "The %s on training rows %s; it was not watched on validation.".formatted(metric, value);
  }

  private static String onValidation(
      String metric, LearningCurve curve, Optional<LearningCurve> train) {
    List<Double> values = curve.values();
    Comparator<Integer> byValue = Comparator.comparing(values::get);
    int best =
        IntStream.range(0, values.size())
            .boxed()
            .min(curve.higherIsBetter() ? byValue.reversed() : byValue)
            .orElseThrow();
    String where =
        "The %s on validation is %s after round %d of %d, at %s."
            .formatted(
                metric,
                curve.higherIsBetter() ? "highest" : "lowest",
                best + 1,
                values.size(),
                shown(values.get(best)));
    if (train.isEmpty() || train.get().values().size() <= best) {
      return where + after(curve, best);
    }
    double onTrain = train.get().values().get(best);
    return where
        + " On training rows it is %s there: a gap of %s."
            .formatted(shown(onTrain), Cell.difference(values.get(best) - onTrain).shown())
        + after(curve, best);
  }

  private static String after(LearningCurve curve, int best) {
    List<Double> values = curve.values();
    if (best == values.size() - 1) {
      return values.size() == 1
          ? ""
          : " It was still %s when training ended."
              .formatted(curve.higherIsBetter() ? "rising" : "falling");
    }
    double change = Math.abs(values.getLast() - values.get(best));
    return change < HARDLY
        ? " After that it hardly moves."
        : " After that it %s by %s to the last round."
            .formatted(curve.higherIsBetter() ? "falls" : "rises", shown(change));
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
