package dev.assay.core.prediction;

import dev.assay.core.example.Attributes;
import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.TimeColumn;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Predictions for tests: few distinct scores, so that they tie, and some labels unknown. */
public final class RandomPredictions {

  private static final double UNKNOWN_SHARE = 0.15;
  private static final int SCORE_STEPS = 12;

  private RandomPredictions() {}

  /** Predictions of a kind with {@code n} rows, a slice {@code colour}, groups and days. */
  public static Predictions of(TaskKind kind, int n, long seed) {
    Random random = new Random(seed);
    int k = kind == TaskKind.BINARY ? 1 : 3;
    LabelSchema schema =
        new LabelSchema(kind, IntStream.range(0, k).mapToObj(j -> "label" + j).toList());
    Labels truth =
        kind == TaskKind.MULTICLASS ? classes(schema, n, random) : labels(schema, n, random);
    return new Predictions(attributes(n, random), truth, scores(truth, random));
  }

  private static Labels classes(LabelSchema schema, int n, Random random) {
    int[] classes = new int[n];
    for (int i = 0; i < n; i++) {
      classes[i] = random.nextDouble() < UNKNOWN_SHARE ? -1 : random.nextInt(schema.size());
    }
    return Labels.ofClasses(schema, classes);
  }

  private static Labels labels(LabelSchema schema, int n, Random random) {
    byte[][] states = new byte[schema.size()][n];
    for (byte[] column : states) {
      for (int i = 0; i < n; i++) {
        boolean unknown = random.nextDouble() < UNKNOWN_SHARE;
        column[i] =
            unknown
                ? Labels.UNKNOWN
                : random.nextDouble() < 0.35 ? Labels.POSITIVE : Labels.NEGATIVE;
      }
    }
    return Labels.ofColumns(schema, states);
  }

  private static Scores scores(Labels truth, Random random) {
    int k = truth.schema().size();
    float[][] scores = new float[k][truth.size()];
    for (int i = 0; i < truth.size(); i++) {
      for (int j = 0; j < k; j++) {
        int shift = truth.state(i, j) == Labels.POSITIVE ? 3 : 0;
        int step = Math.min(SCORE_STEPS, random.nextInt(SCORE_STEPS - 2) + shift);
        scores[j][i] = (float) step / SCORE_STEPS;
      }
    }
    return Scores.takeOver(scores);
  }

  private static Attributes attributes(int n, Random random) {
    List<String> colours = List.of("red", "green", "blue");
    int[] colour = random.ints(n, -1, colours.size()).toArray();
    int[] group = random.ints(n, 0, 4).toArray();
    long[] seconds = random.longs(n, 0, 90).map(day -> day * TimeColumn.DAY).toArray();
    return Attributes.of(IntStream.range(0, n).mapToObj(i -> "id" + i).toList())
        .group(CategoricalColumn.takeOver(group, List.of("a", "b", "c", "d")))
        .time(TimeColumn.takeOver(seconds))
        .slice("colour", CategoricalColumn.takeOver(colour, colours))
        .build();
  }
}
