package dev.assay.text.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import dev.assay.core.problem.InvalidInputException;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A file that ONNX Runtime has opened, and the tensors that go in and come out; nothing else calls
 * ONNX Runtime. Thread-safe; {@link #close()} waits for what is under way.
 */
final class OnnxSession implements AutoCloseable {

  /**
   * What the tensors are called.
   *
   * @param ids the tokens
   * @param mask ones where there are tokens
   * @param types the number of the sentence that a token is in, always the first; may be empty
   *     where there is no such input
   * @param output the matrix that is read, {@code (n, k)}
   */
  record Names(String ids, String mask, Set<String> types, String output) {

    Names {
      types = Set.copyOf(types);
    }
  }

  private final String where;
  private final OrtSession session;
  private final ReadWriteLock use = new ReentrantReadWriteLock();
  private boolean closed;

  private OnnxSession(String where, OrtSession session) {
    this.where = where;
    this.session = session;
  }

  /**
   * Opens a file.
   *
   * @param where its name, for problems
   * @param threads how many threads run one batch, at least one
   * @param mend what to do about a file that cannot be opened
   * @throws InvalidInputException where it is none that ONNX Runtime can open
   */
  static OnnxSession open(byte[] file, String where, int threads, String mend) {
    if (threads < 1) {
      throw new IllegalArgumentException("A model runs on at least one thread: " + threads);
    }
    try (OrtSession.SessionOptions options = options(threads)) {
      return new OnnxSession(where, OrtEnvironment.getEnvironment().createSession(file, options));
    } catch (OrtException e) {
      throw new InvalidInputException(
          where, "it is no model that ONNX Runtime can open (" + e.getMessage() + ").", mend);
    }
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

  /** The inputs by name. */
  Map<String, NodeInfo> inputs() throws OrtException {
    return session.getInputInfo();
  }

  /** The outputs by name. */
  Map<String, NodeInfo> outputs() throws OrtException {
    return session.getOutputInfo();
  }

  /** What the file says about itself. */
  Map<String, String> properties() throws OrtException {
    return session.getMetadata().getCustomMetadata();
  }

  /**
   * Runs texts, those of like length together.
   *
   * @param ids the tokens of each of {@code n} texts
   * @param rowsOfBatch how many texts are run together at most
   * @param width how many numbers a text gives, {@code k}
   * @return {@code (k, n)}
   * @throws InvalidInputException where the file gives something else than {@code k} numbers
   * @throws IllegalStateException after {@link #close()}
   * @throws OrtException where it fails on a text
   */
  float[][] run(long[][] ids, Names names, int rowsOfBatch, int width) throws OrtException {
    float[][] values = new float[width][ids.length];
    use.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("The model '" + where + "' is closed.");
      }
      for (TextBatch batch : TextBatch.of(ids, rowsOfBatch)) {
        run(batch, ids, names, values);
      }
    } finally {
      use.readLock().unlock();
    }
    return values;
  }

  private void run(TextBatch batch, long[][] all, Names names, float[][] values)
      throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    long[] shape = batch.shape();
    try (OnnxTensor ids = OnnxTensor.createTensor(environment, batch.ids(all), shape);
        OnnxTensor mask = OnnxTensor.createTensor(environment, batch.mask(all), shape);
        OnnxTensor types = OnnxTensor.createTensor(environment, batch.zeros(), shape)) {
      Map<String, OnnxTensor> feed = new HashMap<>(Map.of(names.ids(), ids, names.mask(), mask));
      names.types().forEach(name -> feed.put(name, types));
      try (OrtSession.Result result = session.run(feed, Set.of(names.output()))) {
        read(batch, (OnnxTensor) result.get(0), values);
      }
    }
  }

  private void read(TextBatch batch, OnnxTensor result, float[][] values) {
    FloatBuffer numbers = result.getFloatBuffer();
    if (numbers.remaining() != batch.rows().size() * values.length) {
      throw new InvalidInputException(
          where,
          "it gives %d numbers for %d texts, not %d for each."
              .formatted(numbers.remaining(), batch.rows().size(), values.length),
          "Take a model whose output is one row of numbers a text.");
    }
    for (int row : batch.rows()) {
      for (float[] column : values) {
        column[row] = number(numbers.get(), row);
      }
    }
  }

  private float number(float value, int row) {
    if (Float.isNaN(value)) {
      throw new InvalidInputException(
          where,
          "it scores text " + row + " with something that is no number.",
          "Export the model again, or restore the file from a backup if it was damaged.");
    }
    return value;
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
}
