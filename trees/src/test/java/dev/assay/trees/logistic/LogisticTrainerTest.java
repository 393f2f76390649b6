package dev.assay.trees.logistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.example.Attributes;
import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.Dataset;
import dev.assay.core.example.NumericColumn;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.model.Model;
import dev.assay.core.model.Trainer;
import dev.assay.trees.LearnerContract;
import dev.assay.trees.Simulated;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogisticTrainerTest extends LearnerContract {

  @Override
  protected Trainer trainer() {
    return new LogisticTrainer();
  }

  @Override
  protected Map<String, ?> quick() {
    return Map.of();
  }

  @Override
  protected double unknownRowsTolerance() {
    return 0.002;
  }

  @Test
  void its_scores_are_those_of_scikit_learn() throws IOException {
    List<String[]> lines = golden();
    int n = lines.size();
    float[] first = new float[n];
    float[] second = new float[n];
    byte[] truth = new byte[n];
    for (int i = 0; i < n; i++) {
      first[i] = Float.parseFloat(lines.get(i)[0]);
      second[i] = Float.parseFloat(lines.get(i)[1]);
      truth[i] = Byte.parseByte(lines.get(i)[2]);
    }
    Dataset examples =
        new Dataset(
            Attributes.of(IntStream.range(0, n).mapToObj(String::valueOf).toList()).build(),
            Labels.ofColumns(LabelSchema.binary("y"), new byte[][] {truth}),
            Map.of("first", NumericColumn.of(first), "second", NumericColumn.of(second)));
    for (int column = 3; column < 6; column++) {
      Map<String, ?> settings =
          switch (column) {
            case 3 -> Map.of("c", 1.0);
            case 4 -> Map.of("c", 0.01);
            default -> Map.of("c", 1.0, "class_weights", "balanced");
          };
      try (Model model = train(examples, examples, settings).model()) {
        for (int i = 0; i < n; i++) {
          assertThat(model.score(examples).score(i, 0))
              .isCloseTo(Float.parseFloat(lines.get(i)[column]), within(2e-5f));
        }
      }
    }
  }

  private static List<String[]> golden() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    LogisticTrainerTest.class.getResourceAsStream("scikit-learn.csv")),
                StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#") && !line.startsWith("first"))
          .map(line -> line.split(",", -1))
          .toList();
    }
  }

  @Test
  void rare_and_unseen_levels_score_as_one_pool_and_missing_ones_apart() {
    Dataset train = withTail(new Simulated(1000, 1).binary());
    Dataset test = new Simulated(4, 2).binary().select(new int[] {0, 0, 0, 0});
    Dataset levels =
        Simulated.with(
            test,
            "tail",
            CategoricalColumn.of(Arrays.asList("rare 1", "never seen", null, "common")));
    try (Model model = train(train, train).model()) {
      float[] scores = model.score(levels).column(0);
      assertThat(scores[0]).isEqualTo(scores[1]).isNotEqualTo(scores[2]).isNotEqualTo(scores[3]);
      assertThat(scores[2]).isNotEqualTo(scores[3]);
    }
  }

  /** A feature of one common level, forty rare ones, and some missing values. */
  private static Dataset withTail(Dataset dataset) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < dataset.size(); i++) {
      values.add(i < 160 ? "rare " + i / 4 : i < 260 ? null : "common");
    }
    return Simulated.with(dataset, "tail", CategoricalColumn.of(values));
  }

  @Test
  void a_constant_input_and_one_that_is_always_missing_do_no_harm() {
    Dataset train = new Simulated(500, 1).binary();
    float[] constant = new float[500];
    Arrays.fill(constant, 1e6f);
    float[] missing = new float[500];
    Arrays.fill(missing, Float.NaN);
    Dataset wider =
        Simulated.with(
            Simulated.with(train, "constant", NumericColumn.of(constant)),
            "missing",
            NumericColumn.of(missing));
    try (Model model = train(wider, wider).model();
        Model plain = train(train, train).model()) {
      assertThat(Simulated.logLoss(model.score(wider).column(0), train.labels(), 0))
          .isCloseTo(
              Simulated.logLoss(plain.score(train).column(0), train.labels(), 0), within(1e-3));
    }
  }
}
