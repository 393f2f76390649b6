package dev.assay.text.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.TensorInfo;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problems;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A text classifier that another program wrote as ONNX, as Hugging Face's exporters do: {@code
 * input_ids}, {@code attention_mask} and perhaps {@code token_type_ids} go in, one row of numbers a
 * text comes out. Thread-safe; {@link #close()} waits for scoring that is under way.
 */
public final class ForeignOnnxModel implements AutoCloseable {

  private static final String IDS = "input_ids";
  private static final String MASK = "attention_mask";
  private static final String TYPES = "token_type_ids";

  private static final String MEND =
      "Export it for sequence classification, with input_ids and attention_mask of 64 bit integers"
          + " and one matrix of 32 bit floats as output.";

  private final String where;
  private final OnnxSession session;
  private final OnnxSession.Names names;
  private final ForeignOutputs outputs;
  private final int width;
  private final int rowsOfBatch;

  private ForeignOnnxModel(
      String where,
      OnnxSession session,
      OnnxSession.Names names,
      ForeignOutputs outputs,
      int width,
      int rowsOfBatch) {
    this.where = where;
    this.session = session;
    this.names = names;
    this.outputs = outputs;
    this.width = width;
    this.rowsOfBatch = rowsOfBatch;
  }

  /**
   * Opens a file.
   *
   * @param file its bytes
   * @param where its name, for problems
   * @param width how many numbers a text gives, {@code k}
   * @param rowsOfBatch how many texts are scored together at most; 1 for a model in which the
   *     numbers of a text depend on its neighbours, as those that quantise hidden states do
   * @param threads how many threads score one batch, at least one
   * @throws InvalidInputException where it cannot be opened, or is no such classifier
   */
  public static ForeignOnnxModel open(
      byte[] file, String where, ForeignOutputs outputs, int width, int rowsOfBatch, int threads) {
    OnnxSession session = OnnxSession.open(file, where, threads, MEND);
    try {
      OnnxSession.Names names = names(session, where, width);
      return new ForeignOnnxModel(where, session, names, outputs, width, rowsOfBatch);
    } catch (OrtException e) {
      session.close();
      throw new IllegalStateException("ONNX Runtime cannot describe '" + where + "'.", e);
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  private static OnnxSession.Names names(OnnxSession session, String where, int width)
      throws OrtException {
    Problems problems = new Problems();
    Map<String, NodeInfo> inputs = session.inputs();
    if (!inputs.keySet().containsAll(Set.of(IDS, MASK))
        || !Set.of(IDS, MASK, TYPES).containsAll(inputs.keySet())) {
      problems.add(where, "its inputs are " + new TreeSet<>(inputs.keySet()) + ".", MEND);
    } else {
      inputs.forEach(
          (name, info) -> {
            if (!isMatrix(info, OnnxJavaType.INT64)) {
              problems.add(where, "its input " + name + " is no matrix of 64 bit integers.", MEND);
            }
          });
    }
    Map<String, Long> widths = widths(session.outputs());
    if (widths.size() != 1) {
      problems.add(
          where,
          "of its outputs %s %d are matrices of 32 bit floats, not one."
              .formatted(new TreeSet<>(session.outputs().keySet()), widths.size()),
          MEND);
    }
    widths
        .values()
        .forEach(
            declared -> {
              // A width below 0 is one that the file leaves open.
              if (declared >= 0 && declared != width) {
                problems.add(
                    where,
                    "it gives %d numbers a text, and its labels are %d.".formatted(declared, width),
                    "Take the config.json that belongs to the model.");
              }
            });
    problems.throwIfAny();
    Set<String> types = inputs.containsKey(TYPES) ? Set.of(TYPES) : Set.of();
    return new OnnxSession.Names(IDS, MASK, types, widths.keySet().iterator().next());
  }

  /** How wide each output is that is a matrix of floats. */
  private static Map<String, Long> widths(Map<String, NodeInfo> outputs) {
    Map<String, Long> widths = new TreeMap<>();
    outputs.forEach(
        (name, info) -> {
          if (isMatrix(info, OnnxJavaType.FLOAT)) {
            widths.put(name, ((TensorInfo) info.getInfo()).getShape()[1]);
          }
        });
    return widths;
  }

  private static boolean isMatrix(NodeInfo value, OnnxJavaType type) {
    return value.getInfo() instanceof TensorInfo tensor
        && tensor.type == type
        && tensor.getShape().length == 2;
  }

  /**
   * Scores texts.
   *
   * @param ids the tokens of each of {@code n} texts, special ones included and without padding
   * @return {@code (k, n)}, in {@code [0, 1]}
   * @throws InvalidInputException where the model gives something else than numbers, or numbers
   *     that are no scores, or fails on a text, as on one that is longer than its positions
   * @throws IllegalStateException after {@link #close()}
   */
  public float[][] scores(long[][] ids) {
    float[][] values = numbers(ids);
    outputs.toScores(values);
    for (float[] column : values) {
      for (float score : column) {
        if (!(score >= 0 && score <= 1)) {
          throw new InvalidInputException(
              where,
              "it gives " + score + " for a text, which is no probability.",
              "Say 'outputs: logits'.");
        }
      }
    }
    return values;
  }

  /** What the model gives; nothing tells beforehand which tokens and lengths it can take. */
  private float[][] numbers(long[][] ids) {
    try {
      return session.run(ids, names, rowsOfBatch, width);
    } catch (OrtException e) {
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
      throw new InvalidInputException(
          where,
          "it fails on a text: " + reason,
          "Lower 'max_length', or take the tokenizer.json of the model.");
    }
  }

  /** Frees the native memory; further calls do nothing. */
  @Override
  public void close() {
    session.close();
  }
}
