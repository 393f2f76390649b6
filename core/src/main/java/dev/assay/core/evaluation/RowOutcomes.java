package dev.assay.core.evaluation;

import dev.assay.core.label.Labels;
import java.util.Arrays;

/**
 * Whether rows are known and decided right in all labels; read label by label, as they are stored.
 */
final class RowOutcomes {

  private final boolean[] anyKnown;
  private final boolean[] allKnown;
  private final boolean[] exact;

  RowOutcomes(Labels truth, boolean[][] decided) {
    int n = truth.size();
    anyKnown = new boolean[n];
    allKnown = new boolean[n];
    exact = new boolean[n];
    Arrays.fill(allKnown, true);
    Arrays.fill(exact, true);
    for (int label = 0; label < decided.length; label++) {
      for (int row = 0; row < n; row++) {
        byte state = truth.state(row, label);
        anyKnown[row] |= state != Labels.UNKNOWN;
        allKnown[row] &= state != Labels.UNKNOWN;
        exact[row] &= decided[label][row] == (state == Labels.POSITIVE);
      }
    }
  }

  boolean isAnyKnown(int row) {
    return anyKnown[row];
  }

  boolean isAllKnown(int row) {
    return allKnown[row];
  }

  /** Whether every label is decided as it is; says nothing unless all are known. */
  boolean isExact(int row) {
    return exact[row];
  }
}
