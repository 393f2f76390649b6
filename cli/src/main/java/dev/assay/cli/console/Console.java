package dev.assay.cli.console;

import dev.assay.report.document.Block;
import dev.assay.report.json.CanonicalJson;
import dev.assay.report.table.TextTable;
import java.io.PrintWriter;

/**
 * What a verb prints to: results to standard output, everything else to standard error. Colour only
 * where standard output is a terminal and {@code NO_COLOR} is not set.
 */
public final class Console {

  private static final int WIDTH_WITHOUT_TERMINAL = 120;

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean terminal;
  private final boolean colour;

  /**
   * A console.
   *
   * @param terminal whether a person reads along
   * @param colour whether colour is understood
   */
  public Console(PrintWriter out, PrintWriter err, boolean terminal, boolean colour) {
    this.out = out;
    this.err = err;
    this.terminal = terminal;
    this.colour = colour;
  }

  /** The console of this process. */
  public static Console ofProcess(PrintWriter out, PrintWriter err) {
    // Java cannot tell whether standard error is a terminal; the launcher can.
    boolean terminal = Boolean.getBoolean("assay.terminal");
    return new Console(out, err, terminal, terminal && System.getenv("NO_COLOR") == null);
  }

  /** A line of the result. */
  public void line(String text) {
    out.println(text);
    out.flush();
  }

  /** A table of the result. */
  public void table(Block.Table table) {
    int width = width();
    TextTable writer = colour ? TextTable.coloured(width) : TextTable.plain(width);
    out.print(writer.render(table));
    out.flush();
  }

  /** The result as JSON: nested maps, lists and values. */
  public void json(Object value) {
    out.print(CanonicalJson.render(value));
    out.flush();
  }

  /** A line for the person who waits, which is no result. */
  public void note(String text) {
    err.println(text);
    err.flush();
  }

  /** Shows how far long work is. */
  public ProgressDisplay progress() {
    return new ProgressDisplay(err, terminal);
  }

  private int width() {
    String columns = System.getenv("COLUMNS");
    if (columns != null && columns.matches("[1-9][0-9]{1,3}")) {
      return Integer.parseInt(columns);
    }
    return WIDTH_WITHOUT_TERMINAL;
  }
}
