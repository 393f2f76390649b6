package dev.assay.report.table;

import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
import dev.assay.report.document.Tone;
import java.util.ArrayList;
import java.util.List;

/**
 * A table for a terminal: a header, a rule, and rows with two blanks between columns. Figures stand
 * right. Where the table is wider than the terminal, its widest columns of words go on over further
 * lines; figures never do, so that a table of many figures can stay too wide. A character counts as
 * one place, whatever a font makes of it.
 */
public final class TextTable {

  private static final String GAP = "  ";
  private static final int NARROWEST = 8;

  private final int width;
  private final Palette palette;

  private TextTable(int width, Palette palette) {
    this.width = width;
    this.palette = palette;
  }

  /** Tables in plain characters, at most this many places wide where that can be. */
  public static TextTable plain(int width) {
    return new TextTable(width, Palette.NONE);
  }

  /** Tables whose marks are coloured by their tone with ANSI escapes. */
  public static TextTable coloured(int width) {
    return new TextTable(width, Palette.ANSI);
  }

  /** The table, each line ended by a line feed; a table without rows is its header alone. */
  public String render(Block.Table table) {
    List<Boolean> figures = table.figureColumns();
    int[] widths = fittedWidths(table, figures);
    StringBuilder text = new StringBuilder();
    List<Cell> header = table.columns().stream().map(Cell::text).toList();
    append(text, header, figures, widths);
    text.append("─".repeat(total(widths))).append('\n');
    table.rows().forEach(row -> append(text, row, figures, widths));
    return text.toString();
  }

  private void append(StringBuilder text, List<Cell> row, List<Boolean> figures, int[] widths) {
    List<List<String>> wrapped = new ArrayList<>();
    for (int column = 0; column < widths.length; column++) {
      wrapped.add(WrappedText.of(oneLine(row.get(column).shown()), widths[column]));
    }
    int lines = wrapped.stream().mapToInt(List::size).max().orElse(0);
    for (int line = 0; line < lines; line++) {
      List<String> parts = new ArrayList<>();
      for (int column = 0; column < widths.length; column++) {
        List<String> cell = wrapped.get(column);
        String words = line < cell.size() ? cell.get(line) : "";
        String blanks = " ".repeat(widths[column] - WrappedText.places(words));
        String painted =
            row.get(column) instanceof Cell.Mark mark && !words.isEmpty()
                ? palette.paint(words, mark.tone())
                : words;
        boolean last = column == widths.length - 1;
        parts.add(figures.get(column) ? blanks + painted : last ? painted : painted + blanks);
      }
      text.append(String.join(GAP, parts).stripTrailing()).append('\n');
    }
  }

  private int[] fittedWidths(Block.Table table, List<Boolean> figures) {
    int[] widths = new int[table.columns().size()];
    for (int column = 0; column < widths.length; column++) {
      widths[column] = WrappedText.places(oneLine(table.columns().get(column)));
      for (Cell cell : table.column(column)) {
        widths[column] = Math.max(widths[column], WrappedText.places(oneLine(cell.shown())));
      }
    }
    int excess = total(widths) - width;
    int[] unbroken = longestWords(table);
    while (excess > 0 && shrinkWidest(figures, widths, unbroken)) {
      excess--;
    }
    int[] broken = new int[widths.length];
    while (excess > 0 && shrinkWidest(figures, widths, broken)) {
      excess--;
    }
    return widths;
  }

  /** How long a line of each column must be at least so that no word is broken. */
  private static int[] longestWords(Block.Table table) {
    int[] longest = new int[table.columns().size()];
    for (int column = 0; column < longest.length; column++) {
      longest[column] = WrappedText.longestWord(oneLine(table.columns().get(column)));
      for (Cell cell : table.column(column)) {
        longest[column] = Math.max(longest[column], WrappedText.longestWord(oneLine(cell.shown())));
      }
    }
    return longest;
  }

  /** Takes a place from the widest column of words, if one is above its least width. */
  private static boolean shrinkWidest(List<Boolean> figures, int[] widths, int[] least) {
    int widest = -1;
    for (int column = 0; column < widths.length; column++) {
      boolean shrinks = !figures.get(column) && widths[column] > Math.max(NARROWEST, least[column]);
      if (shrinks && (widest < 0 || widths[column] > widths[widest])) {
        widest = column;
      }
    }
    if (widest >= 0) {
      widths[widest]--;
    }
    return widest >= 0;
  }

  private static int total(int[] widths) {
    int total = GAP.length() * Math.max(0, widths.length - 1);
    for (int width : widths) {
      total += width;
    }
    return total;
  }

  /** A text from a data file may hold line ends, or escapes that would steer the terminal. */
  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }

  private enum Palette {
    NONE {
      @Override
      String paint(String text, Tone tone) {
        return text;
      }
    },
    ANSI {
      @Override
      String paint(String text, Tone tone) {
        return switch (tone) {
          case GOOD -> "\u001b[32m" + text + RESET;
          case BAD -> "\u001b[31m" + text + RESET;
          case WARNING -> "\u001b[33m" + text + RESET;
          case NEUTRAL -> text;
        };
      }
    };

    private static final String RESET = "\u001b[0m";

    abstract String paint(String text, Tone tone);
  }
}
