package dev.assay.benchmarks;

import dev.assay.core.example.Attributes;
import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.Column;
import dev.assay.core.example.Dataset;
import dev.assay.core.example.NumericColumn;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.core.model.FoldRows;
import dev.assay.core.model.FoldScores;
import dev.assay.core.model.FoldTrainer;
import dev.assay.core.model.Settings;
import dev.assay.core.model.Trainer;
import dev.assay.core.model.Trainers;
import dev.assay.core.prediction.Folds;
import dev.assay.core.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Assay's half of leaving out one of 127 groups at a time: 7,000 rows, 16 inputs, 200 trees of
 * depth 3; {@code leftout.sh} runs both. Times the folds from rows in memory to scores, with the
 * two threads that the machine has and without a warm-up.
 */
public final class LeftOutBenchmark {

  private static final int ROWS = 7_000;
  private static final int INPUTS = 16;
  private static final int GROUPS = 127;

  private LeftOutBenchmark() {}

  /**
   * Runs the benchmark.
   *
   * @param arguments the folder to write rows, scores and time to, and into how many bins inputs
   *     are sorted
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Dataset examples = simulated(new Random(3));
    RowsForPython.write(examples, folder);
    Trainer trainer = Objects.requireNonNull(Trainers.byName().get("xgboost"));
    Problems problems = new Problems();
    Settings settings =
        Settings.resolve(
            trainer.settings(),
            Map.of(
                "rounds",
                200L,
                "depth",
                3L,
                "early_stopping",
                0L,
                "max_bins",
                Long.valueOf(arguments[1])),
            "benchmark",
            problems);
    problems.throwIfAny();
    long start = System.nanoTime();
    FoldTrainer folds = trainer.folds(examples, settings, 1);
    List<FoldScores> scores =
        IntStream.range(0, GROUPS).parallel().mapToObj(group -> folds.train(rows(group))).toList();
    double seconds = (System.nanoTime() - start) / 1e9;
    StringBuilder lines = new StringBuilder();
    for (int row = 0; row < ROWS; row++) {
      lines.append(scores.get(row % GROUPS).scored().score(row / GROUPS, 0)).append('\n');
    }
    Files.writeString(folder.resolve("assay.scores"), lines);
    Files.writeString(folder.resolve("assay.seconds"), String.valueOf(seconds));
  }

  private static FoldRows rows(int group) {
    int[] train = IntStream.range(0, ROWS).filter(row -> row % GROUPS != group).toArray();
    int[] left = IntStream.range(0, ROWS).filter(row -> row % GROUPS == group).toArray();
    return new FoldRows(train, new int[0], Folds.single(0), left);
  }

  private static Dataset simulated(Random random) {
    float[][] inputs = new float[INPUTS][ROWS];
    byte[][] labels = new byte[1][ROWS];
    List<String> ids = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      for (float[] input : inputs) {
        input[row] = (float) random.nextGaussian();
      }
      double margin = inputs[0][row] + inputs[1][row] * inputs[2][row] - 1.2;
      labels[0][row] = margin + random.nextGaussian() > 0 ? Labels.POSITIVE : Labels.NEGATIVE;
      ids.add("r" + row);
      groups.add("g%03d".formatted(row % GROUPS));
    }
    Map<String, Column> features = new LinkedHashMap<>();
    for (int input = 0; input < INPUTS; input++) {
      features.put("x" + input, NumericColumn.of(inputs[input]));
    }
    LabelSchema schema = new LabelSchema(TaskKind.BINARY, List.of("positive"));
    return new Dataset(
        Attributes.of(ids).group(CategoricalColumn.of(groups)).build(),
        Labels.ofColumns(schema, labels),
        features);
  }
}
