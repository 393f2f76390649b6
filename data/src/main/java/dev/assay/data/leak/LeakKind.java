package dev.assay.data.leak;

/** How an example of one set is in another. */
public enum LeakKind {
  /** Under the same id. */
  SAME_ID,
  /** As the example that the other was derived from. */
  DERIVED,
  /** With the same inputs under another id. */
  SAME_CONTENT,
  /** With nearly the same inputs under another id. */
  NEAR_DUPLICATE;

  /** The kind in words. */
  public String words() {
    return switch (this) {
      case SAME_ID -> "same id";
      case DERIVED -> "derived";
      case SAME_CONTENT -> "same content";
      case NEAR_DUPLICATE -> "near-duplicate";
    };
  }
}
