package dev.assay.data.source;

import dev.assay.data.internal.DuckDb;

/**
 * A column of staged rows before it has a role.
 *
 * @param type DuckDB's name of the type
 * @param kind what the values are
 * @param untyped whether the values are texts whose kind was told from their looks, as in CSV
 * @param missing which texts stand for a missing value
 * @param misfits how many values do not fit the kind that nearly all have
 */
record RawColumn(
    String name, String type, Kind kind, boolean untyped, Missing missing, long misfits) {

  /** Which texts stand for a missing value. */
  enum Missing {
    /** The empty one. */
    EMPTY("('')"),
    /** The empty one and the words that programs write into CSV where nothing is known. */
    WORDS("('', 'NA', 'N/A', 'NaN', 'null', 'NULL')");

    private final String sqlList;

    Missing(String sqlList) {
      this.sqlList = sqlList;
    }
  }

  /** What the values of a column are. */
  enum Kind {
    NUMBER,
    FLAG,
    TEXT,
    TIME,
    LIST,
    OTHER
  }

  /** A column that the format itself types. */
  static RawColumn typed(String name, String type) {
    Kind kind =
        switch (type.replaceAll("\\(.*", "")) {
          case "BOOLEAN" -> Kind.FLAG;
          case "TINYINT",
              "SMALLINT",
              "INTEGER",
              "BIGINT",
              "HUGEINT",
              "UTINYINT",
              "USMALLINT",
              "UINTEGER",
              "UBIGINT",
              "UHUGEINT",
              "FLOAT",
              "DOUBLE",
              "DECIMAL" ->
              Kind.NUMBER;
          case "VARCHAR", "ENUM", "UUID" -> Kind.TEXT;
          case "DATE",
              "TIMESTAMP",
              "TIMESTAMP_S",
              "TIMESTAMP_MS",
              "TIMESTAMP_NS",
              "TIMESTAMP WITH TIME ZONE" ->
              Kind.TIME;
          default -> Kind.OTHER;
        };
    return new RawColumn(
        name, type, type.endsWith("[]") ? Kind.LIST : kind, false, Missing.EMPTY, 0);
  }

  /** A column of texts whose kind is told from their looks. */
  static RawColumn untyped(String name, String type) {
    return new RawColumn(name, type, Kind.TEXT, true, Missing.EMPTY, 0);
  }

  /** A column of a CSV file. */
  static RawColumn ofCsv(String name) {
    return new RawColumn(name, "VARCHAR", Kind.TEXT, true, Missing.WORDS, 0);
  }

  /** The column with every word taken for what it says: {@code NA} is a country, too. */
  RawColumn literal() {
    return new RawColumn(name, type, kind, untyped, Missing.EMPTY, misfits);
  }

  /** The kind that the looks of the values gave. */
  RawColumn looksLike(Kind other, long otherMisfits) {
    return new RawColumn(name, type, other, true, missing, otherMisfits);
  }

  /** The type for the record of a run. */
  String shownType() {
    return untyped ? kind + " (from text)" : type;
  }

  /** The value as text in SQL, null where it is missing. */
  String text() {
    String value =
        switch (type) {
          case "VARCHAR" -> DuckDb.name(name);
          case "JSON" -> "(" + DuckDb.name(name) + "->>'$')";
          default -> "CAST(" + DuckDb.name(name) + " AS VARCHAR)";
        };
    return missing == Missing.EMPTY
        ? "nullif(" + value + ", '')"
        : "CASE WHEN %1$s NOT IN %2$s THEN %1$s END".formatted(value, missing.sqlList);
  }

  /** The value as DOUBLE in SQL, null where it is missing or misfits. */
  String number() {
    if (kind == Kind.FLAG) {
      return "CAST(CAST(" + (untyped ? text() : DuckDb.name(name)) + " AS BOOLEAN) AS DOUBLE)";
    }
    return untyped
        ? "TRY_CAST(" + text() + " AS DOUBLE)"
        : "CAST(" + DuckDb.name(name) + " AS DOUBLE)";
  }

  /** The value as seconds since 1970 in SQL, null where it is missing or misfits. */
  String seconds() {
    String time =
        kind == Kind.TIME && !untyped ? DuckDb.name(name) : "TRY_CAST(" + text() + " AS TIMESTAMP)";
    return "CAST(floor(epoch(" + time + ")) AS BIGINT)";
  }

  /** The value as text where it is there but {@code converted} is not; else null. */
  String misfit(String converted) {
    return "CASE WHEN " + converted + " IS NULL THEN " + text() + " END";
  }
}
