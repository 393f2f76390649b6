package dev.assay.text.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import dev.assay.core.problem.InvalidInputException;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A classifier in an ONNX file of {@link OnnxWriter}, opened in ONNX Runtime; the only class that
 * runs it. Thread-safe; {@link #close()} waits for scoring that is under way.
 *
 * <p>The scores of a text do not depend on the texts that are scored with it, but for the last bits
 * of a float. Hidden states in 8 bits have one scale for a whole batch, so such a model scores its
 * texts one by one; others score texts of like length together.
 */
public final class OnnxModel implements AutoCloseable {

  private static final String MEND =
      "Export the model again, or restore the file from a backup if it was damaged.";

  private final String where;
  private final OrtSession session;
  private final SessionContract contract;
  private final int rowsOfBatch;
  private final ReadWriteLock use = new ReentrantReadWriteLock();
  private boolean closed;

  private OnnxModel(String where, OrtSession session, SessionContract contract) {
    this.where = where;
    this.session = session;
    this.contract = contract;
    this.rowsOfBatch =
        switch (contract.precision()) {
          case FP32, FP16 -> TextBatch.MOST_ROWS;
          case INT8, INT8_REDUCED -> 1;
        };
  }

  /**
   * Opens a file.
   *
   * @param file its bytes
   * @param where its name, for problems
   * @param threads how many threads score one batch, at least one
   * @throws InvalidInputException where the file is damaged or not one of {@link OnnxWriter}
   */
  public static OnnxModel open(byte[] file, String where, int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("A model runs on at least one thread: " + threads);
    }
    try (OrtSession.SessionOptions options = options(threads)) {
      OrtSession session = OrtEnvironment.getEnvironment().createSession(file, options);
      return checked(session, where);
    } catch (OrtException e) {
      throw new InvalidInputException(
          where, "it is no model that ONNX Runtime can open (" + e.getMessage() + ").", MEND);
    }
  }

  /** How many scores a text has, {@code k}. */
  public int outputs() {
    return contract.outputs();
  }

  /** How many tokens a text may have at most, special ones included. */
  public int longestText() {
    return contract.range().longestText();
  }

  /** How its weights are stored. */
  public Precision precision() {
    return contract.precision();
  }

  /** What the file says about itself; see {@link OnnxWriter#write}. */
  public Map<String, String> properties() {
    return contract.properties();
  }

  /**
   * Scores texts.
   *
   * @param ids the tokens of each of {@code n} texts, special ones included and without padding
   * @return {@code (k, n)}, in {@code [0, 1]}
   * @throws IllegalArgumentException where a text is empty, too long or has an id that is no token
   * @throws InvalidInputException where the model gives something else than numbers
   * @throws IllegalStateException after {@link #close()}
   */
  public float[][] scores(long[][] ids) {
    contract.range().check(ids);
    float[][] scores = new float[outputs()][ids.length];
    use.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("The model '" + where + "' is closed.");
      }
      for (TextBatch batch : TextBatch.of(ids, rowsOfBatch)) {
        score(batch, ids, scores);
      }
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime failed on '" + where + "'.", e);
    } finally {
      use.readLock().unlock();
    }
    return scores;
  }

  /** Frees the native memory; further calls do nothing. */
  @Override
  public void close() {
    use.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        session.close();
      }
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime could not close '" + where + "'.", e);
    } finally {
      use.writeLock().unlock();
    }
  }

  private void score(TextBatch batch, long[][] all, float[][] scores) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    long[] shape = batch.shape();
    try (OnnxTensor ids = OnnxTensor.createTensor(environment, batch.ids(all), shape);
        OnnxTensor mask = OnnxTensor.createTensor(environment, batch.mask(all), shape);
        OrtSession.Result result =
            session.run(
                Map.of(OnnxWriter.IDS, ids, OnnxWriter.MASK, mask), Set.of(OnnxWriter.SCORES))) {
      FloatBuffer values = ((OnnxTensor) result.get(0)).getFloatBuffer();
      for (int row : batch.rows()) {
        for (float[] column : scores) {
          column[row] = number(values.get(), row);
        }
      }
    }
  }

  private float number(float score, int row) {
    if (Float.isNaN(score)) {
      throw new InvalidInputException(
          where, "it scores text " + row + " with something that is no number.", MEND);
    }
    return score;
  }

  private static OrtSession.SessionOptions options(int threads) throws OrtException {
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(threads);
    options.setInterOpNumThreads(1);
    // ONNX Runtime would keep a plan of memory for every shape that it ever saw, and texts have
    // many.
    options.setMemoryPatternOptimization(false);
    options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
    return options;
  }

  private static OnnxModel checked(OrtSession session, String where) throws OrtException {
    try {
      return new OnnxModel(where, session, SessionContract.of(session, where));
    } catch (OrtException | RuntimeException e) {
      session.close();
      throw e;
    }
  }
}
