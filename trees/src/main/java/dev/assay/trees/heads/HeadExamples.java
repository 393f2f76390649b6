package dev.assay.trees.heads;

import dev.assay.core.example.Dataset;
import dev.assay.core.fingerprint.StableHash;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What each head learns from: the rows of its cluster whose label is known, and known negatives
 * from outside as anchors.
 *
 * <p>Anchors are the first in one seeded order of all rows, by the hash of their ids. So they do
 * not depend on the order of the data, and a fold that is left out changes few of them.
 */
final class HeadExamples {

  private final Dataset examples;
  private final int[] clusterOfRow;
  private final int negatives;
  private final int[] anchorOrder;

  /**
   * Examples of heads.
   *
   * @param clusterOfRow the cluster of each row, or {@link ClusterMap#NONE}
   * @param negatives how many anchors a head gets where there are as many
   */
  HeadExamples(Dataset examples, int[] clusterOfRow, int negatives, long seed) {
    this.examples = examples;
    this.clusterOfRow = clusterOfRow.clone();
    this.negatives = negatives;
    this.anchorOrder = order(examples, seed);
  }

  private static int[] order(Dataset examples, long seed) {
    int n = examples.size();
    long[] hashes = new long[n];
    for (int row = 0; row < n; row++) {
      hashes[row] = StableHash.of(examples.attributes().id(row), seed);
    }
    return IntStream.range(0, n)
        .boxed()
        .sorted((a, b) -> Long.compare(hashes[a], hashes[b]))
        .mapToInt(row -> row)
        .toArray();
  }

  /** The rows of the head's cluster whose label is known. */
  int[] clusterRows(HeadKey head, IntPredicate allowed) {
    return IntStream.range(0, clusterOfRow.length)
        .filter(row -> clusterOfRow[row] == head.cluster())
        .filter(row -> examples.labels().isKnown(row, head.label()))
        .filter(allowed)
        .toArray();
  }

  /** The anchors of a head: known negatives of its label from outside of its cluster. */
  int[] anchors(HeadKey head, IntPredicate allowed) {
    return Arrays.stream(anchorOrder)
        .filter(row -> clusterOfRow[row] != head.cluster())
        .filter(row -> examples.labels().state(row, head.label()) == Labels.NEGATIVE)
        .filter(allowed)
        .limit(negatives)
        .toArray();
  }

  /** What a head learns from, out of the rows allowed. */
  Dataset of(HeadKey head, IntPredicate allowed) {
    int[] rows =
        IntStream.concat(
                Arrays.stream(clusterRows(head, allowed)), Arrays.stream(anchors(head, allowed)))
            .sorted()
            .toArray();
    return ofLabel(examples.select(rows), head.label());
  }

  /** Examples with one of their labels alone. */
  static Dataset ofLabel(Dataset examples, int label) {
    String name = examples.schema().names().get(label);
    byte[][] states = {examples.labels().column(label)};
    return examples.withLabels(Labels.ofColumns(LabelSchema.binary(name), states));
  }
}
