package dev.assay.text.encoder;

/**
 * The buckets into which distances between tokens fall: half of them for each direction, of those
 * one half for a distance each and the other for ranges that grow logarithmically up to 128 (Raffel
 * et al., 2020, for T5; MPNet takes them over).
 */
public final class RelativeBuckets {

  private static final int FARTHEST = 128;

  private RelativeBuckets() {}

  /**
   * The bucket of a distance, in {@code [0, buckets)}.
   *
   * @param distance the place of the token attended to less the place of the attending one
   * @param buckets how many there are
   */
  public static int bucket(int distance, int buckets) {
    int half = buckets / 2;
    int near = half / 2;
    int far = Math.abs(distance);
    int direction = distance > 0 ? half : 0;
    if (far < near) {
      return direction + far;
    }
    // In floats, as the library does that encoders were trained with: at the edges of buckets the
    // rounding decides.
    float share = (float) Math.log((float) far / near) / (float) Math.log((double) FARTHEST / near);
    return direction + Math.min(half - 1, near + (int) (share * (half - near)));
  }
}
