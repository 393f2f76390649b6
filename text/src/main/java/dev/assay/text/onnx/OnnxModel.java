package dev.assay.text.onnx;

import ai.onnxruntime.OrtException;
import dev.assay.core.problem.InvalidInputException;
import java.util.Map;
import java.util.Set;

/**
 * A classifier in an ONNX file of {@link OnnxWriter}, opened in ONNX Runtime. Thread-safe; {@link
 * #close()} waits for scoring that is under way.
 *
 * <p>The scores of a text do not depend on the texts that are scored with it, but for the last bits
 * of a float. Hidden states in 8 bits have one scale for a whole batch, so such a model scores its
 * texts one by one; others score texts of like length together.
 */
public final class OnnxModel implements AutoCloseable {

  private static final String MEND =
      "Export the model again, or restore the file from a backup if it was damaged.";

  private static final OnnxSession.Names NAMES =
      new OnnxSession.Names(OnnxWriter.IDS, OnnxWriter.MASK, Set.of(), OnnxWriter.SCORES);

  private final OnnxSession session;
  private final SessionContract contract;
  private final int rowsOfBatch;

  private OnnxModel(OnnxSession session, SessionContract contract) {
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
    OnnxSession session = OnnxSession.open(file, where, threads, MEND);
    try {
      return new OnnxModel(session, SessionContract.of(session, where));
    } catch (OrtException e) {
      session.close();
      throw new IllegalStateException("ONNX Runtime cannot describe '" + where + "'.", e);
    } catch (RuntimeException e) {
      session.close();
      throw e;
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
    try {
      return session.run(ids, NAMES, rowsOfBatch, outputs());
    } catch (OrtException e) {
      // Assay wrote the file and checked the tokens: no other input would mend it.
      throw new IllegalStateException("ONNX Runtime failed on a model of Assay's own.", e);
    }
  }

  /** Frees the native memory; further calls do nothing. */
  @Override
  public void close() {
    session.close();
  }
}
