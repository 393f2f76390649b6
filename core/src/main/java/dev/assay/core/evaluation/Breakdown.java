package dev.assay.core.evaluation;

import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.metric.Confusion;
import dev.assay.core.metric.Measure;
import dev.assay.core.metric.MetricValue;
import dev.assay.core.metric.RankTally;
import dev.assay.core.metric.RankedScores;
import org.jspecify.annotations.Nullable;

/**
 * The statistics of all labels for each level of an attribute, or for all rows. Different labels
 * may be filled in by different threads.
 */
final class Breakdown {

  private final @Nullable CategoricalColumn column;
  private final LabelTable[] labels;
  private final RowTable rows;
  private final RankTally[] pooled;

  Breakdown(@Nullable CategoricalColumn column, int labelCount) {
    this.column = column;
    int cells = column == null ? 1 : column.levels().size();
    labels = new LabelTable[labelCount];
    for (int label = 0; label < labelCount; label++) {
      labels[label] = new LabelTable(cells);
    }
    rows = new RowTable(cells);
    pooled = LabelTable.newRanks(cells);
  }

  boolean isBy(@Nullable CategoricalColumn other) {
    return column == other;
  }

  /** The cell of a row, or a negative number where its level is missing. */
  int cellOf(int row) {
    return column == null ? 0 : column.code(row);
  }

  void add(int row, int label, LabelTable.ScoredRow scored) {
    int cell = cellOf(row);
    if (cell >= 0) {
      labels[label].add(cell, scored);
    }
  }

  void rank(int label, RankedScores ranked) {
    for (int rank = 0; rank < ranked.size(); rank++) {
      int cell = cellOf(ranked.row(rank));
      if (cell >= 0) {
        labels[label].rank(cell, ranked.score(rank), ranked.isPositive(rank));
      }
    }
  }

  void countEvents(int label, int[] events) {
    int cells = column == null ? 1 : column.levels().size();
    labels[label].setEvents(Events.countByCell(events, this::cellOf, cells));
  }

  void addRow(int row, RowOutcomes outcomes) {
    int cell = cellOf(row);
    if (cell >= 0) {
      rows.addRow(cell, outcomes, row);
    }
  }

  void addClass(int row, double logLoss, double topScore, boolean right) {
    int cell = cellOf(row);
    if (cell >= 0) {
      rows.addClass(cell, logLoss, topScore, right);
    }
  }

  /** Adds the cells of all labels, from the highest score to the lowest. */
  void pool(RankedScores ranked) {
    for (int rank = 0; rank < ranked.size(); rank++) {
      int cell = cellOf(ranked.row(rank));
      if (cell >= 0) {
        pooled[cell].add(ranked.score(rank), ranked.isPositive(rank), 1);
      }
    }
  }

  /** Whether a cell has a row with a known label. */
  boolean hasRows(int cell) {
    return rows.anyKnown(cell) > 0;
  }

  /** The support of a label, or of all labels for {@link Formula#ALL}. */
  Support support(int cell, int label) {
    if (label != Formula.ALL) {
      Confusion confusion = labels[label].confusion(cell);
      return new Support(confusion.rows(), confusion.positives(), labels[label].events(cell));
    }
    long positives = 0;
    long events = 0;
    for (LabelTable table : labels) {
      positives += table.confusion(cell).positives();
      events += table.events(cell);
    }
    return new Support(rows.anyKnown(cell), positives, events);
  }

  /** The statistics of one cell. */
  Tally tally(int cell) {
    return new CellTally(cell);
  }

  private final class CellTally implements Tally {

    private final int cell;

    CellTally(int cell) {
      this.cell = cell;
    }

    @Override
    public Confusion confusion(int label) {
      return labels[label].confusion(cell);
    }

    @Override
    public Mean squaredError(int label) {
      return labels[label].squaredError(cell);
    }

    @Override
    public Mean logLoss(int label) {
      return labels[label].logLoss(cell);
    }

    @Override
    public Reliability reliability(int label) {
      return labels[label].reliability(cell);
    }

    @Override
    public MetricValue rank(Measure measure, int label) {
      return labels[label].ranks(cell).value(measure);
    }

    @Override
    public MetricValue pooledRank(Measure measure) {
      return pooled[cell].value(measure);
    }

    @Override
    public Mean exactMatches() {
      return rows.exactMatches(cell);
    }

    @Override
    public Mean classLogLoss() {
      return rows.classLogLoss(cell);
    }

    @Override
    public Reliability topLabelReliability() {
      return rows.topLabelReliability(cell);
    }
  }
}
