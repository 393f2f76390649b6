package dev.assay.registry;

import java.nio.file.Path;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The SQL side of a registry; a connection is opened for each piece of work. */
final class Database {

  private final Jdbi jdbi;
  private final Dialect dialect;

  private Database(Jdbi jdbi, Dialect dialect) {
    this.jdbi = jdbi;
    this.dialect = dialect;
  }

  /** Opens a database and brings its schema up to date. */
  static Database open(String jdbcUrl, Path schemaLock) {
    Dialect dialect = Dialect.of(jdbcUrl);
    Schema.bringUpToDate(dialect, schemaLock);
    return new Database(Jdbi.create(dialect.dataSource()), dialect);
  }

  <T> T read(Function<Handle, T> work) {
    return jdbi.withHandle(work::apply);
  }

  /** Does work that reads and writes, alone among all writers, in one transaction. */
  <T> T write(Function<Handle, T> work) {
    return jdbi.inTransaction(
        handle -> {
          dialect.waitForOtherWriters(handle);
          return work.apply(handle);
        });
  }
}
