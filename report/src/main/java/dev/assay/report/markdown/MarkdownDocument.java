package dev.assay.report.markdown;

import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
import dev.assay.report.document.Document;
import dev.assay.report.document.Section;
import dev.assay.report.document.Tone;
import java.util.ArrayList;
import java.util.List;

/**
 * A report as GitHub-flavoured Markdown. A chart of few values stands as a table; for one of many,
 * a line says where its values are.
 */
public final class MarkdownDocument {

  /** More rows than these are read as a picture, not as a table. */
  private static final int MOST_CHART_ROWS = 24;

  private MarkdownDocument() {}

  /** The document as Markdown; words from it are escaped, so that they stay words. */
  public static String render(Document document) {
    List<String> parts = new ArrayList<>();
    parts.add("# " + escaped(document.title()));
    parts.add(escaped(document.subtitle()));
    parts.add("**" + escaped(document.headline()) + "** — " + escaped(document.summary()));
    parts.add(facts(document.facts()));
    for (Section section : document.sections()) {
      parts.add("## " + escaped(section.title()));
      section.blocks().forEach(block -> parts.add(block(block)));
    }
    parts.removeIf(String::isBlank);
    return String.join("\n\n", parts) + "\n";
  }

  private static String block(Block block) {
    return switch (block) {
      case Block.Prose prose -> escaped(prose.text());
      case Block.Notice notice -> notice(notice);
      case Block.Facts facts -> facts(facts.facts());
      case Block.Folded folded -> escaped(folded.summary()) + " (in `report.html` alone)";
      case Block.Table table -> table(table);
      case Block.LineChart chart -> chart(chart);
      case Block.BarChart chart -> chart(chart);
      case Block.IntervalChart chart -> chart(chart);
    };
  }

  /** GitHub's alerts, which other readers show as a quotation. */
  private static String notice(Block.Notice notice) {
    String kind =
        switch (notice.tone()) {
          case GOOD -> "TIP";
          case BAD -> "CAUTION";
          case WARNING -> "WARNING";
          case NEUTRAL -> "NOTE";
        };
    return "> [!" + kind + "]\n> " + escaped(notice.text());
  }

  private static String facts(List<Block.Fact> facts) {
    return String.join(
        "\n",
        facts.stream()
            .map(fact -> "- **" + escaped(fact.name()) + ":** " + escaped(fact.value()))
            .toList());
  }

  private static String chart(Block.Chart chart) {
    Block.Table data = chart.data();
    if (data.rows().size() <= MOST_CHART_ROWS) {
      return table(data);
    }
    return "*"
        + escaped(chart.caption())
        + ":* drawn in `report.html`, values in `tables/"
        + chart.id()
        + ".csv`.";
  }

  private static String table(Block.Table table) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(table.columns().stream().map(MarkdownDocument::escaped).toList());
    table.rows().forEach(row -> lines.add(row.stream().map(MarkdownDocument::cell).toList()));

    List<Boolean> figures = table.figureColumns();
    int[] widths = new int[table.columns().size()];
    for (int column = 0; column < widths.length; column++) {
      widths[column] = 3;
      for (List<String> line : lines) {
        widths[column] = Math.max(widths[column], places(line.get(column)));
      }
    }
    StringBuilder text = new StringBuilder("**" + escaped(table.caption()) + "**\n\n");
    appendRow(text, lines.getFirst(), figures, widths);
    appendRule(text, figures, widths);
    lines.subList(1, lines.size()).forEach(line -> appendRow(text, line, figures, widths));
    return text.toString().stripTrailing();
  }

  private static void appendRow(
      StringBuilder text, List<String> line, List<Boolean> figures, int[] widths) {
    for (int column = 0; column < widths.length; column++) {
      String blanks = " ".repeat(widths[column] - places(line.get(column)));
      String words = line.get(column);
      text.append("| ");
      text.append(figures.get(column) ? blanks + words : words + blanks);
      text.append(' ');
    }
    text.append("|\n");
  }

  private static void appendRule(StringBuilder text, List<Boolean> figures, int[] widths) {
    for (int column = 0; column < widths.length; column++) {
      String dashes = "-".repeat(widths[column] - 1);
      text.append("| ").append(figures.get(column) ? dashes + ":" : dashes + "-").append(' ');
    }
    text.append("|\n");
  }

  private static String cell(Cell cell) {
    return switch (cell) {
      case Cell.Missing missing when !missing.reason().isBlank() ->
          "– (" + escaped(missing.reason()) + ")";
      case Cell.Mark mark -> symbol(mark.tone()) + escaped(mark.word());
      case Cell figure when figure.isFigure() -> figure.shown();
      default -> escaped(cell.shown());
    };
  }

  private static String symbol(Tone tone) {
    return switch (tone) {
      case GOOD -> "✓ ";
      case BAD -> "✗ ";
      case WARNING -> "! ";
      case NEUTRAL -> "";
    };
  }

  private static int places(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Words that could read as mark-up are escaped; line ends become blanks. */
  private static String escaped(String text) {
    return text.replaceAll("\\s*\\R\\s*", " ")
        .replaceAll("([\\\\`*_\\[\\]<>|~&])", "\\\\$1")
        .replaceFirst("^(#+ |[+-] )", "\\\\$1")
        .replaceFirst("^(\\d+)([.)] )", "$1\\\\$2");
  }
}
