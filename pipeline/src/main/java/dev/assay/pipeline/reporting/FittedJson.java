package dev.assay.pipeline.reporting;

import dev.assay.core.model.FittedCell;
import dev.assay.core.model.FittedTable;
import dev.assay.pipeline.verdict.FigureJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a trainer found out about its model, in {@code verdict.json}. */
final class FittedJson {

  private FittedJson() {}

  static Map<String, Object> of(FittedTable table) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", table.name());
    json.put("caption", table.caption());
    json.put("reading", table.reading());
    List<Map<String, Object>> rows = new ArrayList<>();
    for (List<FittedCell> cells : table.rows()) {
      Map<String, Object> row = new LinkedHashMap<>();
      for (int column = 0; column < cells.size(); column++) {
        row.put(table.columns().get(column), cell(cells.get(column)));
      }
      rows.add(row);
    }
    json.put("rows", rows);
    return json;
  }

  private static Object cell(FittedCell cell) {
    return switch (cell) {
      case FittedCell.Text text -> text.text();
      case FittedCell.Count count -> count.count();
      case FittedCell.Figure figure -> FigureJson.value(figure.value());
      case FittedCell.Range range -> FigureJson.interval(range.interval());
    };
  }
}
