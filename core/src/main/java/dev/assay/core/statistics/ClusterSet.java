package dev.assay.core.statistics;

import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The clusters that hold rows of a figure. A figure of one slice may rest on few of all clusters,
 * and it is their number that decides how its interval is found. Immutable.
 */
public final class ClusterSet {

  private final BitSet members;

  private ClusterSet(BitSet members) {
    this.members = members;
  }

  /** All clusters. */
  public static ClusterSet all(Clusters clusters) {
    BitSet members = new BitSet(clusters.count());
    members.set(0, clusters.count());
    return new ClusterSet(members);
  }

  /** The clusters that hold a row for which the test is true. */
  public static ClusterSet holding(Clusters clusters, IntPredicate row) {
    BitSet members = new BitSet(clusters.count());
    for (int i = 0; i < clusters.rows(); i++) {
      if (row.test(i)) {
        members.set(clusters.of(i));
      }
    }
    return new ClusterSet(members);
  }

  /** How many clusters are in the set. */
  public int count() {
    return members.cardinality();
  }

  /**
   * The clusters of the set dealt out in turn to at most so many blocks, as cluster numbers; with
   * no more clusters than that, each is a block of its own.
   */
  List<int[]> blocks(int atMost) {
    int[] numbers = members.stream().toArray();
    int blocks = Math.min(atMost, numbers.length);
    return IntStream.range(0, blocks)
        .mapToObj(
            block ->
                IntStream.iterate(block, i -> i < numbers.length, i -> i + blocks)
                    .map(i -> numbers[i])
                    .toArray())
        .toList();
  }
}
