package dev.assay.core.evaluation;

import dev.assay.core.metric.RankedScores;
import dev.assay.core.prediction.Predictions;
import java.util.ArrayList;
import java.util.List;

/**
 * Precision and recall of one label at every cut, thinned for drawing.
 *
 * @param label the label's name
 * @param points by falling cut, so by recall that does not fall; empty where there is no positive
 */
public record PrecisionRecallCurve(String label, List<Point> points) {

  /** The most points that are kept. */
  public static final int MOST_POINTS = 200;

  /** Copies the list. */
  public PrecisionRecallCurve {
    points = List.copyOf(points);
  }

  /**
   * One cut.
   *
   * @param cut the score from which on the label is predicted
   * @param precision in {@code [0, 1]}
   * @param recall in {@code [0, 1]}
   */
  public record Point(double cut, double precision, double recall) {}

  /**
   * The curve of a label. Where there are more than {@link #MOST_POINTS} distinct scores, cuts are
   * kept at even steps of rank, the highest and the lowest among them; each point kept is exact.
   *
   * @throws IllegalArgumentException for a label that the schema does not have
   */
  public static PrecisionRecallCurve of(Predictions predictions, String label) {
    int column = predictions.schema().indexOf(label);
    RankedScores ranked = RankedScores.of(predictions.truth(), predictions.scores(), column);
    return new PrecisionRecallCurve(
        label, ranked.positives() == 0 ? List.of() : thinned(points(ranked)));
  }

  private static List<Point> points(RankedScores ranked) {
    List<Point> points = new ArrayList<>();
    int tp = 0;
    for (int rank = 0; rank < ranked.size(); rank++) {
      tp += ranked.isPositive(rank) ? 1 : 0;
      boolean isStep = rank + 1 == ranked.size() || ranked.score(rank + 1) < ranked.score(rank);
      if (isStep) {
        double recall = (double) tp / ranked.positives();
        points.add(new Point(ranked.score(rank), (double) tp / (rank + 1), recall));
      }
    }
    return points;
  }

  private static List<Point> thinned(List<Point> points) {
    if (points.size() <= MOST_POINTS) {
      return points;
    }
    List<Point> kept = new ArrayList<>(MOST_POINTS);
    for (int i = 0; i < MOST_POINTS; i++) {
      kept.add(points.get((int) ((long) i * (points.size() - 1) / (MOST_POINTS - 1))));
    }
    return kept;
  }
}
