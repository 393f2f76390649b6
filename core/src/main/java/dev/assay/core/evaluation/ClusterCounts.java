package dev.assay.core.evaluation;

import dev.assay.core.metric.Confusion;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How many rows of each cluster have each outcome, for one label. Zeros are not kept, nor true
 * negatives, which mostly are the bulk of the rows: they are what is left of the known rows.
 */
final class ClusterCounts {

  private static final int TRUE_POSITIVES = 0;
  private static final int FALSE_NEGATIVES = 1;
  private static final int FALSE_POSITIVES = 2;
  private static final int OUTCOMES = 3;

  private final int[][] clusters;
  private final int[][] counts;
  private final int[] known;

  private ClusterCounts(int[][] clusters, int[][] counts, int[] known) {
    this.clusters = clusters;
    this.counts = counts;
    this.known = known;
  }

  /** The counts under weights. */
  Confusion under(int[] weights, KnownRows knownRows) {
    return withNegatives(hits(weights), weights, knownRows);
  }

  /**
   * The counts under weights, with true negatives only where the others leave precision, recall or
   * F-beta undefined, whose reason says the number of rows.
   */
  Confusion hitsUnder(int[] weights, KnownRows knownRows) {
    Confusion hits = hits(weights);
    return hits.positives() == 0 || hits.predictedPositives() == 0
        ? withNegatives(hits, weights, knownRows)
        : hits;
  }

  private Confusion hits(int[] weights) {
    return new Confusion(
        sum(TRUE_POSITIVES, weights),
        sum(FALSE_POSITIVES, weights),
        sum(FALSE_NEGATIVES, weights),
        0);
  }

  private Confusion withNegatives(Confusion hits, int[] weights, KnownRows knownRows) {
    return new Confusion(
        hits.truePositives(),
        hits.falsePositives(),
        hits.falseNegatives(),
        knownRows.under(weights, known) - hits.rows());
  }

  private long sum(int outcome, int[] weights) {
    int[] at = clusters[outcome];
    int[] count = counts[outcome];
    long sum = 0;
    for (int i = 0; i < at.length; i++) {
      sum += (long) weights[at[i]] * count[i];
    }
    return sum;
  }

  /**
   * Sums known rows under one replicate's weights. Labels that are known in the same rows share one
   * array, so that it is summed once for all of them.
   */
  static final class KnownRows {

    private int[] summed = {};
    private long sum;

    // Whether it is the same array is the question: equal ones were made the same when counting.
    @SuppressWarnings("ReferenceEquality")
    private long under(int[] weights, int[] known) {
      if (known != summed) {
        sum = 0;
        for (int cluster = 0; cluster < known.length; cluster++) {
          sum += (long) weights[cluster] * known[cluster];
        }
        summed = known;
      }
      return sum;
    }
  }

  /** Counts the rows of one label. Not thread-safe. */
  static final class Builder {

    private final int[][] outcomes;
    private final int[] known;

    Builder(int clusterCount) {
      outcomes = new int[OUTCOMES][clusterCount];
      known = new int[clusterCount];
    }

    void add(int cluster, boolean positive, boolean decided) {
      known[cluster]++;
      if (positive) {
        outcomes[decided ? TRUE_POSITIVES : FALSE_NEGATIVES][cluster]++;
      } else if (decided) {
        outcomes[FALSE_POSITIVES][cluster]++;
      }
    }

    /**
     * The counts.
     *
     * @param shared the known rows of another label, kept in place of equal ones
     */
    ClusterCounts build(int[] shared) {
      int[][] clusters = new int[OUTCOMES][];
      int[][] counts = new int[OUTCOMES][];
      for (int outcome = 0; outcome < OUTCOMES; outcome++) {
        int[] dense = outcomes[outcome];
        clusters[outcome] = IntStream.range(0, dense.length).filter(c -> dense[c] > 0).toArray();
        counts[outcome] = Arrays.stream(clusters[outcome]).map(c -> dense[c]).toArray();
      }
      return new ClusterCounts(clusters, counts, Arrays.equals(known, shared) ? shared : known);
    }
  }

  /** The known rows of each cluster. */
  int[] known() {
    return known;
  }
}
