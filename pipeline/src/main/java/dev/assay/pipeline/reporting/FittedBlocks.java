package dev.assay.pipeline.reporting;

import dev.assay.core.metric.MetricValue;
import dev.assay.core.model.FittedCell;
import dev.assay.core.model.FittedTable;
import dev.assay.core.statistics.IntervalValue;
import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
import java.util.ArrayList;
import java.util.List;

/**
 * What a trainer found out about its model, as it stands in reports: what it says, then figures.
 */
final class FittedBlocks {

  private FittedBlocks() {}

  static List<Block> of(List<FittedTable> tables) {
    List<Block> blocks = new ArrayList<>();
    for (FittedTable table : tables) {
      if (!table.reading().isEmpty()) {
        blocks.add(new Block.Prose(table.reading()));
      }
      blocks.add(
          new Block.Table(
              "training-" + table.name(),
              table.caption(),
              table.columns(),
              table.rows().stream()
                  .map(row -> row.stream().map(FittedBlocks::cell).toList())
                  .toList()));
    }
    return blocks;
  }

  private static Cell cell(FittedCell cell) {
    return switch (cell) {
      case FittedCell.Text(String text) -> Cell.text(text);
      case FittedCell.Count(long count) -> Cell.count(count);
      case FittedCell.Figure(MetricValue.Defined(double value), int decimals) ->
          new Cell.Number(value, decimals, false);
      case FittedCell.Figure(MetricValue.Undefined(String reason), int decimals) ->
          new Cell.Missing(reason);
      case FittedCell.Range(IntervalValue.Defined(var range), int decimals) ->
          new Cell.Interval(range.low(), range.high(), decimals, false);
      case FittedCell.Range(IntervalValue.Undefined(String reason), int decimals) ->
          new Cell.Missing(reason);
    };
  }
}
