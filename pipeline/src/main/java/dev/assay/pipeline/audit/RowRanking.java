package dev.assay.pipeline.audit;

import dev.assay.core.comparison.Side;
import dev.assay.core.example.TimeColumn;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.prediction.Predictions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Ranks the rows that a person should label, or look at again. */
public final class RowRanking {

  private final Deficits deficits;
  private final OptionalLong lastKnownDay;

  /**
   * A ranking for these needs.
   *
   * @param lastKnownDay the last epoch day whose label can be known: an unknown label of a later
   *     one is waited for, not asked for; empty for data without time
   */
  public RowRanking(List<LabelNeed> needs, LabelSchema schema, OptionalLong lastKnownDay) {
    deficits = new Deficits(needs, schema);
    this.lastKnownDay = lastKnownDay;
  }

  /**
   * The rows, the most urgent first: the priority of an unlabelled row is how near it is to the cut
   * times the share of the events that its group or label lacks, that of a doubtful one how little
   * the model believes its label.
   *
   * @param sides scores of rows, each by models that were not trained on these, and how they are
   *     decided on; no row in two of them
   */
  public List<RowToLabel> ranked(List<Side> sides) {
    List<RowToLabel> rows = new ArrayList<>();
    for (Side side : sides) {
      Predictions predictions = side.predictions();
      rows.addAll(
          new UnlabelledRows(deficits, row -> canBeKnown(predictions, row))
              .of(predictions, side.rule()));
      rows.addAll(DoubtfulRows.of(predictions));
    }
    return AuditedLabels.ranked(rows);
  }

  private boolean canBeKnown(Predictions predictions, int row) {
    Optional<TimeColumn> time = predictions.attributes().time();
    return lastKnownDay.isEmpty()
        || time.isEmpty()
        || time.get().epochDay(row) <= lastKnownDay.getAsLong();
  }
}
