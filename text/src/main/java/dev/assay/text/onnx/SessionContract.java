package dev.assay.text.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.TensorInfo;
import dev.assay.core.problem.Problems;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a file must have to be scored with: the inputs, the output and the properties that {@link
 * OnnxWriter} gives it.
 *
 * @param range the texts that the model can read
 * @param outputs how many scores a text has
 * @param precision how the weights are stored
 * @param properties what the file says about itself
 */
record SessionContract(
    TokenRange range, int outputs, Precision precision, Map<String, String> properties) {

  private static final String MEND =
      "Give the ONNX file that Assay exported, not that of another program.";

  /** Copies. */
  SessionContract {
    properties = Map.copyOf(properties);
  }

  /**
   * Checks a session.
   *
   * @param where the file, to name in problems
   * @throws dev.assay.core.problem.InvalidInputException where something is not as it must be
   */
  static SessionContract of(OnnxSession session, String where) throws OrtException {
    Problems problems = new Problems();
    checkInputs(session, where, problems);
    int outputs = outputs(session, where, problems);
    Map<String, String> properties = session.properties();
    TokenRange range =
        new TokenRange(
            number(properties, OnnxWriter.VOCABULARY, where, problems),
            number(properties, OnnxWriter.LONGEST_TEXT, where, problems));
    String word = properties.getOrDefault(OnnxWriter.PRECISION, "");
    Optional<Precision> precision =
        Arrays.stream(Precision.values()).filter(one -> one.word().equals(word)).findAny();
    if (precision.isEmpty()) {
      problems.add(where, "its property '" + OnnxWriter.PRECISION + "' is '" + word + "'.", MEND);
    }
    problems.throwIfAny();
    return new SessionContract(range, outputs, precision.orElseThrow(), properties);
  }

  private static void checkInputs(OnnxSession session, String where, Problems problems)
      throws OrtException {
    Set<String> expected = Set.of(OnnxWriter.IDS, OnnxWriter.MASK);
    Map<String, NodeInfo> inputs = session.inputs();
    if (!inputs.keySet().equals(expected)) {
      problems.add(
          where,
          "its inputs are %s, not %s and %s."
              .formatted(String.join(", ", inputs.keySet()), OnnxWriter.IDS, OnnxWriter.MASK),
          MEND);
    }
    inputs.forEach(
        (name, info) -> {
          if (expected.contains(name) && !isMatrix(info, OnnxJavaType.INT64)) {
            problems.add(where, "its input " + name + " is no matrix of 64 bit integers.", MEND);
          }
        });
  }

  private static int outputs(OnnxSession session, String where, Problems problems)
      throws OrtException {
    NodeInfo scores = session.outputs().get(OnnxWriter.SCORES);
    if (scores == null || !isMatrix(scores, OnnxJavaType.FLOAT)) {
      problems.add(where, "it has no output scores that is a matrix of 32 bit floats.", MEND);
      return 0;
    }
    long[] shape = ((TensorInfo) scores.getInfo()).getShape();
    if (shape[1] < 1) {
      problems.add(
          where, "its output scores has no fixed width: " + Arrays.toString(shape) + ".", MEND);
    }
    return Math.toIntExact(shape[1]);
  }

  private static boolean isMatrix(NodeInfo value, OnnxJavaType type) {
    return value.getInfo() instanceof TensorInfo tensor
        && tensor.type == type
        && tensor.getShape().length == 2;
  }

  private static int number(
      Map<String, String> properties, String key, String where, Problems problems) {
    String value = properties.getOrDefault(key, "");
    if (!value.matches("[1-9][0-9]{0,8}")) {
      problems.add(where, "its property '" + key + "' is '" + value + "', no number.", MEND);
      return 0;
    }
    return Integer.parseInt(value);
  }
}
