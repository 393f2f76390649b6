package dev.assay.data.holdout;

import dev.assay.core.example.CategoricalColumn;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The population stability index of two samples over common bins: the sum over bins of {@code (q -
 * p) ln(q / p)}, which is the symmetric Kullback-Leibler divergence (Jeffreys). Half a row is added
 * to each bin, so that an empty one does not make it infinite.
 */
final class StabilityIndex {

  private static final int BINS = 10;

  private StabilityIndex() {}

  /** Of numbers, NaN for missing; bins are the deciles of the expected sample. */
  static double ofNumbers(float[] expected, float[] actual) {
    float[] edges = deciles(expected);
    return of(counts(expected, edges), counts(actual, edges));
  }

  /** The distinct inner deciles of the values that are not missing. */
  private static float[] deciles(float[] values) {
    float[] sorted = values.clone();
    Arrays.parallelSort(sorted);
    // NaN sorts last.
    int known = sorted.length;
    while (known > 0 && Float.isNaN(sorted[known - 1])) {
      known--;
    }
    float[] edges = new float[BINS - 1];
    int size = 0;
    for (int i = 1; i < BINS && known > 0; i++) {
      float edge = sorted[(int) ((long) i * (known - 1) / BINS)];
      if (size == 0 || edges[size - 1] < edge) {
        edges[size++] = edge;
      }
    }
    return Arrays.copyOf(edges, size);
  }

  /** Values up to the first edge, up to the second, ..., beyond the last, and missing ones. */
  private static long[] counts(float[] values, float[] edges) {
    long[] counts = new long[edges.length + 2];
    for (float value : values) {
      int at = Arrays.binarySearch(edges, value);
      int bin = at >= 0 ? at : -at - 1;
      counts[Float.isNaN(value) ? edges.length + 1 : bin]++;
    }
    return counts;
  }

  /** Of categories, level by level. */
  static double ofLevels(CategoricalColumn expected, CategoricalColumn actual) {
    Map<String, Integer> bins = new HashMap<>();
    expected.levels().forEach(level -> bins.putIfAbsent(level, bins.size() + 1));
    actual.levels().forEach(level -> bins.putIfAbsent(level, bins.size() + 1));
    return of(counts(expected, bins), counts(actual, bins));
  }

  private static long[] counts(CategoricalColumn column, Map<String, Integer> bins) {
    int[] binOf = column.levels().stream().mapToInt(bins::get).toArray();
    long[] counts = new long[bins.size() + 1];
    for (int row = 0; row < column.size(); row++) {
      counts[column.isMissing(row) ? 0 : binOf[column.code(row)]]++;
    }
    return counts;
  }

  private static double of(long[] expected, long[] actual) {
    double expectedTotal = Arrays.stream(expected).sum() + 0.5 * expected.length;
    double actualTotal = Arrays.stream(actual).sum() + 0.5 * actual.length;
    double sum = 0;
    for (int bin = 0; bin < expected.length; bin++) {
      double p = (expected[bin] + 0.5) / expectedTotal;
      double q = (actual[bin] + 0.5) / actualTotal;
      sum += (q - p) * Math.log(q / p);
    }
    return Math.max(0, sum);
  }
}
