package dev.assay.data.source;

import dev.assay.core.problem.InvalidInputException;
import dev.assay.data.internal.DuckDb;
import dev.assay.data.source.ColumnProfile.Kind;
import dev.assay.data.source.ColumnProfile.Level;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Looks through the rows of files of which nothing is declared yet. */
public final class TableProfiler {

  private static final Pattern ID_NAME =
      Pattern.compile("(?i)(id|key|uuid|guid)|.*[_ .-](id|key|uuid|nr)|.*[a-z]I[Dd]");
  private static final int SECONDS_OF_A_DAY = 86_400;

  private final DuckDb database;
  private final StagedRows staged;

  private TableProfiler(DuckDb database, StagedRows staged) {
    this.database = database;
    this.staged = staged;
  }

  /**
   * Profiles files.
   *
   * @param folder where relative paths start
   * @throws InvalidInputException with all that is wrong with the files
   */
  public static TableProfile profile(Path folder, RowSource.Files files) {
    try (DuckDb database = DuckDb.open()) {
      StagedRows staged = FileStaging.stage(database, folder, files.patterns());
      return new TableProfiler(database, DatasetReader.typed(database, staged)).profile();
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB failed on rows it had read: " + DuckDb.message(e), e);
    }
  }

  private TableProfile profile() throws SQLException {
    List<ColumnProfile> columns = new ArrayList<>();
    for (RawColumn column : staged.columns()) {
      columns.add(profile(column));
    }
    return new TableProfile(staged.count(), columns, key(columns));
  }

  private ColumnProfile profile(RawColumn column) throws SQLException {
    String value = column.text();
    String fraction =
        column.kind() == RawColumn.Kind.NUMBER
            ? "count(*) FILTER (%1$s <> floor(%1$s))".formatted(column.number())
            : "0";
    boolean time = column.kind() == RawColumn.Kind.TIME;
    String seconds = time ? column.seconds() : "0";
    boolean text = column.kind() == RawColumn.Kind.TEXT;
    String spaces = text ? "coalesce(sum(length(%1$s) - length(replace(%1$s, ' ', ''))), 0)" : "0";
    long[] counts =
        database.numbers(
            ("SELECT count(%1$s), count(DISTINCT %1$s), CAST(%2$s AS BIGINT),"
                    + " CAST(coalesce(min(%3$s), 0) AS BIGINT),"
                    + " CAST(coalesce(max(%3$s), 0) AS BIGINT), CAST(%4$s AS BIGINT) FROM %5$s")
                .formatted(value, fraction, seconds, spaces.formatted(value), staged.relation()));
    boolean dated = time && counts[0] > 0;
    return new ColumnProfile(
        column.name(),
        kind(column, counts[2] == 0),
        counts[0],
        staged.count() - counts[0],
        counts[1],
        counts[1] <= ColumnProfile.MAX_LEVELS ? levels(value) : List.of(),
        text && counts[0] > 0 ? 1 + (double) counts[5] / counts[0] : 0,
        dated ? Optional.of(day(counts[3])) : Optional.empty(),
        dated ? Optional.of(day(counts[4])) : Optional.empty());
  }

  private static LocalDate day(long epochSecond) {
    return LocalDate.ofEpochDay(Math.floorDiv(epochSecond, SECONDS_OF_A_DAY));
  }

  private static Kind kind(RawColumn column, boolean whole) {
    return switch (column.kind()) {
      case NUMBER -> whole ? Kind.WHOLE : Kind.NUMBER;
      case FLAG -> Kind.FLAG;
      case TEXT -> Kind.TEXT;
      case TIME -> Kind.TIME;
      case LIST, OTHER -> Kind.OTHER;
    };
  }

  private List<Level> levels(String value) throws SQLException {
    List<Level> levels = new ArrayList<>();
    database.query(
        "SELECT %1$s AS value, count(*) AS n FROM %2$s WHERE %1$s IS NOT NULL GROUP BY 1 ORDER BY"
                .formatted(value, staged.relation())
            + " n DESC, value",
        batch -> {
          for (int row = 0; row < batch.size(); row++) {
            levels.add(new Level(batch.required(0, row), batch.integer(1, row)));
          }
        });
    return levels;
  }

  private List<String> key(List<ColumnProfile> columns) throws SQLException {
    for (ColumnProfile column : columns) {
      boolean first = column.equals(columns.getFirst());
      if (isName(column) && (first || ID_NAME.matcher(column.name()).matches())) {
        if (isUnique(List.of(column.name()))) {
          return List.of(column.name());
        }
      }
    }
    List<String> times =
        columns.stream().filter(c -> c.kind() == Kind.TIME).map(ColumnProfile::name).toList();
    for (String time : times) {
      if (isUnique(List.of(time))) {
        return List.of(time);
      }
    }
    for (String time : times) {
      for (ColumnProfile other : columns) {
        List<String> pair = List.of(other.name(), time);
        if (isName(other) && other.distinct() > 1 && isUnique(pair)) {
          return pair;
        }
      }
    }
    return List.of();
  }

  private static boolean isName(ColumnProfile column) {
    return column.kind() == Kind.WHOLE || (column.kind() == Kind.TEXT && !column.isRunningText());
  }

  /** Whether all values are there and no two rows agree in all of them. */
  private boolean isUnique(List<String> names) throws SQLException {
    List<String> values = names.stream().map(name -> staged.column(name).literal().text()).toList();
    String all = String.join(", ", values);
    String known = String.join(" IS NOT NULL AND ", values) + " IS NOT NULL";
    return database
            .numbers(
                "SELECT count(DISTINCT (%s)) FROM %s WHERE %s"
                    .formatted(all, staged.relation(), known))[0]
        == staged.count();
  }
}
