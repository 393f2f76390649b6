package dev.assay.core.calibration;

import java.util.List;

/** A map from the score of one label to the probability that it is there; it never falls. */
public sealed interface Calibrator {

  /**
   * The probability for a score.
   *
   * @param score in {@code [0, 1]}
   * @return in {@code [0, 1]}
   */
  double apply(double score);

  /** Leaves scores as they are. */
  record Identity() implements Calibrator {
    @Override
    public double apply(double score) {
      return score;
    }
  }

  /**
   * {@code 1 / (1 + exp(a f + b))} of the score's log odds {@code f} (Platt, Probabilistic outputs
   * for support vector machines, 1999). On log odds the identity, {@code a = -1, b = 0}, is one of
   * the maps.
   *
   * @param a below 0 or 0, so that the map does not fall
   * @param b the shift
   */
  record Sigmoid(double a, double b) implements Calibrator {

    /** Scores are kept this far from 0 and 1: the machine epsilon of 32-bit floats. */
    private static final double CLIP = 0x1.0p-23;

    /** Checks the parameters. */
    public Sigmoid {
      if (!(a <= 0) || !Double.isFinite(a) || !Double.isFinite(b)) {
        throw new IllegalArgumentException(
            "A sigmoid that does not fall has a <= 0, not a = " + a + ", b = " + b + ".");
      }
    }

    @Override
    public double apply(double score) {
      return 1 / (1 + Math.exp(a * logOdds(score) + b));
    }

    /** {@code log(score / (1 - score))}, the score kept an epsilon away from 0 and 1. */
    public static double logOdds(double score) {
      double clipped = Math.min(1 - CLIP, Math.max(CLIP, score));
      return Math.log(clipped / (1 - clipped));
    }
  }

  /**
   * Straight lines between points that do not fall, level before the first and after the last (pool
   * adjacent violators; Zadrozny and Elkan, KDD 2002).
   *
   * @param points at least one, by rising score
   */
  record Isotonic(List<Point> points) implements Calibrator {

    /**
     * A point of the map.
     *
     * @param score the score
     * @param probability the probability there
     */
    public record Point(double score, double probability) {}

    /** Checks that scores rise and probabilities do not fall, and copies the list. */
    public Isotonic {
      points = List.copyOf(points);
      if (points.isEmpty()) {
        throw new IllegalArgumentException("An isotonic map has at least one point.");
      }
      for (int i = 0; i < points.size(); i++) {
        double probability = points.get(i).probability();
        boolean rises =
            i == 0
                || (points.get(i).score() > points.get(i - 1).score()
                    && probability >= points.get(i - 1).probability());
        if (!rises || !(probability >= 0 && probability <= 1)) {
          throw new IllegalArgumentException(
              "Point " + i + " of an isotonic map is out of order or range: " + points.get(i));
        }
      }
    }

    @Override
    public double apply(double score) {
      int after = firstNotBelow(score);
      if (after == 0) {
        return points.get(0).probability();
      }
      if (after == points.size()) {
        return points.get(after - 1).probability();
      }
      Point low = points.get(after - 1);
      Point high = points.get(after);
      double share = (score - low.score()) / (high.score() - low.score());
      return low.probability() + share * (high.probability() - low.probability());
    }

    private int firstNotBelow(double score) {
      int from = 0;
      int to = points.size();
      while (from < to) {
        int middle = (from + to) >>> 1;
        if (points.get(middle).score() < score) {
          from = middle + 1;
        } else {
          to = middle;
        }
      }
      return from;
    }
  }
}
