package dev.assay.text.onnx;

import dev.assay.text.encoder.EncoderWeights;
import dev.assay.text.encoder.FloatTensor;
import dev.assay.text.encoder.RelativeBuckets;

/** The biases that an encoder with relative positions learned, by distance. */
final class RelativeBiases {

  private RelativeBiases() {}

  /**
   * The bias of every distance that texts can have, {@code (heads, 2P - 1)} with {@code P} tokens
   * in the longest text: the distance {@code -(P - 1)} first.
   */
  static FloatTensor of(EncoderWeights weights) {
    FloatTensor learned = EncoderGraph.weight(weights, "encoder.relative_attention_bias.weight");
    int heads = weights.architecture().heads();
    int longest = weights.architecture().longestText();
    int distances = 2 * longest - 1;
    float[] biases = new float[heads * distances];
    for (int i = 0; i < distances; i++) {
      int bucket =
          RelativeBuckets.bucket(i - (longest - 1), weights.architecture().relativeBuckets());
      for (int head = 0; head < heads; head++) {
        biases[head * distances + i] = learned.value(bucket * heads + head);
      }
    }
    return FloatTensor.of(biases, heads, distances);
  }
}
