package dev.assay.report.table;

import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
import dev.assay.report.document.Document;
import dev.assay.report.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The tables of a report, and what its charts are drawn from, as CSV files (RFC 4180, UTF-8) named
 * by their ids.
 *
 * <p>Numbers are given in full, a share as a share. A column of intervals becomes two, {@code NAME
 * low} and {@code NAME high}; a cell there that is no interval stands in the first. A missing cell
 * is empty; an empty text is quoted.
 */
public final class CsvTables {

  private static final String LINE_END = "\r\n";

  private CsvTables() {}

  /**
   * Writes a file {@code <id>.csv} for each table and chart.
   *
   * @param folder is made where it is missing
   * @throws IOException where a file cannot be written
   */
  public static void write(Document document, Path folder) throws IOException {
    for (Block.Tabular block : document.tabular()) {
      AtomicFile.write(folder.resolve(block.id() + ".csv"), render(block.data()));
    }
  }

  /** A table as CSV, its header first. */
  public static String render(Block.Table table) {
    List<Boolean> intervals = new ArrayList<>();
    List<String> header = new ArrayList<>();
    for (int column = 0; column < table.columns().size(); column++) {
      boolean interval = table.column(column).stream().anyMatch(Cell.Interval.class::isInstance);
      intervals.add(interval);
      String name = table.columns().get(column);
      if (interval) {
        header.add(quoted(name + " low"));
        header.add(quoted(name + " high"));
      } else {
        header.add(quoted(name));
      }
    }
    StringBuilder csv = new StringBuilder();
    csv.append(String.join(",", header)).append(LINE_END);
    for (List<Cell> row : table.rows()) {
      List<String> fields = new ArrayList<>();
      for (int column = 0; column < row.size(); column++) {
        addFields(row.get(column), intervals.get(column), fields);
      }
      csv.append(String.join(",", fields)).append(LINE_END);
    }
    return csv.toString();
  }

  private static void addFields(Cell cell, boolean intervalColumn, List<String> fields) {
    if (cell instanceof Cell.Interval interval) {
      fields.add(number(interval.low()));
      fields.add(number(interval.high()));
      return;
    }
    fields.add(field(cell));
    if (intervalColumn) {
      fields.add("");
    }
  }

  private static String field(Cell cell) {
    return switch (cell) {
      case Cell.Text text -> quoted(text.text());
      case Cell.Mark mark -> quoted(mark.word());
      case Cell.Number number -> number(number.value());
      case Cell.Percent percent -> number(percent.share());
      case Cell.Missing missing -> "";
      case Cell.Interval interval ->
          throw new IllegalStateException("An interval has two fields: " + interval);
    };
  }

  /** The shortest text that reads back as the same double; a whole number without a fraction. */
  private static String number(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? Long.toString((long) value) : Double.toString(value);
  }

  private static String quoted(String text) {
    boolean plain =
        !text.isEmpty()
            && text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
