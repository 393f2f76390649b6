package dev.assay.data.parts;

/** What an example is for. An id never changes part when data is added. */
public enum Part {
  /** To learn from. */
  TRAIN,
  /** To stop early, calibrate and choose thresholds on. */
  VALIDATION,
  /** To be judged on. */
  TEST;

  /** The word of files and messages: the name in lower case. */
  public String word() {
    return switch (this) {
      case TRAIN -> "train";
      case VALIDATION -> "validation";
      case TEST -> "test";
    };
  }
}
