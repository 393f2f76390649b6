package dev.assay.text.encoder;

import java.nio.charset.StandardCharsets;

/** An encoder to fine-tune, with the tokeniser that it was trained with. */
public final class PretrainedEncoder {

  private final String name;
  private final EncoderWeights weights;
  private final byte[] tokeniser;

  /**
   * An encoder.
   *
   * @param name what the user called it
   * @param tokeniser the content of Hugging Face's {@code tokenizer.json}
   */
  public PretrainedEncoder(String name, EncoderWeights weights, byte[] tokeniser) {
    this.name = name;
    this.weights = weights;
    this.tokeniser = tokeniser.clone();
  }

  /** What the user called it. */
  public String name() {
    return name;
  }

  /** Its weights. */
  public EncoderWeights weights() {
    return weights;
  }

  /** The content of its {@code tokenizer.json}, in UTF-8. */
  public String tokeniser() {
    return new String(tokeniser, StandardCharsets.UTF_8);
  }
}
