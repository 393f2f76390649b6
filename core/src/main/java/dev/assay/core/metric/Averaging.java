package dev.assay.core.metric;

/** How the figures of several labels become one. */
public enum Averaging {
  /** No averaging: the figure of one label, or of a task as a whole where it has one. */
  NONE(""),
  /** The mean over labels, each counting the same. */
  MACRO("_macro"),
  /** The figure of all cells {@code (n, k)} pooled into one label. */
  MICRO("_micro"),
  /** The mean over labels, each counting as often as it has positives. */
  WEIGHTED("_weighted");

  private final String suffix;

  Averaging(String suffix) {
    this.suffix = suffix;
  }

  /** What it adds to the name of a measure, such as {@code _macro}; empty for none. */
  public String suffix() {
    return suffix;
  }
}
