package dev.assay.core.bundle;

import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.Column;
import dev.assay.core.example.NumericColumn;
import dev.assay.core.example.TextColumn;

/** What kind of values an input of a model has. */
public enum InputKind {
  /** Numbers. */
  NUMERIC,
  /** One of a set of levels. */
  CATEGORICAL,
  /** Free text. */
  TEXT,
  /** The group of the row, by which the model knows what to do with it. */
  GROUP;

  /** The kind of a column. */
  public static InputKind of(Column column) {
    return switch (column) {
      case NumericColumn numeric -> NUMERIC;
      case CategoricalColumn categorical -> CATEGORICAL;
      case TextColumn text -> TEXT;
    };
  }
}
