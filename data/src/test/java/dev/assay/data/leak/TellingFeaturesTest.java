package dev.assay.data.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.example.Attributes;
import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.Column;
import dev.assay.core.example.Dataset;
import dev.assay.core.example.NumericColumn;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.data.leak.TellingFeature.By;
import dev.assay.data.leak.TellingFeature.Tell;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TellingFeaturesTest {

  private static final int ROWS = 2_000;

  /** One row in five is positive, without a pattern. */
  private static final byte[] RAIN = truth(new Random(5), ROWS);

  @Test
  void tomorrow_s_rain_among_today_s_measurements_is_found_and_asked_about() {
    Random random = new Random(1);
    float[] millimetres = new float[ROWS];
    float[] humidity = new float[ROWS];
    for (int row = 0; row < ROWS; row++) {
      millimetres[row] = RAIN[row] == 1 ? 1 + random.nextFloat() * 30 : random.nextFloat();
      humidity[row] = 50 + 20 * (float) random.nextGaussian() + (RAIN[row] == 1 ? 40 : 0);
    }

    List<TellingFeature> found =
        find(Map.of("RISK_MM", numbers(millimetres), "Humidity3pm", numbers(humidity)));

    assertThat(found)
        .singleElement()
        .satisfies(
            feature ->
                assertThat(feature.inWords())
                    .isEqualTo(
                        "'RISK_MM' alone tells 'rain' (ROC AUC 1.000): was it known when the"
                            + " prediction is made?"));
  }

  @Test
  void a_number_that_is_low_where_the_label_is_tells_it_as_well() {
    float[] dryness = new float[ROWS];
    for (int row = 0; row < ROWS; row++) {
      dryness[row] = RAIN[row] == 1 ? -1e9f - row : -row;
    }

    assertThat(tell(find(Map.of("dryness", numbers(dryness)))).rocAuc()).isEqualTo(1);
  }

  @Test
  void ties_count_half_as_in_the_definition_by_pairs() {
    Random random = new Random(2);
    float[] coarse = new float[ROWS];
    for (int row = 0; row < ROWS; row++) {
      coarse[row] = RAIN[row] == 1 ? 4 + random.nextInt(4) : random.nextInt(100) == 0 ? 4 : -3;
    }

    assertThat(tell(find(Map.of("coarse", numbers(coarse)))).rocAuc())
        .isCloseTo(byPairs(coarse), within(1e-12))
        .isLessThan(1);
  }

  private static double byPairs(float[] values) {
    double inOrder = 0;
    long pairs = 0;
    for (int positive = 0; positive < ROWS; positive++) {
      for (int negative = 0; negative < ROWS; negative++) {
        if (RAIN[positive] == 1 && RAIN[negative] == 0) {
          pairs++;
          inOrder += 0.5 + 0.5 * Math.signum(values[positive] - values[negative]);
        }
      }
    }
    return inOrder / pairs;
  }

  @Test
  void what_is_missing_where_the_label_is_tells_it_by_its_absence() {
    Column feature = categories(row -> RAIN[row] == 1 ? null : List.of("a", "b", "c").get(row % 3));

    Tell tell = tell(find(Map.of("returned", feature)));

    assertThat(tell.by()).isEqualTo(By.ABSENCE);
    assertThat(tell.rocAuc()).isEqualTo(1);
    assertThat(tell.rows()).isEqualTo(ROWS);
  }

  @Test
  void a_category_that_repeats_the_label_in_other_words_is_found() {
    Column feature = categories(row -> RAIN[row] == 1 ? "wet" + row % 3 : "dry" + row % 5);

    Tell tell = tell(find(Map.of("note", feature)));

    assertThat(tell.by()).isEqualTo(By.VALUE);
    assertThat(tell.rocAuc()).isEqualTo(1);
  }

  @Test
  void ids_rare_levels_and_a_single_level_tell_nothing() {
    assertThat(
            find(
                Map.of(
                    "id", categories(row -> "r" + row),
                    "pair", categories(row -> "p" + row / 2),
                    "few", categories(row -> "f" + row / 7),
                    "same", categories(row -> "all"))))
        .isEmpty();
  }

  @Test
  void noise_tells_nothing_and_neither_does_a_good_input() {
    Random random = new Random(3);
    float[] noise = new float[ROWS];
    float[] good = new float[ROWS];
    for (int row = 0; row < ROWS; row++) {
      noise[row] = random.nextFloat();
      good[row] = RAIN[row] == 1 ^ random.nextInt(25) == 0 ? 1 : 0;
    }

    assertThat(find(Map.of("noise", numbers(noise), "good", numbers(good)))).isEmpty();
  }

  @Test
  void rows_whose_label_is_unknown_are_not_looked_at() {
    byte[] truth = RAIN.clone();
    float[] copy = new float[ROWS];
    for (int row = 0; row < ROWS; row++) {
      copy[row] = truth[row];
      if (row % 4 == 0) {
        truth[row] = Labels.UNKNOWN;
        copy[row] = 1 - copy[row];
      }
    }

    Tell tell = tell(find(truth, Map.of("copy", numbers(copy))));

    assertThat(tell.rocAuc()).isEqualTo(1);
    assertThat(tell.rows()).isEqualTo(ROWS * 3 / 4);
  }

  @Test
  void nine_positives_show_nothing_and_ten_do() {
    byte[] nine = new byte[ROWS];
    for (int row = 0; row < 9; row++) {
      nine[row * 100] = 1;
    }
    byte[] ten = nine.clone();
    ten[7] = 1;

    assertThat(find(nine, Map.of("copy", copy(nine)))).isEmpty();
    assertThat(find(ten, Map.of("copy", copy(ten)))).hasSize(1);
  }

  @Test
  void of_several_labels_each_that_is_told_is_named() {
    Random random = new Random(4);
    byte[][] truth = {truth(random, ROWS), truth(random, ROWS), truth(random, ROWS)};
    Labels labels =
        Labels.ofColumns(
            new LabelSchema(TaskKind.MULTILABEL, List.of("spam", "threat", "ad")), truth);
    float[] both = new float[ROWS];
    for (int row = 0; row < ROWS; row++) {
      both[row] = truth[2][row];
    }
    Dataset dataset = new Dataset(ids(), labels, Map.of("reviewed", numbers(both)));

    assertThat(TellingFeatures.find(dataset))
        .singleElement()
        .satisfies(
            feature -> assertThat(feature.tells()).extracting(Tell::label).containsExactly("ad"));
  }

  private static Tell tell(List<TellingFeature> found) {
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().tells()).hasSize(1);
    return found.getFirst().tells().getFirst();
  }

  private static List<TellingFeature> find(Map<String, Column> features) {
    return find(RAIN, features);
  }

  private static List<TellingFeature> find(byte[] truth, Map<String, Column> features) {
    Labels labels = Labels.ofColumns(LabelSchema.binary("rain"), new byte[][] {truth});
    return TellingFeatures.find(new Dataset(ids(), labels, features));
  }

  private static Attributes ids() {
    return Attributes.of(IntStream.range(0, ROWS).mapToObj(row -> "r" + row).toList()).build();
  }

  private static byte[] truth(Random random, int rows) {
    byte[] truth = new byte[rows];
    for (int row = 0; row < rows; row++) {
      truth[row] = (byte) (random.nextInt(5) == 0 ? 1 : 0);
    }
    return truth;
  }

  private static Column numbers(float[] values) {
    return NumericColumn.of(values);
  }

  private static Column copy(byte[] truth) {
    float[] values = new float[truth.length];
    for (int row = 0; row < values.length; row++) {
      values[row] = truth[row];
    }
    return numbers(values);
  }

  private static Column categories(IntFunction<String> value) {
    return CategoricalColumn.of(IntStream.range(0, ROWS).mapToObj(value).toList());
  }
}
