package dev.assay.data.internal;

import dev.assay.data.simulation.SimulatedColumn;
import dev.assay.data.simulation.SimulatedRows;
import dev.assay.data.simulation.Simulation;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** Puts simulated rows into DuckDB. */
public final class SimulatedTable {

  private SimulatedTable() {}

  /** Creates a table of the rows that a seed gives. */
  public static void create(DuckDb database, String table, Simulation simulation, long seed)
      throws SQLException {
    database.execute(
        simulation.columns().stream()
            .map(column -> DuckDb.name(column.name()) + " " + type(column.kind()))
            .collect(Collectors.joining(", ", "CREATE TEMP TABLE " + table + " (", ")")));
    database.append(
        table,
        appender -> {
          try {
            simulation.write(seed, new Appended(appender));
          } catch (AppendFailure e) {
            throw e.failure;
          }
        });
  }

  private static String type(SimulatedColumn.Kind kind) {
    return switch (kind) {
      case TEXT -> "VARCHAR";
      case DAY -> "DATE";
      case WHOLE -> "INTEGER";
      case NUMBER -> "DOUBLE";
      case FLAG -> "BOOLEAN";
    };
  }

  /** Carries a failure of DuckDB through a simulation, which knows nothing of it. */
  private static final class AppendFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final SQLException failure;

    AppendFailure(SQLException failure) {
      super(failure);
      this.failure = failure;
    }
  }

  /** Rows that go to an appender. */
  private static final class Appended implements SimulatedRows {

    private final DuckDBAppender appender;
    private boolean inRow;

    Appended(DuckDBAppender appender) {
      this.appender = appender;
    }

    private interface Step {
      void run() throws SQLException;
    }

    private SimulatedRows append(Step step) {
      try {
        if (!inRow) {
          appender.beginRow();
          inRow = true;
        }
        step.run();
        return this;
      } catch (SQLException e) {
        throw new AppendFailure(e);
      }
    }

    @Override
    public SimulatedRows text(@Nullable String value) {
      return value == null ? append(appender::appendNull) : append(() -> appender.append(value));
    }

    @Override
    public SimulatedRows day(LocalDate value) {
      return append(() -> appender.append(value));
    }

    @Override
    public SimulatedRows whole(int value) {
      return append(() -> appender.append(value));
    }

    @Override
    public SimulatedRows number(double value) {
      return Double.isNaN(value)
          ? append(appender::appendNull)
          : append(() -> appender.append(value));
    }

    @Override
    public SimulatedRows flag(boolean value) {
      return append(() -> appender.append(value));
    }

    @Override
    public void end() {
      append(appender::endRow);
      inRow = false;
    }
  }
}
