package dev.assay.report.html;

import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
import dev.assay.report.document.Document;
import dev.assay.report.document.Section;
import dev.assay.report.document.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the templates show: a document with the scripts that it needs.
 *
 * @param chartScript draws charts; empty in a page without any
 */
record Page(Document document, String style, String script, String chartScript) {

  /** Longer tables are given a window of their own and can be folded away. */
  private static final int LONG_TABLE_ROWS = 16;

  /** Longer texts are read as sentences. */
  private static final int SENTENCE = 24;

  static Page of(Document document) {
    boolean drawn = document.tabular().stream().anyMatch(Block.Chart.class::isInstance);
    return new Page(
        document,
        PageAsset.STYLE.text(),
        PageAsset.SCRIPT.text(),
        drawn ? PageAsset.CHART_SCRIPT.text() : "");
  }

  /** Only the page's own scripts run, known by their hashes; nothing is ever loaded. */
  String policy() {
    String scripts = PageAsset.sourceHash(script);
    if (!chartScript.isEmpty()) {
      scripts += " " + PageAsset.sourceHash(chartScript);
    }
    return "default-src 'none'; script-src "
        + scripts
        + "; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
  }

  /** The blocks of a section in rows: charts that follow each other share one. */
  static List<List<Block>> rows(Section section) {
    List<List<Block>> rows = new ArrayList<>();
    boolean inCharts = false;
    for (Block block : section.blocks()) {
      boolean chart = block instanceof Block.Chart;
      if (chart && inCharts) {
        rows.getLast().add(block);
      } else {
        rows.add(new ArrayList<>(List.of(block)));
      }
      inCharts = chart;
    }
    return rows;
  }

  static boolean isLong(Block.Table table) {
    return table.rows().size() >= LONG_TABLE_ROWS;
  }

  /** The name of the style class and of the icon. */
  static String name(Tone tone) {
    return tone.name().toLowerCase(Locale.ROOT);
  }

  /** The word that says what the colour of a notice means. */
  static String word(Tone tone) {
    return switch (tone) {
      case GOOD -> "Good";
      case BAD -> "Problem";
      case WARNING -> "Caution";
      case NEUTRAL -> "Note";
    };
  }

  /** Whether a cell is read like a sentence, for which a column must not become a ribbon. */
  static boolean isSentence(Cell cell) {
    return cell.shown().length() > SENTENCE;
  }

  /** What a column of figures is sorted by: an interval by its low end. */
  static String sortKey(Cell cell) {
    return switch (cell) {
      case Cell.Number number -> Double.toString(number.value());
      case Cell.Percent percent -> Double.toString(percent.share());
      case Cell.Interval interval -> Double.toString(interval.low());
      case Cell.Text text -> text.text();
      case Cell.Mark mark -> mark.word();
      case Cell.Missing missing -> "";
    };
  }

  /** Figures with a true minus sign, as wide as a digit. */
  static String figure(Cell cell) {
    return cell.shown().replace('-', '−');
  }
}
