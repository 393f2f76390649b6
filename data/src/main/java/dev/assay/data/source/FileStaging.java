package dev.assay.data.source;

import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problem;
import dev.assay.core.problem.Problems;
import dev.assay.data.internal.DuckDb;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/** Brings CSV, JSON lines and Parquet files into DuckDB. */
final class FileStaging {

  private static final String DELIMITERS = ",;\t|";

  private final DuckDb database;
  private final Problems problems = new Problems();

  private FileStaging(DuckDb database) {
    this.database = database;
  }

  /** Stages the files that patterns mean. */
  static StagedRows stage(DuckDb database, Path folder, List<String> patterns) throws SQLException {
    FileStaging staging = new FileStaging(database);
    List<RowFile> files = RowFiles.find(folder, patterns, staging.problems);
    List<SourceFile> checked = new ArrayList<>();
    files.forEach(file -> checked.add(FileCheck.check(file, staging.problems)));
    staging.problems.throwIfAny();
    return switch (files.getFirst().format()) {
      case CSV -> staging.csv(files, checked);
      case JSON_LINES -> staging.jsonLines(files, checked);
      case PARQUET -> staging.parquet(files, checked);
    };
  }

  private StagedRows csv(List<RowFile> files, List<SourceFile> checked) throws SQLException {
    List<String> names = List.of();
    int[] firstRows = new int[files.size()];
    for (int i = 0; i < files.size(); i++) {
      RowFile file = files.get(i);
      String rows = "SELECT * FROM " + csvFunction(file);
      List<String> found =
          attempt(file, () -> database.describe(rows)).stream()
              .map(DuckDb.Described::name)
              .toList();
      if (i == 0) {
        names = found;
        database.execute("CREATE TEMP TABLE " + StagedRows.TABLE + " AS " + rows + " LIMIT 0");
      }
      firstRows[i] = count(StagedRows.TABLE);
      if (sameColumns(file, files.getFirst(), found, names)) {
        attempt(file, () -> insert(rows));
        reportRejected(file);
      }
    }
    problems.throwIfAny();
    List<RawColumn> columns = names.stream().map(RawColumn::ofCsv).toList();
    return staged(files, checked, StagedRows.TABLE, columns, firstRows, count(StagedRows.TABLE));
  }

  private String csvFunction(RowFile file) {
    String delimiter = delimiter(file);
    return "read_csv(%s, delim = %s, quote = '\"', escape = '\"', header = true, skip = 0, comment = '',"
            .formatted(DuckDb.text(file.path().toString()), DuckDb.text(delimiter))
        + " all_varchar = true, store_rejects = true, rejects_limit = 0)";
  }

  private static String delimiter(RowFile file) {
    String header = header(file).replaceAll("\"[^\"]*\"", "");
    char best = DELIMITERS.charAt(0);
    for (int i = 1; i < DELIMITERS.length(); i++) {
      char candidate = DELIMITERS.charAt(i);
      if (occurrences(header, candidate) > occurrences(header, best)) {
        best = candidate;
      }
    }
    return String.valueOf(best);
  }

