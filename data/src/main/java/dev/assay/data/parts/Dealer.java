package dev.assay.data.parts;

import dev.assay.core.fingerprint.StableHash;
import dev.assay.core.label.Labels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Gives a part to every cluster that has none. The seeded hash decides; clusters with a rare label
 * are dealt before, rarest label first and in the order of their hashes, each to the part whose
 * rows of that label are furthest below its share (iterative stratification: Sechidis, Tsoumakas,
 * Vlahavas, On the stratification of multi-label data, ECML PKDD 2011).
 */
final class Dealer {

  /**
   * A label in fewer clusters than this is rare: by hash alone a part with 15% of 100 clusters gets
   * 15 with a standard deviation of 3.6, and of 20 clusters it gets none at all once in 25 times.
   */
  static final int RARE_BELOW_CLUSTERS = 100;

  private final Units units;
  private final Clustering clustering;
  private final LabelCounts labels;
  private final PartsPolicy.Dealt policy;
  private final boolean[] leftOut;

  /**
   * A dealer of these clusters.
   *
   * @param leftOut rows that count for nothing, because they are quarantined
   */
  Dealer(
      Units units,
      Clustering clustering,
      Labels labels,
      PartsPolicy.Dealt policy,
      boolean[] leftOut) {
    this.units = units;
    this.clustering = clustering;
    this.labels = new LabelCounts(labels);
    this.policy = policy;
    this.leftOut = leftOut;
  }

  void deal() {
    int[] clustersWith = new int[labels.columns()];
    for (int column = 0; column < clustersWith.length; column++) {
      clustersWith[column] = clustersWith(column).length;
    }
    IntStream.range(0, clustersWith.length)
        .filter(column -> clustersWith[column] > 0 && clustersWith[column] < RARE_BELOW_CLUSTERS)
        .boxed()
        .sorted(Comparator.comparingInt(column -> clustersWith[column]))
        .forEach(this::dealRare);
    for (int unit = 0; unit < units.count(); unit++) {
      if (clustering.root(unit) == unit && clustering.part(unit) == null) {
        clustering.decide(unit, policy.shares().at(StableHash.unit(dealingHash(unit))));
      }
    }
  }

  private long dealingHash(int unit) {
    return StableHash.combine(units.hash(unit), policy.seed());
  }

  /** Rows of a label by root of their cluster; empty places stand for clusters without it. */
  private int[] rowsByRoot(int column) {
    int[] rows = new int[units.count()];
    for (int row = 0; row < leftOut.length; row++) {
      if (!leftOut[row] && labels.has(row, column)) {
        rows[clustering.root(units.of(row))]++;
      }
    }
    return rows;
  }

  private int[] clustersWith(int column) {
    int[] rows = rowsByRoot(column);
    return IntStream.range(0, rows.length).filter(root -> rows[root] > 0).toArray();
  }

  private void dealRare(int column) {
    int[] rows = rowsByRoot(column);
    EnumMap<Part, Long> have = new EnumMap<>(Part.class);
    long total = 0;
    List<Integer> undecided = new ArrayList<>();
    for (int root = 0; root < rows.length; root++) {
      total += rows[root];
      @Nullable Part part = clustering.part(root);
      if (rows[root] > 0 && part == null) {
        undecided.add(root);
      } else if (part != null) {
        have.merge(part, (long) rows[root], Long::sum);
      }
    }
    undecided.sort(
        Comparator.<Integer>comparingLong(this::dealingHash)
            .thenComparing(Comparator.naturalOrder()));
    for (int root : undecided) {
      Part part = mostLacking(have, total);
      clustering.decide(root, part);
      have.merge(part, (long) rows[root], Long::sum);
    }
  }

  /** Of equal deficits the part with the greater share, then the first part. */
  private Part mostLacking(Map<Part, Long> have, long total) {
    Part best = Part.TRAIN;
    double greatest = Double.NEGATIVE_INFINITY;
    for (Part part : Part.values()) {
      double deficit = policy.shares().of(part) * total - have.getOrDefault(part, 0L);
      if (policy.shares().of(part) > 0 && deficit > greatest) {
        greatest = deficit;
        best = part;
      }
    }
    return best;
  }
}
