package dev.assay.text.torch;

import org.bytedeco.pytorch.Tensor;

/** The gradient by the embeddings of the distinct tokens of a batch, {@code (u, d)}. */
final class WordGradient implements AutoCloseable {

  private final long[] vocabulary;
  private final Tensor gradient;

  /**
   * A gradient, which is closed with this.
   *
   * @param vocabulary the tokens, ascending
   */
  WordGradient(long[] vocabulary, Tensor gradient) {
    this.vocabulary = vocabulary.clone();
    this.gradient = gradient;
  }

  /** The tokens, ascending. */
  long[] vocabulary() {
    return vocabulary.clone();
  }

  /** The gradient, a row a token. */
  Tensor gradient() {
    return gradient;
  }

  @Override
  public void close() {
    gradient.releaseReference();
  }
}
