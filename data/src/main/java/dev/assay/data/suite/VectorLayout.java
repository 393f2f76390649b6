package dev.assay.data.suite;

import dev.assay.core.problem.Problems;
import java.util.List;
import java.util.Optional;

/** What the columns of a table say of vectors, of which each row is one. */
public sealed interface VectorLayout permits VectorColumns, OwnColumns {

  /** The values of a row, as they are written. */
  interface Row {

    /** Where the row stands, as {@code file:line}. */
    String place();

    /** The columns that are read, in the order of the table. */
    List<String> columns();

    /** The value in a column that is read; empty where it is missing, or not read. */
    Optional<String> value(String column);
  }

  /**
   * The columns that are read, each once; those of them that are not there are a problem.
   *
   * @param present the columns that are there
   */
  List<String> columns(List<String> present);

  /** Notes what is wrong with what a row says is expected. */
  void check(Row row, Problems problems);

  /** The vector of a row with which nothing is wrong. */
  VectorDraft draft(Row row);
}
