package dev.assay.text.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import dev.assay.core.problem.Problems;
import dev.assay.text.encoder.Architecture;
import dev.assay.text.encoder.EncoderWeights;
import dev.assay.text.network.Classifier;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes classifiers as ONNX files of standard operators.
 *
 * <p>Inputs: {@code input_ids} and {@code attention_mask}, int64 {@code (batch, tokens)}, the mask
 * 1 for tokens of the text and 0 for padding. Output: {@code scores}, float {@code (batch, k)},
 * after sigmoid or softmax. The same classifier gives the same bytes. A file has 2 GB at most, see
 * {@link #check}.
 */
public final class OnnxWriter {

  static final String IDS = "input_ids";
  static final String MASK = "attention_mask";
  static final String SCORES = "scores";
  static final String VOCABULARY = "assay.vocabulary";
  static final String LONGEST_TEXT = "assay.longest_text";
  static final String PRECISION = "assay.precision";

  private static final int OPERATORS = 20;
  private static final int FORMAT = 9;

  /** How many bytes the weights of an encoder may have, which leaves room for head and graph. */
  private static final long MOST_BYTES = Integer.MAX_VALUE - (32L << 20);

  private OnnxWriter() {}

  /**
   * Tells where an encoder is too large for a file of 32-bit weights, which every training writes.
   *
   * @param encoder what the user called it
   */
  public static void check(Architecture architecture, String encoder, Problems problems) {
    long bytes = EncoderWeights.count(architecture) * Float.BYTES;
    if (bytes > MOST_BYTES) {
      problems.add(
          "train",
          String.format(
              Locale.ROOT,
              "the weights of the encoder '%s' have %.2f GB, and an ONNX file has 2.1 GB at most.",
              encoder,
              bytes / 1e9),
          "Take a smaller encoder, such as the base one of its family.");
    }
  }

  /**
   * Writes a classifier.
   *
   * @param properties what the file shall say about itself beside its vocabulary, longest text and
   *     precision, e.g. the names of the labels
   * @throws IOException where the stream cannot be written
   */
  public static void write(
      Classifier classifier, Precision precision, Map<String, String> properties, OutputStream to)
      throws IOException {
    model(classifier, precision, properties).writeTo(to);
  }

  /** The bytes of the file; see {@link #write} for the parts. */
  public static byte[] bytes(
      Classifier classifier, Precision precision, Map<String, String> properties) {
    return model(classifier, precision, properties).toByteArray();
  }

  private static ModelProto model(
      Classifier classifier, Precision precision, Map<String, String> properties) {
    ModelProto.Builder model =
        ModelProto.newBuilder()
            .setIrVersion(FORMAT)
            .setProducerName("assay")
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATORS));
    Map<String, String> all = new TreeMap<>(properties);
    all.put(VOCABULARY, String.valueOf(classifier.encoder().architecture().vocabulary()));
    all.put(LONGEST_TEXT, String.valueOf(classifier.encoder().architecture().longestText()));
    all.put(PRECISION, precision.word());
    all.forEach(
        (key, value) ->
            model.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
    GraphBuilder graph = new GraphBuilder("classifier");
    add(graph, classifier, WeightStorage.of(precision));
    return model.setGraph(graph.build()).build();
  }

  private static void add(GraphBuilder graph, Classifier classifier, WeightStorage storage) {
    List<String> texts = List.of("batch", "tokens");
    String ids = graph.input(IDS, TensorProto.DataType.INT64, texts);
    String attentionMask = graph.input(MASK, TensorProto.DataType.INT64, texts);
    TextMask mask = TextMask.of(graph, attentionMask);
    List<String> states =
        new EncoderGraph(graph, storage, classifier.encoder()).of(ids, attentionMask, mask);
    String scores =
        new HeadGraph(graph, classifier.head()).of(states, mask, classifier.activation());
    String outputs = String.valueOf(classifier.head().outputs());
    graph.output(scores, TensorProto.DataType.FLOAT, List.of("batch", outputs));
  }
}
