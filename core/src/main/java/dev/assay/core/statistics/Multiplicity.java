package dev.assay.core.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * P-values of many questions, adjusted for their number: where one of many is singled out, the
 * smallest of many p-values is small by chance. Equal p-values get equal adjusted ones, the order
 * of p-values is kept, and none becomes smaller.
 */
public final class Multiplicity {

  private Multiplicity() {}

  /**
   * Adjusted p-values under which calling those up to {@code a} makes no false call with
   * probability at least {@code 1 - a}, however the questions depend on each other (Holm: A simple
   * sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6, 1979).
   *
   * @param pValues {@code (m)}, each in {@code [0, 1]}
   * @return {@code (m)} in the same order
   */
  public static List<Double> holm(List<Double> pValues) {
    int[] rising = rising(pValues);
    double[] adjusted = new double[rising.length];
    double least = 0;
    for (int rank = 0; rank < rising.length; rank++) {
      double scaled = (rising.length - rank) * pValues.get(rising[rank]);
      least = Math.max(least, Math.min(1, scaled));
      adjusted[rising[rank]] = least;
    }
    return listOf(adjusted);
  }

  /**
   * Adjusted p-values under which at most a share {@code a} of those up to {@code a} are expected
   * to be false, where the questions are independent or positively dependent (Benjamini, Hochberg:
   * Controlling the false discovery rate, Journal of the Royal Statistical Society B 57, 1995).
   *
   * @param pValues {@code (m)}, each in {@code [0, 1]}
   * @return {@code (m)} in the same order
   */
  public static List<Double> benjaminiHochberg(List<Double> pValues) {
    int[] rising = rising(pValues);
    double[] adjusted = new double[rising.length];
    double most = 1;
    for (int rank = rising.length - 1; rank >= 0; rank--) {
      double stretch = (double) rising.length / (rank + 1);
      most = Math.min(most, pValues.get(rising[rank]) * stretch);
      adjusted[rising[rank]] = most;
    }
    return listOf(adjusted);
  }

  /** The places of the p-values from the smallest to the largest. */
  private static int[] rising(List<Double> pValues) {
    for (double p : pValues) {
      if (!(p >= 0 && p <= 1)) {
        throw new IllegalArgumentException("A p-value lies between 0 and 1, not at " + p + ".");
      }
    }
    return IntStream.range(0, pValues.size())
        .boxed()
        .sorted(Comparator.comparingDouble(pValues::get))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static List<Double> listOf(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
