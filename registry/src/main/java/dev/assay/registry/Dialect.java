package dev.assay.registry;

import dev.assay.core.problem.InvalidInputException;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** What differs between the databases that a registry can lie in. */
sealed interface Dialect {

  /** How long a writer waits for the others, in milliseconds. */
  int PATIENCE_MS = 60_000;

  DataSource dataSource();

  /** The folder of the schema that holds what only this database understands. */
  String schemaFolder();

  /** Blocks the other writers until the transaction of the handle ends. */
  void waitForOtherWriters(Handle handle);

  /** The dialect of a JDBC URL. */
  static Dialect of(String jdbcUrl) {
    if (jdbcUrl.startsWith("jdbc:sqlite:")) {
      return new Sqlite(jdbcUrl);
    }
    if (jdbcUrl.startsWith("jdbc:postgresql:")) {
      return new Postgresql(jdbcUrl);
    }
    throw new InvalidInputException(
        "registry",
        "no database that Assay knows: '" + jdbcUrl.replaceAll("[?].*", "") + "'.",
        "Give a URL that starts with jdbc:sqlite: or jdbc:postgresql:.");
  }

  /** A file; one writer at a time by the lock that every transaction begins with. */
  record Sqlite(String jdbcUrl) implements Dialect {

    @Override
    public DataSource dataSource() {
      SQLiteConfig config = new SQLiteConfig();
      config.setBusyTimeout(PATIENCE_MS);
      config.setJournalMode(SQLiteConfig.JournalMode.WAL);
      // A promotion that was reported must survive a power cut too.
      config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
      config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
      config.enforceForeignKeys(true);
      SQLiteDataSource source = new SQLiteDataSource(config);
      source.setUrl(jdbcUrl);
      return source;
    }

    @Override
    public String schemaFolder() {
      return "sqlite";
    }

    @Override
    public void waitForOtherWriters(Handle handle) {
      // BEGIN IMMEDIATE has done it.
    }
  }

  /** A server; one writer at a time by an advisory lock on the schema. */
  record Postgresql(String jdbcUrl) implements Dialect {

    @Override
    public DataSource dataSource() {
      PGSimpleDataSource source = new PGSimpleDataSource();
      source.setURL(jdbcUrl);
      return source;
    }

    @Override
    public String schemaFolder() {
      return "postgresql";
    }

    @Override
    public void waitForOtherWriters(Handle handle) {
      handle
          .createQuery(
              "SELECT pg_advisory_xact_lock(hashtextextended('assay ' || current_schema(), 0))")
          .map((row, context) -> true)
          .one();
    }
  }
}
