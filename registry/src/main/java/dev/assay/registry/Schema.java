package dev.assay.registry;

import dev.assay.core.problem.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import org.flywaydb.core.Flyway;

/**
 * Brings the tables up to date with Flyway. Flyway itself is only started where there is something
 * to do, since it takes as long to start as everything else that a short command does.
 */
final class Schema {

  /** The version of the last migration. */
  static final int VERSION = 4;

  private static final String HISTORY_TABLE = "flyway_schema_history";
  private static final String LOCATION = "classpath:dev/assay/registry/schema/";

  /** Locks on files are held by processes; this one keeps the threads of a process apart. */
  private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();

  private Schema() {}

  static void bringUpToDate(Dialect dialect, Path lockFile) {
    IN_THIS_PROCESS.lock();
    try (FileChannel channel =
        FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      // Released with the channel.
      channel.lock();
      int found = version(dialect);
      if (found > VERSION) {
        throw new InvalidInputException(
            "registry",
            "the database has schema %d, this Assay knows %d.".formatted(found, VERSION),
            "Use the newer Assay that wrote it.");
      }
      if (found < VERSION) {
        migrate(dialect);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The lock " + lockFile + " cannot be taken.", e);
    } finally {
      IN_THIS_PROCESS.unlock();
    }
  }

  private static void migrate(Dialect dialect) {
    Flyway.configure()
        .dataSource(dialect.dataSource())
        .table(HISTORY_TABLE)
        .locations(LOCATION + "common", LOCATION + dialect.schemaFolder())
        .load()
        .migrate();
  }

  /** The version that the tables have; 0 where there are none. */
  private static int version(Dialect dialect) {
    try (Connection connection = dialect.dataSource().getConnection()) {
      try (ResultSet table =
          connection
              .getMetaData()
              .getTables(null, connection.getSchema(), HISTORY_TABLE, new String[] {"TABLE"})) {
        if (!table.next()) {
          return 0;
        }
      }
      try (Statement statement = connection.createStatement();
          ResultSet row =
              statement.executeQuery(
                  "SELECT MAX(CAST(version AS INTEGER)) FROM "
                      + HISTORY_TABLE
                      + " WHERE success")) {
        return row.next() ? row.getInt(1) : 0;
      }
    } catch (SQLException e) {
      throw new InvalidInputException(
          "registry",
          "the database cannot be opened: " + e.getMessage(),
          "Check the URL, the credentials and that the server runs.");
    }
  }
}
