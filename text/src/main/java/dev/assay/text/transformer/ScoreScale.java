package dev.assay.text.transformer;

import java.util.Arrays;

/**
 * Puts scores of one model on the scale of another by their rank: each becomes the score that
 * stands at the same place among the other's. Order is kept, ties are too.
 */
final class ScoreScale {

  private final float[] from;
  private final float[] to;

  /**
   * The map between the scores of two models for the same rows.
   *
   * @param from those of the model whose scores are put on the other's scale
   * @param to those of the other, as many
   */
  ScoreScale(float[] from, float[] to) {
    this.from = from.clone();
    this.to = to.clone();
    Arrays.sort(this.from);
    Arrays.sort(this.to);
  }

  /**
   * A score on the other scale.
   *
   * @param score one of those that the map is made from; of equal ones the middle place counts
   */
  float of(float score) {
    int first = Arrays.binarySearch(from, score);
    if (first < 0) {
      throw new IllegalArgumentException(score + " is none of the scores.");
    }
    int last = first;
    while (first > 0 && from[first - 1] == score) {
      first--;
    }
    while (last + 1 < from.length && from[last + 1] == score) {
      last++;
    }
    return to[(first + last) >>> 1];
  }
}
