package dev.assay.data.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a script into statements at semicolons outside of quotes, dollar quotes and comments.
 *
 * @see <a href="https://duckdb.org/docs/stable/sql/query_syntax/literal_types">DuckDB literals</a>
 */
final class SqlStatements {

  private final String script;
  private final List<Statement> statements = new ArrayList<>();
  private int at;

  private SqlStatements(String script) {
    this.script = script;
  }

  /**
   * A statement without its semicolon.
   *
   * @param line the line of the script that it starts on, from 1
   */
  record Statement(String sql, int line) {}

  /** The statements that are more than blanks and comments. */
  static List<Statement> of(String script) {
    SqlStatements cutter = new SqlStatements(script);
    cutter.cut();
    return cutter.statements;
  }

  private void cut() {
    int start = -1;
    while (at < script.length()) {
      char c = script.charAt(at);
      if (starts("--")) {
        skipTo("\n");
      } else if (starts("/*")) {
        at += 2;
        skipTo("*/");
      } else if (c == ';') {
        add(start);
        start = -1;
        at++;
      } else if (Character.isWhitespace(c)) {
        at++;
      } else {
        start = start < 0 ? at : start;
        skipToken(c);
      }
    }
    add(start);
  }

  private void skipToken(char c) {
    if (c == '\'' || c == '"') {
      at++;
      skipTo(String.valueOf(c));
    } else if (c == '$' && dollarTag() != null) {
      String tag = String.valueOf(dollarTag());
      at += tag.length();
      skipTo(tag);
    } else {
      at++;
    }
  }

  private @Nullable String dollarTag() {
    int end = script.indexOf('$', at + 1);
    if (end < 0) {
      return null;
    }
    String tag = script.substring(at, end + 1);
    return tag.matches("\\$([A-Za-z_][A-Za-z0-9_]*)?\\$") ? tag : null;
  }

  private boolean starts(String token) {
    return script.startsWith(token, at);
  }

  private void skipTo(String end) {
    int found = script.indexOf(end, at);
    at = found < 0 ? script.length() : found + end.length();
  }

  private void add(int start) {
    if (start >= 0) {
      int line = 1 + (int) script.substring(0, start).chars().filter(c -> c == '\n').count();
      statements.add(new Statement(script.substring(start, Math.min(at, script.length())), line));
    }
  }
}
