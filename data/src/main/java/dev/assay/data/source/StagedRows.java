package dev.assay.data.source;

import java.util.List;

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

  List<String> names() {
    return columns.stream().map(RawColumn::name).toList();
  }

  RawColumn column(String name) {
    return columns.stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }
}
