package dev.assay.data.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;

/**
 * A DuckDB database in memory, the only place where this module meets the library. The native part
 * is loaded when the first one is opened. Bounded in memory, beyond which it spills to a temporary
 * folder that {@link #close} removes. Not thread-safe.
 */
public final class DuckDb implements AutoCloseable {

  private static final String MEMORY_LIMIT = "1GB";
  private static final Pattern WRAPPING =
      Pattern.compile("^(Invalid Input Error: Attempting to execute[^\n]*\n)?(Error: )?");
  private static final Pattern EXCERPT = Pattern.compile("\n+LINE \\d+:.*", Pattern.DOTALL);

  private final DuckDBConnection connection;
  private final Path spill;

  private DuckDb(DuckDBConnection connection, Path spill) {
    this.connection = connection;
    this.spill = spill;
  }

  /** Takes the rows of a query, a batch at a time, in order. */
  @FunctionalInterface
  public interface BatchReader {

    /** Takes a batch, which is valid during this call only. */
    void read(Batch batch) throws SQLException;
  }

  /** Puts rows into a table. */
  @FunctionalInterface
  public interface Filling {

    /** Appends the rows. */
    void fill(DuckDBAppender rows) throws SQLException;
  }

  /**
   * Opens an empty database.
   *
   * @throws IllegalStateException where the native library cannot be loaded
   */
  public static DuckDb open() {
    try {
      Path spill = Files.createTempDirectory("assay-duckdb");
      Properties settings = new Properties();
      settings.setProperty("threads", "2");
      settings.setProperty("memory_limit", MEMORY_LIMIT);
      settings.setProperty("temp_directory", spill.toString());
      settings.setProperty("autoinstall_known_extensions", "false");
      DuckDBConnection connection =
          DuckDBConnection.newConnection("jdbc:duckdb:", false, null, settings);
      DuckDb database = new DuckDb(connection, spill);
      database.execute("SET TimeZone = 'UTC'");
      return database;
    } catch (IOException e) {
      throw new UncheckedIOException("No temporary folder for DuckDB.", e);
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB does not start: " + e.getMessage(), e);
    }
  }

  /** Runs a statement without a result. */
  public void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Runs a query and hands its rows over in batches. */
  public void query(String sql, BatchReader reader) throws SQLException {
    try (DuckDBPreparedStatement statement = connection.prepare(sql);
        DuckDBChunkedResult result = statement.query()) {
      int start = 0;
      while (result.nextChunk()) {
        Batch batch = new Batch(result.chunk(), start);
        reader.read(batch);
        start += batch.size();
      }
    }
  }

  /** Runs a query that has one row, and gives its numbers. */
  public long[] numbers(String sql) throws SQLException {
    List<long[]> rows = new ArrayList<>();
    query(
        sql,
        batch -> {
          long[] row = new long[batch.columns()];
          for (int column = 0; column < row.length; column++) {
            row[column] = batch.integer(column, 0);
          }
          rows.add(row);
        });
    return rows.getFirst();
  }

  /** Names and types of the columns of a query, in order. */
  public List<Described> describe(String query) throws SQLException {
    List<Described> columns = new ArrayList<>();
    query(
        "SELECT column_name, column_type FROM (DESCRIBE " + query + ")",
        batch -> {
          for (int row = 0; row < batch.size(); row++) {
            columns.add(new Described(batch.required(0, row), batch.required(1, row)));
          }
        });
    return columns;
  }

  /** A column of a query: its name and DuckDB's name of its type. */
  public record Described(String name, String type) {}

  /** Appends rows to a table. */
  public void append(String table, Filling filling) throws SQLException {
    try (DuckDBAppender appender = connection.createAppender(table)) {
      filling.fill(appender);
    }
  }

  /** Writes the rows of a query to a file; one thread, so that equal rows give equal bytes. */
  public void copy(String query, Path path, String options) throws SQLException {
    execute("SET threads = 1");
    execute("COPY (" + query + ") TO " + text(path.toString()) + " (" + options + ")");
  }

  /** A name as SQL writes it. */
  public static String name(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  /** A text as SQL writes it. */
  public static String text(String value) {
    return '\'' + value.replace("'", "''") + '\'';
  }

  /** What DuckDB says of an error, in its first line, without the wrapping and the excerpt. */
  public static String message(SQLException error) {
    String message = WRAPPING.matcher(String.valueOf(error.getMessage())).replaceFirst("");
    String stated = EXCERPT.matcher(message).replaceFirst("").strip();
    int end = stated.indexOf("\n\n");
    return (end < 0 ? stated : stated.substring(0, end)).replace("\n", " ");
  }

  @Override
  public void close() {
    try {
      connection.close();
      try (Stream<Path> files = Files.walk(spill)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB does not close: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
