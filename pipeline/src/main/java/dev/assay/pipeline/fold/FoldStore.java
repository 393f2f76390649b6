package dev.assay.pipeline.fold;

import dev.assay.core.prediction.Scores;
import dev.assay.report.file.AtomicFile;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The outcomes of folds on disk, each written whole as soon as it is there: a run that was killed
 * goes on where it stopped, and one that trains the same folds again does not.
 *
 * <p>Big-endian: the word {@code ASSAYFLD}, rows and labels (int), the scores by label (float), how
 * many cuts (int) and the cuts (double).
 */
final class FoldStore {

  private static final long MAGIC = 0x4153534159464c44L;

  private final Path folder;

  /**
   * The folds of one procedure on one division of the same examples.
   *
   * @param folder its name must tell all that the outcomes depend on
   */
  FoldStore(Path folder) {
    this.folder = folder;
  }

  /**
   * The outcome of a fold; empty where it is not there, or is of another form and therefore not to
   * be trusted.
   *
   * @param rows how many rows it scores
   * @param labels how many labels they have
   */
  Optional<FoldOutcome> read(int fold, int rows, int labels) {
    Path file = file(fold);
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      if (in.readLong() != MAGIC || in.readInt() != rows || in.readInt() != labels) {
        return Optional.empty();
      }
      float[][] scores = new float[labels][rows];
      for (float[] column : scores) {
        for (int row = 0; row < rows; row++) {
          column[row] = in.readFloat();
        }
      }
      int count = in.readInt();
      List<Double> cuts = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        cuts.add(in.readDouble());
      }
      return Optional.of(new FoldOutcome(Scores.takeOver(scores), cuts));
    } catch (IOException e) {
      throw new UncheckedIOException("The fold " + file + " cannot be read.", e);
    }
  }

  /** Keeps the outcome of a fold. */
  void write(int fold, FoldOutcome outcome) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      Scores scores = outcome.scores();
      out.writeLong(MAGIC);
      out.writeInt(scores.size());
      out.writeInt(scores.labels());
      for (int label = 0; label < scores.labels(); label++) {
        for (int row = 0; row < scores.size(); row++) {
          out.writeFloat(scores.score(row, label));
        }
      }
      out.writeInt(outcome.cuts().size());
      for (double cut : outcome.cuts()) {
        out.writeDouble(cut);
      }
      out.flush();
      AtomicFile.write(file(fold), bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException("The fold " + file(fold) + " cannot be written.", e);
    }
  }

  private Path file(int fold) {
    return folder.resolve(fold + ".fold");
  }
}
