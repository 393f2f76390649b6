package dev.assay.text.network;

/** How the hidden states of the tokens of a text become one vector. Padding never takes part. */
public enum Pooling {
  /** The hidden state of the first token, {@code (d)}. */
  CLS,
  /** The mean over the tokens, {@code (d)}. */
  MEAN,
  /**
   * The mean over the tokens and the last four layers (all, where there are fewer), {@code (d)}.
   */
  LAST4_MEAN,
  /**
   * A mean over the tokens weighed by a softmax of {@code h · a}, with a learned vector {@code a},
   * {@code (d)}.
   */
  ATTENTION
}
