package dev.assay.text.onnx;

import java.util.Locale;

/** How the weights of a classifier are stored in its ONNX file, and what its products run on. */
public enum Precision {
  /** Everything in 32 bit floats. */
  FP32,

  /**
   * The matrices of the encoder in 16 bit floats, half the file. They become 32 bit floats when the
   * file is opened: processors multiply those fast, and scores differ from {@link #FP32} by no more
   * than the rounding of the weights.
   */
  FP16,

  /**
   * The linear maps of the encoder in 8 bit integers with a scale by output, the word embeddings in
   * 8 bit integers with a scale by row, a quarter of the file. Hidden states are quantised as they
   * come, with one scale for a whole batch: whoever runs such a file with several texts in a batch
   * gets scores that depend on which texts share it.
   *
   * <p>On x86 processors without VNNI (before Ice Lake and Zen 4) sums of two products overflow 16
   * bits and are cut off: {@link #INT8_REDUCED} is for those.
   */
  INT8,

  /**
   * As {@link #INT8} with 7 bits of each weight of the linear maps in use, so that no sum overflows
   * on any processor. Coarser, and no slower.
   */
  INT8_REDUCED;

  /** The name in the properties of a file, e.g. {@code int8}. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
