package dev.assay.data.source;

/** Says where a row stands in the source, for messages. */
@FunctionalInterface
public interface RowLocations {

  /** Where a row stands, e.g. {@code rows.csv:17}. */
  String where(int row);
}
