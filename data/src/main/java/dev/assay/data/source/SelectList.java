package dev.assay.data.source;

import java.util.ArrayList;
import java.util.List;

/** The expressions of a query, numbered as they are asked for. */
final class SelectList {

  private final List<String> expressions = new ArrayList<>();

  /** Adds an expression unless it is there; gives its column in the result. */
  int add(String expression) {
    int known = expressions.indexOf(expression);
    if (known >= 0) {
      return known;
    }
    expressions.add(expression);
    return expressions.size() - 1;
  }

  /** The expressions as SQL writes them. */
  String sql() {
    return String.join(", ", expressions);
  }
}
