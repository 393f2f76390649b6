package dev.assay.core.label;

/** What kind of question a label schema asks of each example. */
public enum TaskKind {
  /** One label that is there or not; {@code k = 1}. */
  BINARY,
  /** Exactly one of {@code k >= 2} labels. */
  MULTICLASS,
  /** Any number of {@code k >= 1} labels. */
  MULTILABEL
}
