package dev.assay.core.statistics;

import java.util.List;

/** What a count comes to by chance, seen from repeats of what is known to make no difference. */
public final class Reruns {

  /**
   * With fewer repeats their spread is not known well enough: where all of what is counted moves
   * together, a bound from 2 or 3 is passed by one more repeat in 5% to 8%.
   */
  public static final int LEAST = 5;

  private Reruns() {}

  /**
   * The count that one more repeat stays at or below with a confidence: the upper end of a
   * prediction interval for one further value (Hahn, Meeker: Statistical intervals, 1991, 4.8),
   * mean plus {@code t * s * sqrt(1 + 1/r)}, and at least the greatest count seen. Counts of few
   * things are often equal by luck, so the standard deviation {@code s} is not taken for less than
   * that of independent things that each count with the mean probability.
   *
   * @param counts of {@code r} repeats, at least {@link #LEAST}
   * @param most how many there are to be counted, at least 1
   * @param confidence one-sided, {@code 0 < confidence < 1}
   */
  public static double atMost(List<Integer> counts, int most, double confidence) {
    int repeats = counts.size();
    if (repeats < LEAST) {
      throw new IllegalArgumentException(repeats + " repeats, and at least 5 are needed.");
    }
    double[] values = counts.stream().mapToDouble(Integer::doubleValue).toArray();
    double sum = counts.stream().mapToInt(Integer::intValue).sum();
    double rate = (sum + 1) / (repeats * (double) most + 2);
    double independent = Math.sqrt(most * rate * (1 - rate));
    double spread = Math.max(Samples.standardDeviation(values), independent);
    double reach = StudentT.quantile(confidence, repeats - 1) * Math.sqrt(1 + 1.0 / repeats);
    double greatest = counts.stream().mapToInt(Integer::intValue).max().orElseThrow();
    return Math.max(greatest, sum / repeats + reach * spread);
  }
}
