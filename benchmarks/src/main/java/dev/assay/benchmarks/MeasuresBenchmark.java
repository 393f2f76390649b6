package dev.assay.benchmarks;

import dev.assay.core.evaluation.Evaluation;
import dev.assay.core.evaluation.Subject;
import dev.assay.core.example.Attributes;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.core.metric.Metric;
import dev.assay.core.metric.MetricValue;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.prediction.Scores;
import dev.assay.core.threshold.Objective;
import dev.assay.core.threshold.ThresholdSearch;
import dev.assay.core.threshold.Thresholds;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Assay's half of the comparison with scikit-learn; {@code measures.sh} runs both halves.
 *
 * <p>Makes seeded predictions of 33 labels on 50,000 rows, times exact F1 cuts and all metrics of
 * one evaluation, and leaves the data, the results and the times in a folder for {@code
 * measures.py}.
 */
public final class MeasuresBenchmark {

  private static final int ROWS = 50_000;
  private static final int LABELS = 33;
  private static final double CUT = 0.5;
  private static final int WARM_UPS = 15;
  private static final int REPEATS = 31;

  private final Predictions predictions;

  private MeasuresBenchmark(Predictions predictions) {
    this.predictions = predictions;
  }

  /**
   * Runs the benchmark.
   *
   * @param arguments the folder to write to, which exists
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    MeasuresBenchmark benchmark = new MeasuresBenchmark(predictions(new Random(20260417)));
    benchmark.writeData(folder);
    Stopwatch.Timed<List<OptionalDouble>> cuts =
        Stopwatch.timed(benchmark::cuts, WARM_UPS, REPEATS);
    Stopwatch.Timed<List<String>> metrics = Stopwatch.timed(benchmark::metrics, WARM_UPS, REPEATS);
    List<String> lines = new ArrayList<>();
    for (int label = 0; label < LABELS; label++) {
      lines.add("best_cut," + label + "," + cuts.result().get(label).getAsDouble());
    }
    lines.addAll(metrics.result());
    Files.write(folder.resolve("assay-values.csv"), lines);
    Files.write(
        folder.resolve("assay-seconds.csv"),
        List.of(cuts.line("thresholds"), metrics.line("evaluation")));
  }

  private static Predictions predictions(Random random) {
    byte[][] states = new byte[LABELS][ROWS];
    float[][] scores = new float[LABELS][ROWS];
    for (int label = 0; label < LABELS; label++) {
      double prior = 0.005 + 0.3 * label / LABELS;
      for (int row = 0; row < ROWS; row++) {
        boolean positive = random.nextDouble() < prior;
        states[label][row] = positive ? Labels.POSITIVE : Labels.NEGATIVE;
        double logit = (positive ? 1.5 : -1.5) + 1.5 * random.nextGaussian();
        scores[label][row] = (float) (1 / (1 + Math.exp(-logit)));
      }
    }
    List<String> names = IntStream.range(0, LABELS).mapToObj(j -> "label" + j).toList();
    return new Predictions(
        Attributes.of(IntStream.range(0, ROWS).mapToObj(i -> "id" + i).toList()).build(),
        Labels.ofColumns(new LabelSchema(TaskKind.MULTILABEL, names), states),
        Scores.takeOver(scores));
  }

  /** Label by label: scores as little-endian 32-bit floats, states as bytes. */
  private void writeData(Path folder) throws IOException {
    ByteBuffer scores =
        ByteBuffer.allocate(LABELS * ROWS * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer states = ByteBuffer.allocate(LABELS * ROWS);
    for (int label = 0; label < LABELS; label++) {
      scores.asFloatBuffer().put(predictions.scores().column(label));
      scores.position(scores.position() + ROWS * Float.BYTES);
      states.put(predictions.truth().column(label));
    }
    Files.write(folder.resolve("scores.f32"), scores.array());
    Files.write(folder.resolve("states.i8"), states.array());
    Files.writeString(folder.resolve("shape.csv"), LABELS + "," + ROWS + "," + CUT + "\n");
  }

  private List<OptionalDouble> cuts() {
    return ThresholdSearch.maximise(new Objective.FBeta(1)).build().exact(predictions);
  }

  /** The whole catalogue, for the whole and for each label. */
  private List<String> metrics() {
    LabelSchema schema = predictions.schema();
    Evaluation evaluation = Evaluation.of(predictions, Thresholds.uniform(schema, CUT));
    List<String> lines = new ArrayList<>();
    for (Metric metric : Metric.catalogue()) {
      add(lines, evaluation, metric, new Subject.Whole(), "all");
      for (int label = 0; label < LABELS; label++) {
        Subject subject = new Subject.Label(schema.names().get(label));
        add(lines, evaluation, metric, subject, Integer.toString(label));
      }
    }
    return lines;
  }

  private static void add(
      List<String> lines, Evaluation evaluation, Metric metric, Subject subject, String name) {
    if (evaluation.value(metric, subject) instanceof MetricValue.Defined defined) {
      lines.add(metric.name() + "," + name + "," + defined.value());
    }
  }
}
