package dev.assay.core.model;

import java.util.List;

/**
 * What training found out beyond single facts, as a table with what it says in plain words: the
 * coefficients of a stack, the clusters of its heads. Shown in the reports as it is.
 *
 * @param name lower-case words joined by hyphens, unique among the tables of a training
 * @param caption what it shows, in a line
 * @param reading what it says, in whole sentences; empty where the figures speak for themselves
 * @param columns names of the columns
 * @param rows as many cells each as there are columns
 */
public record FittedTable(
    String name,
    String caption,
    String reading,
    List<String> columns,
    List<List<FittedCell>> rows) {

  /** Checks name and shape, and copies. */
  public FittedTable {
    if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("No name of a table: '" + name + "'.");
    }
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<FittedCell> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            name + ": a row of " + row.size() + " cells under " + columns.size() + " columns.");
      }
    }
  }
}
