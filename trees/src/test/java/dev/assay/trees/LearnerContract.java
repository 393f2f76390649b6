package dev.assay.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.Column;
import dev.assay.core.example.Dataset;
import dev.assay.core.example.NumericColumn;
import dev.assay.core.example.TextColumn;
import dev.assay.core.model.Model;
import dev.assay.core.prediction.Scores;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every trainer keeps to that learns from inputs. */
public abstract class LearnerContract extends TrainerContract {

  private static final int ROWS = 4000;

  @Test
  void it_comes_near_the_area_under_the_curve_of_the_true_probabilities() {
    Simulated truth = new Simulated(2000, 3);
    Dataset test = truth.binary();
    float[] ideal = new float[2000];
    for (int i = 0; i < ideal.length; i++) {
      ideal[i] = (float) truth.probability(i);
    }
    double best = Simulated.auc(ideal, test.labels(), 0);
    try (Model model = train(Kind.BINARY.draw(ROWS, 1), Kind.BINARY.draw(1000, 2)).model()) {
      float[] scores = model.score(test).column(0);
      assertThat(Simulated.auc(scores, test.labels(), 0)).isCloseTo(best, within(0.02));
      assertThat(Simulated.logLoss(scores, test.labels(), 0))
          .isCloseTo(Simulated.logLoss(ideal, test.labels(), 0), within(0.03));
    }
  }

  @Test
  void every_label_of_a_multilabel_schema_learns_its_own_truth() {
    Dataset test = Kind.MULTILABEL.draw(1000, 3);
    try (Model model = train(Kind.MULTILABEL.draw(2000, 1), Kind.MULTILABEL.draw(500, 2)).model()) {
      Scores scores = model.score(test);
      assertThat(Simulated.auc(scores.column(0), test.labels(), 0)).isGreaterThan(0.8);
      assertThat(Simulated.auc(scores.column(1), test.labels(), 1)).isGreaterThan(0.8);
      assertThat(Simulated.auc(scores.column(0), test.labels(), 1)).isLessThan(0.3);
    }
  }

  @Test
  void every_class_of_a_multiclass_schema_learns_its_own_truth() {
    Dataset test = Kind.MULTICLASS.draw(1000, 3);
    try (Model model = train(Kind.MULTICLASS.draw(2000, 1), Kind.MULTICLASS.draw(500, 2)).model()) {
      Scores scores = model.score(test);
      long right =
          IntStream.range(0, test.size())
              .filter(row -> scores.argmax(row) == test.labels().classOf(row))
              .count();
      assertThat(right).isGreaterThan(650);
    }
  }

  @Test
  void balanced_class_weights_raise_the_scores_of_a_rare_label_to_even_odds() {
    Dataset all = Kind.BINARY.draw(ROWS, 1);
    Random random = new Random(5);
    int[] rows =
        IntStream.range(0, ROWS)
            .filter(i -> all.labels().state(i, 0) == 0 || random.nextInt(10) == 0)
            .toArray();
    Dataset rare = all.select(rows);
    Map<String, Object> balanced = new HashMap<>(quick());
    balanced.put("class_weights", "balanced");
    Dataset validation = rare.select(IntStream.range(0, 800).toArray());
    Dataset train = rare.select(IntStream.range(800, rare.size()).toArray());
    try (Model plain = train(train, validation).model();
        Model weighted = train(train, validation, balanced).model()) {
      double rate = (double) train.labels().positives(0) / train.size();
      assertThat(mean(plain.score(train).column(0))).isCloseTo(rate, within(0.02));
      double between = (classMean(weighted, train, 0) + classMean(weighted, train, 1)) / 2;
      assertThat(between).isCloseTo(0.5, within(0.05));
    }
  }

