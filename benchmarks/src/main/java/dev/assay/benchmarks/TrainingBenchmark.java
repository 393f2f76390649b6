package dev.assay.benchmarks;

import dev.assay.core.label.Labels;
import dev.assay.text.encoder.EncoderSource;
import dev.assay.text.encoder.FloatTensor;
import dev.assay.text.encoder.PretrainedEncoder;
import dev.assay.text.loss.Loss;
import dev.assay.text.network.Classifier;
import dev.assay.text.tokenise.Tokens;
import dev.assay.text.torch.Optimisation;
import dev.assay.text.torch.TorchTraining;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Assay's half of the throughput of training; {@code training.sh} runs both. MiniLM-L6 on comments
 * of GoEmotions, batches of 32 of like length and the same texts padded to 64 tokens, without
 * dropout: forward, backward and step, on two threads. Writes weights and batches for the other
 * half.
 */
public final class TrainingBenchmark {

  private static final int WARM_UP = 5;
  private static final double RATE = 1e-5;

  private final Path folder;
  private final int steps;
  private final PretrainedEncoder encoder = EncoderSource.read("minilm-l6");
  private final Random random = new Random(17);

  private TrainingBenchmark(Path folder, int steps) {
    this.folder = folder;
    this.steps = steps;
  }

  /**
   * Runs the benchmark.
   *
   * @param arguments the folder to write to, the comments, and how many steps are timed
   */
  public static void main(String[] arguments) throws IOException {
    new TrainingBenchmark(Path.of(arguments[0]), Integer.parseInt(arguments[2]))
        .run(Path.of(arguments[1]));
  }

  private void run(Path comments) throws IOException {
    GoEmotions data = GoEmotions.read(comments, encoder);
    List<int[]> batches = data.batches(random).subList(0, WARM_UP + steps);
    Classifier start = GoEmotions.classifier(encoder, random);
    write(start, data.tokens(), data.labels(), batches);
    List<String> lines = new ArrayList<>();
    lines.add(measure("by_length", start, data.tokens(), data, batches));
    lines.add(measure("padded", start, padded(data.tokens()), data, batches));
    Files.write(folder.resolve("assay.txt"), lines);
  }

  /** Texts as long as the longest; that the padding is read as tokens takes no more time. */
  private static Tokens padded(Tokens tokens) {
    int[][] ids = new int[tokens.size()][];
    Arrays.setAll(ids, row -> Arrays.copyOf(tokens.ids(row), GoEmotions.LONGEST));
    return Tokens.of(ids);
  }

  private String measure(
      String name, Classifier start, Tokens trained, GoEmotions data, List<int[]> batches) {
    Loss loss = new Loss.BinaryCrossEntropy(Collections.nCopies(GoEmotions.LABELS, 1.0), 0);
    Optimisation optimisation = new Optimisation(1, 1, 0.01, 0, 0, 0, 0, false, 2);
    long tokens = 0;
    long began = 0;
    double first = 0;
    try (TorchTraining training = new TorchTraining(start, optimisation, 1)) {
      for (int step = 0; step < batches.size(); step++) {
        if (step == WARM_UP) {
          began = System.nanoTime();
        }
        int[] rows = batches.get(step);
        double value = training.step(trained, data.labels(), loss, List.of(rows), RATE);
        first = step == 0 ? value : first;
        tokens += step < WARM_UP ? 0 : Arrays.stream(rows).mapToLong(data.tokens()::length).sum();
      }
    }
    return "%s %.1f %.6f".formatted(name, tokens / ((System.nanoTime() - began) / 1e9), first);
  }

  private void write(Classifier start, Tokens tokens, Labels labels, List<int[]> batches)
      throws IOException {
    for (var weight : start.encoder().tensors().entrySet()) {
      write(weight.getKey(), weight.getValue());
    }
    write("head.weight", start.head().layers().getFirst().weight());
    write("head.bias", start.head().layers().getFirst().bias());
    List<String> lines = new ArrayList<>();
    for (int[] batch : batches) {
      for (int row : batch) {
        String ids =
            Arrays.stream(tokens.ids(row))
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(" "));
        String positives =
            IntStream.range(0, GoEmotions.LABELS)
                .filter(label -> labels.state(row, label) == Labels.POSITIVE)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(" "));
        lines.add(ids + "\t" + positives);
      }
    }
    Files.write(folder.resolve("batches.tsv"), lines);
  }

  private void write(String name, FloatTensor weight) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(weight.size() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(weight.values());
    String shape =
        Arrays.stream(weight.shape()).mapToObj(String::valueOf).collect(Collectors.joining("x"));
    Files.write(folder.resolve(name + "@" + shape), bytes.array());
  }
}
