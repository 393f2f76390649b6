package dev.assay.data.parts;

import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.problem.Problems;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The parts of {@code n} rows as a column of the data gives them. Immutable. */
public final class GivenParts {

  private static final Map<String, Part> WORDS =
      Map.of(
          "train", Part.TRAIN,
          "training", Part.TRAIN,
          "validation", Part.VALIDATION,
          "valid", Part.VALIDATION,
          "val", Part.VALIDATION,
          "dev", Part.VALIDATION,
          "test", Part.TEST);

  private final Part[] parts;

  private GivenParts(Part[] parts) {
    this.parts = parts;
  }

  /** The parts of rows in order, one each. */
  public static GivenParts of(List<Part> parts) {
    return new GivenParts(parts.toArray(Part[]::new));
  }

  /**
   * Parts out of a column: train or training; validation, valid, val or dev; test; in any case.
   *
   * @param where the file and column for messages
   * @throws dev.assay.core.problem.InvalidInputException with every unknown word and missing value
   */
  public static GivenParts parse(CategoricalColumn column, String where) {
    Problems problems = new Problems();
    @Nullable Part[] ofLevel = new @Nullable Part[column.levels().size()];
    for (int level = 0; level < ofLevel.length; level++) {
      String word = column.levels().get(level);
      ofLevel[level] = WORDS.get(word.strip().toLowerCase(Locale.ROOT));
    }
    Part[] parts = new Part[column.size()];
    for (int row = 0; row < parts.length; row++) {
      int code = column.code(row);
      Part part = code == CategoricalColumn.MISSING ? null : ofLevel[code];
      if (part == null) {
        problems.add(
            where,
            "row " + (row + 1) + " has the part '" + Objects.toString(column.value(row), "") + "'.",
            "Parts are train, validation (or dev) and test.");
      } else {
        parts[row] = part;
      }
    }
    problems.throwIfAny();
    return new GivenParts(parts);
  }

  /** The number of rows, {@code n}. */
  public int size() {
    return parts.length;
  }

  /** The part of a row. */
  public Part part(int row) {
    return parts[row];
  }

  /** The parts of some rows, in the order given. */
  public GivenParts select(int[] rows) {
    Part[] selected = new Part[rows.length];
    for (int i = 0; i < rows.length; i++) {
      selected[i] = parts[rows[i]];
    }
    return new GivenParts(selected);
  }
}
