package dev.assay.data.source;

import dev.assay.core.problem.InvalidInputException;
import dev.assay.data.internal.DuckDb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Runs a SQL script and keeps the rows of its last statement. */
final class ScriptStaging {

  private static final Pattern LINE = Pattern.compile("\nLINE (\\d+):");

  /** The variable that names the groups whose labels features must not be made from. */
  private static final String HELD_OUT = "held_out";

  private static final Pattern READS_HELD_OUT =
      Pattern.compile("getvariable\\s*\\(\\s*'" + HELD_OUT + "'\\s*\\)");

  private ScriptStaging() {}

  /** Whether a script looks at the variable {@code held_out}. */
  static boolean readsHeldOut(Path folder, RowSource.Script source) {
    Path path = folder.resolve(source.script()).toAbsolutePath();
    return READS_HELD_OUT.matcher(text(path, source.script())).find();
  }

  /** Runs the script with its variables set. */
  static StagedRows stage(
      DuckDb database, Path folder, RowSource.Script source, Optional<LocalDate> asOf)
      throws SQLException {
    Path path = folder.resolve(source.script()).toAbsolutePath();
    List<SqlStatements.Statement> statements = SqlStatements.of(text(path, source.script()));
    if (statements.isEmpty()) {
      throw new InvalidInputException(source.script(), "the script has no statement.", "");
    }
    Path parent = Objects.requireNonNull(path.getParent());
    database.execute("SET file_search_path = " + DuckDb.text(parent.toString()));
    setVariables(database, source, asOf);
    for (SqlStatements.Statement statement : statements.subList(0, statements.size() - 1)) {
      run(database, source.script(), statement, "");
    }
    run(
        database,
        source.script(),
        statements.getLast(),
        "CREATE TEMP TABLE " + StagedRows.TABLE + " AS ");
    List<RawColumn> columns =
        database.describe("SELECT * FROM " + StagedRows.TABLE).stream()
            .map(c -> RawColumn.typed(c.name(), c.type()))
            .toList();
    int count = Math.toIntExact(database.numbers("SELECT count(*) FROM " + StagedRows.TABLE)[0]);
    return new StagedRows(
        source.script(),
        StagedRows.TABLE,
        columns,
        List.of(new SourceFile(source.script(), FileHash.sha256(path))),
        false,
        count,
        row -> source.script() + ": row " + (row + 1) + " of the result, in the order of ids");
  }

  private static String text(Path path, String shown) {
    if (!Files.isRegularFile(path)) {
      throw new InvalidInputException(shown, "there is no such file.", "");
    }
    try {
      return Files.readString(path);
    } catch (MalformedInputException e) {
      throw new InvalidInputException(shown, "the script is not UTF-8.", "Convert it with iconv.");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
  }

  private static void setVariables(
      DuckDb database, RowSource.Script source, Optional<LocalDate> asOf) throws SQLException {
    for (Map.Entry<String, String> variable : source.variables().entrySet()) {
      database.execute(
          "SET VARIABLE "
              + DuckDb.name(variable.getKey())
              + " = "
              + DuckDb.text(variable.getValue()));
    }
    String day = asOf.map(date -> "DATE " + DuckDb.text(date.toString())).orElse("NULL::DATE");
    database.execute("SET VARIABLE as_of = " + day);
    String groups =
        source.heldOut().stream().map(DuckDb::text).collect(Collectors.joining(", ", "[", "]"));
    database.execute("SET VARIABLE " + HELD_OUT + " = " + groups + "::VARCHAR[]");
  }

  private static void run(
      DuckDb database, String script, SqlStatements.Statement statement, String prefix) {
    try {
      database.execute(prefix + statement.sql());
    } catch (SQLException e) {
      Matcher line = LINE.matcher(String.valueOf(e.getMessage()));
      int at = statement.line() + (line.find() ? Integer.parseInt(line.group(1)) - 1 : 0);
      String mend =
          prefix.isEmpty() ? "" : "The last statement must be a query that gives the rows.";
      throw new InvalidInputException(script + ":" + at, DuckDb.message(e), mend);
    }
  }
}
