package dev.assay.data.source;

import dev.assay.data.internal.DuckDb;

/**
 * A column of staged rows before it has a role.
 *
 * @param type DuckDB's name of the type
 * @param kind what the values are
 * @param untyped whether the values are texts whose kind was told from their looks, as in CSV
 * @param misfits how many values do not fit the kind that nearly all have
 */
record RawColumn(String name, String type, Kind kind, boolean untyped, long misfits) {

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
    return new RawColumn(name, type, type.endsWith("[]") ? Kind.LIST : kind, false, 0);
  }

  /** A column of texts whose kind is told from their looks. */
  static RawColumn untyped(String name, String type) {
    return new RawColumn(name, type, Kind.TEXT, true, 0);
  }

  /** The kind that the looks of the values gave. */
  RawColumn looksLike(Kind other, long otherMisfits) {
    return new RawColumn(name, type, other, true, otherMisfits);
  }

  /** The type for the record of a run. */
  String shownType() {
    return untyped ? kind + " (from text)" : type;
  }

  /** The value as text in SQL, null where it is missing; an empty text is a missing value. */
  String text() {
    String value =
        switch (type) {
          case "VARCHAR" -> DuckDb.name(name);
          case "JSON" -> "(" + DuckDb.name(name) + "->>'$')";
          default -> "CAST(" + DuckDb.name(name) + " AS VARCHAR)";
        };
    return "nullif(" + value + ", '')";
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
