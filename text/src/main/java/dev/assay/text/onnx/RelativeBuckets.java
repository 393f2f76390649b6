package dev.assay.text.onnx;

import dev.assay.text.encoder.EncoderWeights;
import dev.assay.text.encoder.FloatTensor;

/**
 * The buckets into which distances between tokens fall: half of them for each direction, of those
 * one half for a distance each and the other for ranges that grow logarithmically up to 128 (Raffel
 * et al., 2020, for T5; MPNet takes them over).
 */
final class RelativeBuckets {

  private static final int FARTHEST = 128;

  private RelativeBuckets() {}

  /**
   * The bucket of a distance.
   *
   * @param distance the place of the token attended to less the place of the attending one
   * @param buckets how many there are
   */
  static int bucket(int distance, int buckets) {
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

  /**
   * The bias of every distance that texts can have, {@code (heads, 2P - 1)} with {@code P} tokens
   * in the longest text: the distance {@code -(P - 1)} first.
   */
  static FloatTensor biases(EncoderWeights weights) {
    FloatTensor learned = EncoderGraph.weight(weights, "encoder.relative_attention_bias.weight");
    int heads = weights.architecture().heads();
    int longest = weights.architecture().longestText();
    int distances = 2 * longest - 1;
    float[] biases = new float[heads * distances];
    for (int i = 0; i < distances; i++) {
      int bucket = bucket(i - (longest - 1), weights.architecture().relativeBuckets());
      for (int head = 0; head < heads; head++) {
        biases[head * distances + i] = learned.value(bucket * heads + head);
      }
    }
    return FloatTensor.of(biases, heads, distances);
  }
}
