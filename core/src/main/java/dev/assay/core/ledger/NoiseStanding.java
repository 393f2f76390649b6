package dev.assay.core.ledger;

/** How a measured effect compares with what the seed of the training alone does. */
public enum NoiseStanding {
  /** Larger than the seed alone would make it. */
  BEYOND("beyond"),
  /** Another seed might have given as much. */
  WITHIN("within"),
  /** Nobody measured what the seed does, or the effect is undefined. */
  UNKNOWN("not measured");

  private final String words;

  NoiseStanding(String words) {
    this.words = words;
  }

  /** The standing as a report says it. */
  public String words() {
    return words;
  }
}
