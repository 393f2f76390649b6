package dev.assay.pipeline.scoring;

import dev.assay.core.example.Attributes;
import dev.assay.core.fingerprint.StableHash;
import dev.assay.core.prediction.Folds;
import dev.assay.data.parts.PartsUnit;
import java.util.function.IntToLongFunction;

/**
 * Folds of validation rows for cross-fitting. Rows that depend on each other share a fold: those of
 * a group, else those of a time block, else each row is by itself. The hash decides, so that the
 * order of rows does not matter.
 */
public final class ValidationFolds {

  /** Each fold is judged by what four fifths chose; more folds cost more and say little more. */
  public static final int COUNT = 5;

  private ValidationFolds() {}

  /**
   * The folds of rows.
   *
   * @param horizonDays how many days ahead the labels look; 0 for none
   */
  public static Folds of(Attributes attributes, int horizonDays) {
    IntToLongFunction key = key(attributes, horizonDays);
    int[] folds = new int[attributes.size()];
    for (int row = 0; row < folds.length; row++) {
      folds[row] = (int) Long.remainderUnsigned(StableHash.mix(key.applyAsLong(row)), COUNT);
    }
    return Folds.of(folds, COUNT);
  }

  private static IntToLongFunction key(Attributes attributes, int horizonDays) {
    if (attributes.group().isPresent()) {
      return row -> attributes.group().get().hash(row);
    }
    if (attributes.time().isPresent() && horizonDays > 0) {
      int days = PartsUnit.ByBlock.forHorizon(horizonDays).days();
      return row -> Math.floorDiv(attributes.time().get().epochDay(row), days);
    }
    return row -> StableHash.of(attributes.id(row));
  }
}
