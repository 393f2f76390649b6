package dev.assay.data.source;

import dev.assay.core.problem.InvalidInputException;
import dev.assay.data.internal.AtomicFile;
import dev.assay.data.internal.DuckDb;
import dev.assay.data.internal.SimulatedTable;
import dev.assay.data.simulation.Simulation;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;

/** Writes simulated rows to a file, for programs that read files. */
public final class SimulationFile {

  private static final String TABLE = "simulated";

  private SimulationFile() {}

  /**
   * Writes the rows that a seed gives, the same bytes every time.
   *
   * @param file ends in {@code .csv} or {@code .parquet}
   * @throws InvalidInputException for another ending
   */
  public static void write(Simulation simulation, long seed, Path file) {
    String options = options(file);
    AtomicFile.write(
        file,
        path -> {
          try (DuckDb database = DuckDb.open()) {
            SimulatedTable.create(database, TABLE, simulation, seed);
            database.copy("SELECT * FROM " + TABLE, path, options);
          } catch (SQLException e) {
            throw new IOException(DuckDb.message(e), e);
          }
        });
  }

  private static String options(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv")) {
      return "FORMAT csv, HEADER";
    }
    if (name.endsWith(".parquet")) {
      return "FORMAT parquet, COMPRESSION zstd";
    }
    throw new InvalidInputException(
        file.toString(), "the name does not say how to write it.", "Known: .csv, .parquet.");
  }
}