  private static String header(RowFile file) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(file.open(), StandardCharsets.UTF_8))) {
      String line = reader.readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file.path(), e);
    }
  }

  private static long occurrences(String text, char c) {
    return text.chars().filter(other -> other == c).count();
  }

  private boolean sameColumns(RowFile file, RowFile first, List<String> found, List<String> names) {
    if (new HashSet<>(found).equals(new HashSet<>(names))) {
      return true;
    }
    problems.add(
        file.shown() + ":1",
        "the columns " + found + " differ from those of " + first.shown() + ", " + names + ".",
        "Files of one source have the same columns.");
    return false;
  }

  private boolean insert(String rows) throws SQLException {
    database.execute("INSERT INTO " + StagedRows.TABLE + " BY NAME " + rows);
    return true;
  }

  private void reportRejected(RowFile file) throws SQLException {
    List<Problem> rejected = new ArrayList<>();
    database.query(
        "SELECT CAST(line_byte_position AS BIGINT), error_message, csv_line, count(*) OVER () FROM"
            + " reject_errors ORDER BY line_byte_position, column_idx LIMIT "
            + Problems.LIMIT,
        batch -> {
          for (int row = 0; row < batch.size(); row++) {
            long line = LineIndex.lineOfByte(file, batch.integer(0, row) - 1);
            rejected.add(
                new Problem(
                    file.shown() + ":" + line,
                    "the line cannot be read: "
                        + batch.required(1, row)
                        + ", in '"
                        + shortened(String.valueOf(batch.text(2, row)))
                        + "'.",
                    "Quote values that hold the delimiter, and write every column."));
          }
        });
    problems.addAll(rejected);
    database.execute("TRUNCATE reject_errors");
    database.execute("TRUNCATE reject_scans");
  }

  private static String shortened(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "...";
  }

  private StagedRows jsonLines(List<RowFile> files, List<SourceFile> checked) throws SQLException {
    String all =
        "SELECT * FROM read_json("
            + list(files)
            + ", format = 'newline_delimited', sample_size = -1)";
    List<DuckDb.Described> described = attempt(files.getFirst(), () -> database.describe(all));
    String typed =
        described.stream()
            .map(c -> DuckDb.text(c.name()) + ": " + DuckDb.text(c.type()))
            .collect(Collectors.joining(", ", ", columns = {", "}"));
    int[] firstRows = new int[files.size()];
    for (int i = 0; i < files.size(); i++) {
      RowFile file = files.get(i);
      String rows =
          "SELECT * FROM read_json(%s, format = 'newline_delimited'%s)"
              .formatted(DuckDb.text(file.path().toString()), typed);
      if (i == 0) {
        database.execute("CREATE TEMP TABLE " + StagedRows.TABLE + " AS " + rows + " LIMIT 0");
      }
      firstRows[i] = count(StagedRows.TABLE);
      attempt(file, () -> insert(rows));
    }
    problems.throwIfAny();
    List<RawColumn> columns =
        described.stream()
            .map(
                c ->
                    c.type().equals("JSON")
                        ? RawColumn.untyped(c.name(), c.type())
                        : RawColumn.typed(c.name(), c.type()))
            .toList();
    return staged(files, checked, StagedRows.TABLE, columns, firstRows, count(StagedRows.TABLE));
  }

  private StagedRows parquet(List<RowFile> files, List<SourceFile> checked) throws SQLException {
    int[] firstRows = new int[files.size()];
    int total = 0;
    List<String> names = List.of();
    for (int i = 0; i < files.size(); i++) {
      RowFile file = files.get(i);
      String one = "read_parquet(" + DuckDb.text(file.path().toString()) + ")";
      List<String> found =
          attempt(file, () -> database.describe("SELECT * FROM " + one)).stream()
              .map(DuckDb.Described::name)
              .toList();
      names = i == 0 ? found : names;
      sameColumns(file, files.getFirst(), found, names);
      firstRows[i] = total;
      total += attempt(file, () -> count(one));
    }
    problems.throwIfAny();
    String relation = "read_parquet(" + list(files) + ", union_by_name = true)";
    List<RawColumn> columns =
        attempt(files.getFirst(), () -> database.describe("SELECT * FROM " + relation)).stream()
            .map(c -> RawColumn.typed(c.name(), c.type()))
            .toList();
    return staged(files, checked, relation, columns, firstRows, total);
  }

  private static StagedRows staged(
      List<RowFile> files,
      List<SourceFile> checked,
      String relation,
      List<RawColumn> columns,
      int[] firstRows,
      int count) {
    String shown = files.stream().map(RowFile::shown).collect(Collectors.joining(", "));
    return new StagedRows(
        shown, relation, columns, checked, true, count, new FileLocations(files, firstRows));
  }

  private static String list(List<RowFile> files) {
    return files.stream()
        .map(file -> DuckDb.text(file.path().toString()))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private int count(String relation) throws SQLException {
    return Math.toIntExact(database.numbers("SELECT count(*) FROM " + relation)[0]);
  }

  private interface Step<T> {
    T run() throws SQLException;
  }

  private <T> T attempt(RowFile file, Step<T> step) {
    try {
      return step.run();
    } catch (SQLException e) {
      if (file.format() == FileFormat.JSON_LINES) {
        JsonLines.reportBroken(file, problems);
      }
      if (problems.isEmpty()) {
        problems.add(file.shown(), "cannot be read: " + DuckDb.message(e), "");
      }
      throw new InvalidInputException(problems.list());
    }
  }
}
