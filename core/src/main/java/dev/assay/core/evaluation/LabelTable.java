package dev.assay.core.evaluation;

import dev.assay.core.metric.Confusion;
import dev.assay.core.metric.RankTally;

/** The sufficient statistics of one label for each of a number of cells. */
final class LabelTable {

  private static final int OUTCOMES = 4;

  private final long[] outcomes;
  private final double[] squaredErrors;
  private final double[] logLosses;
  private final BinTable bins;
  private final RankTally[] ranks;
  private long[] events;

  LabelTable(int cells) {
    outcomes = new long[cells * OUTCOMES];
    squaredErrors = new double[cells];
    logLosses = new double[cells];
    bins = new BinTable(cells);
    ranks = newRanks(cells);
    events = new long[cells];
  }

  static RankTally[] newRanks(int cells) {
    RankTally[] ranks = new RankTally[cells];
    for (int cell = 0; cell < cells; cell++) {
      ranks[cell] = new RankTally();
    }
    return ranks;
  }

  /** Adds a row whose losses are known already, so that they are computed once for all tables. */
  void add(int cell, ScoredRow row) {
    outcomes[cell * OUTCOMES + (row.positive ? 0 : 2) + (row.decided ? 0 : 1)]++;
    squaredErrors[cell] += row.squaredError;
    logLosses[cell] += row.logLoss;
    bins.add(cell, row.score, row.positive);
  }

  /** Adds a row to the ranks; rows come from the highest score to the lowest. */
  void rank(int cell, float score, boolean positive) {
    ranks[cell].add(score, positive, 1);
  }

  void setEvents(long[] counts) {
    events = counts;
  }

  Confusion confusion(int cell) {
    int at = cell * OUTCOMES;
    return new Confusion(outcomes[at], outcomes[at + 2], outcomes[at + 1], outcomes[at + 3]);
  }

  Mean squaredError(int cell) {
    return new Mean(squaredErrors[cell], confusion(cell).rows());
  }

  Mean logLoss(int cell) {
    return new Mean(logLosses[cell], confusion(cell).rows());
  }

  Reliability reliability(int cell) {
    return bins.reliability(cell);
  }

  RankTally ranks(int cell) {
    return ranks[cell];
  }

  long events(int cell) {
    return events[cell];
  }

  /** A row of one label, used again for every row so that the loop over rows allocates nothing. */
  static final class ScoredRow {
    private float score;
    private boolean positive;
    private boolean decided;
    private double squaredError;
    private double logLoss;

    void set(float rowScore, boolean isPositive, boolean isDecided) {
      score = rowScore;
      positive = isPositive;
      decided = isDecided;
      squaredError = Loss.squared(rowScore, isPositive);
      logLoss = Loss.log(rowScore, isPositive);
    }
  }
}
