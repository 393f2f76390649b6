package dev.assay.benchmarks;

import dev.assay.text.encoder.EncoderSource;
import dev.assay.text.encoder.PretrainedEncoder;
import dev.assay.text.loss.Loss;
import dev.assay.text.torch.Optimisation;
import dev.assay.text.torch.TorchTraining;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Whether a training's memory grows with its steps: MiniLM-L6 on comments of GoEmotions in batches
 * of 32 of every length, with dropout, on two threads. Prints {@code VmRSS} every 200 steps and
 * ends with 1 where that of the end is more than a tenth above that of step 200. Linux only.
 */
public final class MemoryBenchmark {

  private static final int EVERY = 200;
  private static final double GROWTH = 1.1;
  private static final double RATE = 1e-5;

  private MemoryBenchmark() {}

  /**
   * Runs the benchmark.
   *
   * @param arguments the comments, and how many steps are trained
   */
  public static void main(String[] arguments) throws IOException {
    int steps = Integer.parseInt(arguments[1]);
    PretrainedEncoder encoder = EncoderSource.read("minilm-l6");
    GoEmotions data = GoEmotions.read(Path.of(arguments[0]), encoder);
    Random random = new Random(17);
    List<int[]> batches = data.batches(random);
    Loss loss = new Loss.BinaryCrossEntropy(Collections.nCopies(GoEmotions.LABELS, 1.0), 0);
    Optimisation optimisation = new Optimisation(1, 1, 0.01, 1, 0.1, 0.1, 0, false, 2);
    double first = 0;
    double last = 0;
    try (TorchTraining training =
        new TorchTraining(GoEmotions.classifier(encoder, random), optimisation, 1)) {
      for (int step = 1; step <= steps; step++) {
        int[] rows = batches.get(step % batches.size());
        training.step(data.tokens(), data.labels(), loss, List.of(rows), RATE);
        if (step % EVERY == 0) {
          last = residentMegabytes();
          first = first == 0 ? last : first;
          System.out.printf("step %5d: %.0f MB%n", step, last);
        }
      }
    }
    System.out.printf("%+.1f%% since step %d%n", 100 * (last / first - 1), EVERY);
    System.exit(last <= GROWTH * first ? 0 : 1);
  }

  private static double residentMegabytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }
}
