package dev.assay.text.network;

import dev.assay.text.encoder.EncoderWeights;

/**
 * An encoder with a head, trained or about to be.
 *
 * @param encoder the encoder
 * @param head the head on it
 * @param activation what makes scores of logits
 */
public record Classifier(EncoderWeights encoder, Head head, Activation activation) {

  /** Checks that the head fits on the encoder. */
  public Classifier {
    if (head.layers().getFirst().in() != encoder.architecture().width()) {
      throw new IllegalArgumentException("The head does not fit on the encoder.");
    }
  }

  /** What makes scores of logits. */
  public enum Activation {
    /** Each label by itself: binary and multilabel tasks. */
    SIGMOID,
    /** Shares that sum to one: multiclass tasks. */
    SOFTMAX
  }
}
