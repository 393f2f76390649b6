package dev.assay.core.prediction;

import java.util.Arrays;

/**
 * Puts scores of one model on the scale of another by their rank: each becomes the score that
 * stands at the same place among the other's. Order is kept, ties are too.
 */
public final class ScoreScale {

  private final float[] from;
  private final float[] to;

  /**
   * The map between the scores of two models for the same rows.
   *
   * @param from those of the model whose scores are put on the other's scale, in {@code [0, 1]}
   * @param to those of the other, as many
   * @throws IllegalArgumentException where they are not as many
   */
  public ScoreScale(float[] from, float[] to) {
    if (from.length != to.length) {
      throw new IllegalArgumentException(
          "%d scores cannot be put on the scale of %d.".formatted(from.length, to.length));
    }
    this.from = from.clone();
    this.to = to.clone();
    Arrays.sort(this.from);
    Arrays.sort(this.to);
  }

  /**
   * A score on the other scale. Of equal scores that the map is made from the middle place counts.
   * What lies between two of them comes to lie between theirs, in the same proportion; 0 and 1 are
   * the ends of both scales.
   *
   * @param score in {@code [0, 1]}
   */
  public float of(float score) {
    int place = Arrays.binarySearch(from, score);
    if (place >= 0) {
      return atPlace(place);
    }
    int above = -place - 1;
    double low = above > 0 ? from[above - 1] : 0;
    double high = above < from.length ? from[above] : 1;
    double lowTo = above > 0 ? atPlace(above - 1) : 0;
    double highTo = above < from.length ? atPlace(above) : 1;
    return (float) (lowTo + (score - low) / (high - low) * (highTo - lowTo));
  }

  /** What the score at a place becomes. */
  private float atPlace(int place) {
    int first = place;
    int last = place;
    while (first > 0 && from[first - 1] == from[place]) {
      first--;
    }
    while (last + 1 < from.length && from[last + 1] == from[place]) {
      last++;
    }
    return to[(first + last) >>> 1];
  }
}
