package dev.assay.benchmarks;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.assay.text.encoder.Architecture;
import dev.assay.text.encoder.EncoderWeights;
import dev.assay.text.encoder.FloatTensor;
import dev.assay.text.network.Classifier;
import dev.assay.text.network.Head;
import dev.assay.text.network.Pooling;
import dev.assay.text.onnx.OnnxModel;
import dev.assay.text.onnx.OnnxWriter;
import dev.assay.text.onnx.Precision;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Scoring of served files against a bare loop over ONNX Runtime, and 8 bit against 32 bit files;
 * see {@code inference.sh}.
 *
 * <p>The encoder has the shape of MiniLM-L6 and random weights, of which the time does not depend.
 * One thread computes, and its processor time is taken: what else the machine does changes that
 * little.
 */
public final class InferenceBenchmark {

  private static final Architecture MINILM =
      new Architecture(30_522, 512, 0, 2, 384, 6, 12, 1536, 1e-12, 0, 0);
  private static final int LABELS = 28;
  private static final int[][] SHAPES = {{1, 16}, {32, 32}, {8, 128}};
  private static final int ROUNDS = 21;
  private static final double LEAST_OF_BARE = 0.9;
  private static final double LEAST_OF_FP32 = 1.5;

  private final Random random = new Random(20260601);
  private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
  private boolean held = true;

  private InferenceBenchmark() {}

  /** Prints the times by shape; ends with 1 where one is too slow. */
  public static void main(String[] arguments) throws OrtException {
    InferenceBenchmark benchmark = new InferenceBenchmark();
    benchmark.run();
    System.exit(benchmark.held ? 0 : 1);
  }

  private void run() throws OrtException {
    Classifier classifier = classifier();
    byte[] fp32 = OnnxWriter.bytes(classifier, Precision.FP32, Map.of());
    byte[] int8 = OnnxWriter.bytes(classifier, Precision.INT8, Map.of());
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      try (OrtSession bare32 = OrtEnvironment.getEnvironment().createSession(fp32, options);
          OrtSession bare8 = OrtEnvironment.getEnvironment().createSession(int8, options);
          OnnxModel model32 = OnnxModel.open(fp32, "fp32.onnx", 1);
          OnnxModel model8 = OnnxModel.open(int8, "int8.onnx", 1)) {
        for (int[] shape : SHAPES) {
          long[][] texts = texts(shape[0], shape[1]);
          double loop32 = time(() -> bare(bare32, texts));
          double ours32 = time(() -> model32.scores(texts));
          double together8 = time(() -> bare(bare8, texts));
          double loop8 = time(() -> oneByOne(bare8, texts));
          double ours8 = time(() -> model8.scores(texts));
          System.out.printf(
              "%2d texts of %3d tokens, ms: fp32 %7.2f (bare %7.2f), int8 %7.2f (bare %7.2f, in one"
                  + " batch %7.2f)%n",
              shape[0], shape[1], ours32, loop32, ours8, loop8, together8);
          require("fp32 against the bare loop", loop32 / ours32, LEAST_OF_BARE);
          require("int8 against the bare loop", loop8 / ours8, LEAST_OF_BARE);
          require("int8 against fp32, one batch", loop32 / together8, LEAST_OF_FP32);
          require("int8 against fp32, as served", ours32 / ours8, LEAST_OF_FP32);
        }
      }
    }
  }

  private void require(String what, double ratio, double least) {
    held &= ratio >= least;
    System.out.printf(
        "  %-30s %.2f times as fast, at least %.1f%s%n",
        what, ratio, least, ratio >= least ? "" : ": TOO SLOW");
  }

  /** The middle of the processor times of several runs, in milliseconds. */
  private double time(Scoring scoring) throws OrtException {
    double[] times = new double[ROUNDS];
    for (int round = -2; round < ROUNDS; round++) {
      long start = clock.getCurrentThreadCpuTime();
      scoring.run();
      if (round >= 0) {
        times[round] = (clock.getCurrentThreadCpuTime() - start) / 1e6;
      }
    }
    Arrays.sort(times);
    return times[ROUNDS / 2];
  }

  private static void oneByOne(OrtSession session, long[][] texts) throws OrtException {
    for (long[] text : texts) {
      bare(session, new long[][] {text});
    }
  }

  private static void bare(OrtSession session, long[][] texts) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    long[][] ones = new long[texts.length][texts[0].length];
    for (long[] row : ones) {
      Arrays.fill(row, 1);
    }
    try (OnnxTensor ids = OnnxTensor.createTensor(environment, texts);
        OnnxTensor mask = OnnxTensor.createTensor(environment, ones);
        OrtSession.Result result = session.run(Map.of("input_ids", ids, "attention_mask", mask))) {
      result.get(0).getValue();
    }
  }

  private long[][] texts(int count, int tokens) {
    long[][] texts = new long[count][];
    Arrays.setAll(texts, row -> random.longs(tokens, 1000, 30_000).toArray());
    return texts;
  }

  private Classifier classifier() {
    Map<String, FloatTensor> weights = new LinkedHashMap<>();
    EncoderWeights.shapes(MINILM).forEach((name, shape) -> weights.put(name, weight(shape)));
    Head.Linear map = new Head.Linear(weight(LABELS, MINILM.width()), weight(LABELS));
    return new Classifier(
        new EncoderWeights(MINILM, weights),
        new Head(Pooling.MEAN, Optional.empty(), List.of(map)),
        Classifier.Activation.SIGMOID);
  }

  private FloatTensor weight(int... shape) {
    float[] values = new float[Arrays.stream(shape).reduce(1, Math::multiplyExact)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian() * 0.05f;
    }
    return FloatTensor.of(values, shape);
  }

  /** A way of scoring. */
  private interface Scoring {
    void run() throws OrtException;
  }
}
