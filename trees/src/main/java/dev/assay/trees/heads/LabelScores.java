package dev.assay.trees.heads;

import dev.assay.core.label.Labels;

/**
 * What the stack of one label learns from or scores: for each of {@code n} rows the score of the
 * base and, where there is one, that of the head of its cluster. The arrays are taken over.
 */
final class LabelScores {

  private final float[] base;
  private final float[] head;
  private final int[] clusterOfRow;

  /**
   * Scores of rows.
   *
   * @param base in {@code [0, 1]}
   * @param head in {@code [0, 1]}; NaN for a row without a head
   * @param clusterOfRow the cluster of each row, or {@link ClusterMap#NONE}
   */
  LabelScores(float[] base, float[] head, int[] clusterOfRow) {
    this.base = base;
    this.head = head;
    this.clusterOfRow = clusterOfRow;
  }

  /** The number of rows, {@code n}. */
  int size() {
    return base.length;
  }

  float base(int row) {
    return base[row];
  }

  float head(int row) {
    return head[row];
  }

  /** Whether the row has the score of a head. */
  boolean hasHead(int row) {
    return !Float.isNaN(head[row]);
  }

  /** The cluster of a row, or {@link ClusterMap#NONE}. */
  int cluster(int row) {
    return clusterOfRow[row];
  }

  /** The mean log-odds of a cluster's head over its rows; 0 where it has scored none. */
  double centre(int cluster) {
    double sum = 0;
    long rows = 0;
    for (int row = 0; row < head.length; row++) {
      if (clusterOfRow[row] == cluster && hasHead(row)) {
        sum += Logit.of(head[row]);
        rows++;
      }
    }
    return rows == 0 ? 0 : sum / rows;
  }

  /** The score that a stack makes of a row. */
  double stacked(Stack stack, int row) {
    if (hasHead(row)) {
      Stack.HeadTerm term = stack.head(clusterOfRow[row]).orElse(null);
      if (term != null) {
        return stack.score(base[row], term, head[row]);
      }
    }
    return stack.score(base[row]);
  }

  /** The scores that a stack makes of all rows. */
  float[] stacked(Stack stack) {
    float[] scores = new float[base.length];
    for (int row = 0; row < scores.length; row++) {
      scores[row] = (float) stacked(stack, row);
    }
    return scores;
  }

  /** The log loss that a stack has on a row of known label. */
  double loss(Stack stack, int row, byte state) {
    double score = Math.clamp(stacked(stack, row), 1e-15, 1 - 1e-15);
    return -Math.log(state == Labels.POSITIVE ? score : 1 - score);
  }
}
