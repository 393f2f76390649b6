package dev.assay.data.predictions;

import dev.assay.core.prediction.Predictions;
import dev.assay.core.problem.InvalidInputException;
import java.nio.file.Path;

/** Predictions as a Parquet, CSV or JSON lines file. */
@SuppressWarnings("DoNotCallSuggester")
public final class PredictionsFile {

  private PredictionsFile() {}

  /**
   * Reads predictions that any program wrote.
   *
   * @param file a Parquet, CSV or JSON lines file
   * @throws InvalidInputException with all that is wrong with the file
   */
  public static Predictions read(Path file, PredictionColumns columns) {
    throw new UnsupportedOperationException("reading " + file + columns);
  }

  /**
   * Writes predictions as Parquet: equal predictions give equal bytes with one version of DuckDB.
   *
   * @return SHA-256 of the file, 64 lower-case hexadecimal digits
   */
  public static String write(Path file, Predictions predictions) {
    throw new UnsupportedOperationException(file.toString());
  }
}
