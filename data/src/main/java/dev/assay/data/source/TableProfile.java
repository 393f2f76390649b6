package dev.assay.data.source;

import java.util.List;
import java.util.Optional;

/**
 * What the rows of a file look like before anything is declared of them.
 *
 * @param rows how many rows
 * @param columns the columns in their order
 * @param key the fewest columns whose values are there and different in every row: one that is
 *     first or named like an id, else a time, else a time and one other; empty where none are found
 */
public record TableProfile(long rows, List<ColumnProfile> columns, List<String> key) {

  /** Copies the lists. */
  public TableProfile {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
  }

  /** The column of a name. */
  public Optional<ColumnProfile> column(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }
}
