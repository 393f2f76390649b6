package dev.assay.data.source;

import java.util.List;
import java.util.Set;

/**
 * Rows that lie in DuckDB, ready to be queried.
 *
 * @param shown what messages call the source
 * @param relation the table or table function in SQL
 * @param columns the columns in order
 * @param files the files behind the rows
 * @param ordered whether the rows have an order of their own, as in files
 * @param count how many rows
 * @param locations where each row stands
 */
record StagedRows(
    String shown,
    String relation,
    List<RawColumn> columns,
    List<SourceFile> files,
    boolean ordered,
    int count,
    RowLocations locations) {

  /** The table that rows are put into where they are not queried in place. */
  static final String TABLE = "assay_rows";

  /** The same rows with every word of some columns taken for what it says. */
  StagedRows literal(Set<String> names) {
    List<RawColumn> literal =
        columns.stream().map(c -> names.contains(c.name()) ? c.literal() : c).toList();
    return new StagedRows(shown, relation, literal, files, ordered, count, locations);
  }

  List<String> names() {
    return columns.stream().map(RawColumn::name).toList();
  }

  RawColumn column(String name) {
    return columns.stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }
}
