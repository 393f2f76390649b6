package dev.assay.core.ledger;

/** How an expected effect compares with the measured one, its interval considered. */
public enum Agreement {
  /** Measured within the range expected, and told apart from no effect. */
  AS_EXPECTED("as expected"),
  /** Measured, with its whole interval, below the range expected. */
  BELOW("below"),
  /** Measured, with its whole interval, above the range expected. */
  ABOVE("above"),
  /** The measurement does not tell, or there is none. */
  UNDECIDED("undecided");

  private final String words;

  Agreement(String words) {
    this.words = words;
  }

  /** The agreement as a report says it. */
  public String words() {
    return words;
  }
}