  private static double classMean(Model model, Dataset dataset, int state) {
    int[] rows =
        IntStream.range(0, dataset.size())
            .filter(i -> dataset.labels().state(i, 0) == state)
            .toArray();
    return mean(model.score(dataset.select(rows)).column(0));
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  @Test
  void the_fact_that_a_value_is_missing_can_be_learned() {
    Dataset train = missingWherePositive(Kind.BINARY.draw(2000, 1), 11);
    Dataset validation = missingWherePositive(Kind.BINARY.draw(500, 2), 12);
    Dataset test = missingWherePositive(Kind.BINARY.draw(1000, 3), 13);
    try (Model model = train(train, validation).model()) {
      assertThat(Simulated.auc(model.score(test).column(0), test.labels(), 0)).isGreaterThan(0.95);
    }
  }

  /** A feature without any meaning but that it is mostly missing where the label is there. */
  private static Dataset missingWherePositive(Dataset dataset, long seed) {
    Random random = new Random(seed);
    float[] values = new float[dataset.size()];
    for (int i = 0; i < values.length; i++) {
      boolean missing = (dataset.labels().state(i, 0) == 1) == (random.nextInt(20) > 0);
      values[i] = missing ? Float.NaN : (float) random.nextGaussian();
    }
    return Simulated.with(dataset, "noise", NumericColumn.takeOver(values));
  }

  @Test
  void inputs_are_found_by_name_in_a_wider_dataset_of_other_order_and_codes() {
    Dataset test = Kind.BINARY.draw(300, 3);
    CategoricalColumn region = (CategoricalColumn) test.features().get("region");
    List<String> values = new ArrayList<>(IntStream.range(0, 300).mapToObj(region::value).toList());
    List<String> reversed = new ArrayList<>(region.levels());
    Collections.reverse(reversed);
    int[] codes = values.stream().mapToInt(reversed::indexOf).toArray();
    Map<String, Column> features = new LinkedHashMap<>();
    features.put("text", TextColumn.of(Collections.nCopies(300, "not read")));
    features.put("region", CategoricalColumn.takeOver(codes, reversed));
    features.put("second", test.features().get("second"));
    features.put("first", test.features().get("first"));
    Dataset wider = new Dataset(test.attributes(), test.labels(), features);
    try (Model model = train(Kind.BINARY.draw(600, 1), Kind.BINARY.draw(200, 2)).model()) {
      assertThat(model.score(wider).column(0)).isEqualTo(model.score(test).column(0));
    }
  }

  @Test
  void inputs_that_are_missing_or_of_another_type_are_all_named() {
    Dataset test = Kind.BINARY.draw(20, 3);
    Dataset wrong =
        Simulated.with(
            Simulated.with(
                Simulated.without(test, "first"), "frist", NumericColumn.of(new float[20])),
            "region",
            NumericColumn.of(new float[20]));
    float[] infinite = new float[20];
    infinite[7] = Float.POSITIVE_INFINITY;
    Dataset worse = Simulated.with(wrong, "second", NumericColumn.of(infinite));
    try (Model model = train(Kind.BINARY.draw(600, 1), Kind.BINARY.draw(200, 2)).model()) {
      assertThatThrownBy(() -> model.score(worse))
          .isInstanceOfSatisfying(
              InvalidInputException.class,
              e ->
                  assertThat(e.problems().stream().map(Problem::toString))
                      .hasSize(3)
                      .anySatisfy(p -> assertThat(p).contains("'first'", "missing", "'frist'"))
                      .anySatisfy(
                          p -> assertThat(p).contains("'region' is numeric, not categorical"))
                      .anySatisfy(p -> assertThat(p).contains("'second' is Infinity for '3-7'")));
    }
  }

  @Test
  void texts_and_a_dataset_without_features_are_refused() {
    Dataset train = Kind.BINARY.draw(100, 1);
    Dataset withText =
        Simulated.with(train, "comment", TextColumn.of(Collections.nCopies(100, "hello")));
    assertThatThrownBy(() -> train(withText, withText))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("'comment' is text");
    Dataset bare = new Dataset(train.attributes(), train.labels(), Map.of());
    assertThatThrownBy(() -> train(bare, bare))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no feature");
  }

  @Test
  void one_row_scores_as_it_does_among_others() {
    Dataset test = Kind.BINARY.draw(50_000, 3);
    int[] some = {0, 17, 16_383, 16_384, 49_999};
    try (Model model = train(Kind.BINARY.draw(600, 1), Kind.BINARY.draw(200, 2)).model()) {
      float[] all = model.score(test).column(0);
      for (int row : some) {
        assertThat(model.score(test.select(new int[] {row})).score(0, 0)).isEqualTo(all[row]);
      }
      assertThat(Arrays.stream(some).mapToObj(row -> all[row]).distinct().count()).isGreaterThan(1);
    }
  }
}
