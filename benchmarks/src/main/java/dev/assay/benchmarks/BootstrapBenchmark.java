package dev.assay.benchmarks;

import dev.assay.core.evaluation.Resampling;
import dev.assay.core.evaluation.Subject;
import dev.assay.core.example.Attributes;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.core.metric.Metric;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.prediction.Scores;
import dev.assay.core.statistics.BootstrapPlan;
import dev.assay.core.statistics.BootstrapSettings;
import dev.assay.core.statistics.ClusterSet;
import dev.assay.core.statistics.Clusters;
import dev.assay.core.statistics.Estimate;
import dev.assay.core.statistics.Interval;
import dev.assay.core.statistics.PairedBootstrap;
import dev.assay.core.statistics.PairedEstimate;
import dev.assay.core.statistics.PairedFigure;
import dev.assay.core.threshold.Thresholds;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Assay's half of the comparison with NumPy and scikit-learn; {@code bootstrap.sh} runs both.
 *
 * <p>Makes seeded decisions of two models on 33 labels of 50,000 rows, times 2,000 paired bootstrap
 * replicates of macro-F1 from the predictions to the interval, and leaves truth, decisions, results
 * and the time in a folder for {@code bootstrap.py}.
 */
public final class BootstrapBenchmark {

  private static final int ROWS = 50_000;
  private static final int LABELS = 33;
  private static final int REPLICATES = 2_000;
  private static final double PREVALENCE = 0.03;
  private static final double FALSE_ALARMS = 0.005;
  private static final double[] MISSES = {0.22, 0.20};
  private static final double SHARED = 0.5;
  private static final int WARM_UPS = 5;
  private static final int REPEATS = 9;
  private static final Metric MACRO_F1 = Metric.parse("f1_macro");

  private final LabelSchema schema =
      new LabelSchema(
          TaskKind.MULTILABEL, IntStream.range(0, LABELS).mapToObj(j -> "label" + j).toList());
  private final byte[][] truth = new byte[LABELS][ROWS];
  private final byte[][][] decided = new byte[2][LABELS][ROWS];
  private final Predictions champion;
  private final Predictions candidate;

  private BootstrapBenchmark(Random random) {
    for (int label = 0; label < LABELS; label++) {
      for (int row = 0; row < ROWS; row++) {
        boolean positive = random.nextDouble() < PREVALENCE;
        double luck = random.nextDouble();
        double ownLuck = random.nextDouble() < SHARED ? luck : random.nextDouble();
        truth[label][row] = positive ? Labels.POSITIVE : Labels.NEGATIVE;
        for (int side = 0; side < 2; side++) {
          double rate = positive ? MISSES[side] : FALSE_ALARMS;
          boolean errs = (side == 0 ? luck : ownLuck) < rate;
          decided[side][label][row] = (byte) (positive ^ errs ? 1 : 0);
        }
      }
    }
    champion = predictions(decided[0]);
    candidate = predictions(decided[1]);
  }

  private Predictions predictions(byte[][] decisions) {
    float[][] scores = new float[LABELS][ROWS];
    for (int label = 0; label < LABELS; label++) {
      for (int row = 0; row < ROWS; row++) {
        scores[label][row] = decisions[label][row];
      }
    }
    return new Predictions(
        Attributes.of(IntStream.range(0, ROWS).mapToObj(i -> "id" + i).toList()).build(),
        Labels.ofColumns(schema, truth),
        Scores.takeOver(scores));
  }

  /**
   * Runs the benchmark.
   *
   * @param arguments the folder to write to, which exists
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    BootstrapBenchmark benchmark = new BootstrapBenchmark(new Random(20260417));
    benchmark.writeData(folder);
    Stopwatch.Timed<PairedEstimate> timed = Stopwatch.timed(benchmark::estimate, WARM_UPS, REPEATS);
    PairedEstimate estimate = timed.result();
    Files.write(
        folder.resolve("assay-values.csv"),
        List.of(
            line("champion", estimate.champion()),
            line("candidate", estimate.candidate()),
            line("difference", estimate.difference())));
    Files.writeString(folder.resolve("assay-seconds.csv"), timed.line("bootstrap") + "\n");
  }

  private PairedEstimate estimate() {
    Clusters rows = Clusters.ofRows(ROWS);
    PairedFigure figure =
        new PairedFigure(
            new Resampling(champion, rule(), rows).prepare(MACRO_F1, new Subject.Whole()),
            new Resampling(candidate, rule(), rows).prepare(MACRO_F1, new Subject.Whole()),
            ClusterSet.all(rows));
    BootstrapSettings settings = new BootstrapSettings(REPLICATES, 7, 0.95);
    return new PairedBootstrap(new BootstrapPlan(rows, settings))
        .estimate(List.of(figure))
        .getFirst();
  }

  private Thresholds rule() {
    return Thresholds.uniform(schema, 0.5);
  }

  /** Label by label, as bytes. */
  private void writeData(Path folder) throws IOException {
    Files.writeString(
        folder.resolve("shape.csv"),
        LABELS + "," + ROWS + "," + REPLICATES + "," + PREVALENCE + "\n");
    write(folder.resolve("truth.i8"), truth);
    write(folder.resolve("champion.i8"), decided[0]);
    write(folder.resolve("candidate.i8"), decided[1]);
  }

  private static void write(Path file, byte[][] columns) throws IOException {
    ByteBuffer all = ByteBuffer.allocate(LABELS * ROWS);
    Arrays.stream(columns).forEach(all::put);
    Files.write(file, all.array());
  }

  private static String line(String name, Estimate estimate) {
    Interval interval = estimate.interval().orThrow();
    return "%s,%s,%s,%s,%s"
        .formatted(
            name,
            estimate.value().orThrow(),
            interval.low(),
            interval.high(),
            estimate.standardError().orThrow());
  }
}
