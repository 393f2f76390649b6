package dev.assay.core.evaluation;

/** The statistics of whole rows, all labels together, for each of a number of cells. */
final class RowTable {

  private final long[] anyKnown;
  private final long[] allKnown;
  private final long[] exact;
  private final double[] classLogLosses;
  private final BinTable topLabel;

  RowTable(int cells) {
    anyKnown = new long[cells];
    allKnown = new long[cells];
    exact = new long[cells];
    classLogLosses = new double[cells];
    topLabel = new BinTable(cells);
  }

  void addRow(int cell, RowOutcomes rows, int row) {
    anyKnown[cell] += rows.isAnyKnown(row) ? 1 : 0;
    if (rows.isAllKnown(row)) {
      allKnown[cell]++;
      exact[cell] += rows.isExact(row) ? 1 : 0;
    }
  }

  void addClass(int cell, double logLoss, double topScore, boolean right) {
    classLogLosses[cell] += logLoss;
    topLabel.add(cell, topScore, right);
  }

  long anyKnown(int cell) {
    return anyKnown[cell];
  }

  Mean exactMatches(int cell) {
    return new Mean(exact[cell], allKnown[cell]);
  }

  Mean classLogLoss(int cell) {
    return new Mean(classLogLosses[cell], allKnown[cell]);
  }

  Reliability topLabelReliability(int cell) {
    return topLabel.reliability(cell);
  }
}
