package dev.assay.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.metric.MetricValue;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Quantiles and intervals against scipy and mpmath; {@code src/test/python/golden_statistics.py}.
 */
class GoldenStatisticsTest {

  private static final Offset<Double> CLOSE = within(1e-10);

  @Test
  void quantiles_of_t_are_the_published_ones() {
    List<String[]> rows = GoldenTable.rows("student_t.csv");
    assertThat(rows).hasSizeGreaterThan(100);
    for (String[] row : rows) {
      double expected = Double.parseDouble(row[2]);
      double quantile = StudentT.quantile(Double.parseDouble(row[0]), Integer.parseInt(row[1]));
      assertThat(quantile / expected).as("t %s with %s", row[0], row[1]).isCloseTo(1, CLOSE);
    }
  }

  @Test
  void the_median_of_t_is_zero_and_probabilities_outside_are_refused() {
    assertThat(StudentT.quantile(0.5, 7)).isZero();
    assertThatThrownBy(() -> StudentT.quantile(1, 7)).hasMessageContaining("between 0 and 1");
    assertThatThrownBy(() -> StudentT.quantile(0.9, 0)).hasMessageContaining("0 degrees");
  }

  @Test
  void tails_of_t_are_the_published_ones() {
    List<String[]> rows = GoldenTable.rows("student_t_two_sided.csv");
    assertThat(rows).hasSize(42);
    for (String[] row : rows) {
      double expected = Double.parseDouble(row[2]);
      double p = StudentT.twoSided(Double.parseDouble(row[0]), Integer.parseInt(row[1]));
      assertThat(p / expected).as("t %s with %s", row[0], row[1]).isCloseTo(1, CLOSE);
    }
    assertThat(StudentT.twoSided(0, 7)).isEqualTo(1);
  }

  @Test
  void the_tests_of_mcnemar_are_those_of_statsmodels_and_of_the_paper() {
    List<String[]> rows = GoldenTable.rows("mcnemar.csv");
    assertThat(rows).hasSize(14);
    for (String[] row : rows) {
      McNemar test = new McNemar(Long.parseLong(row[0]), Long.parseLong(row[1]));
      assertThat(test.exact()).as("exact %s", test).isCloseTo(Double.parseDouble(row[2]), CLOSE);
      assertThat(test.midP()).as("mid-p %s", test).isCloseTo(Double.parseDouble(row[3]), CLOSE);
    }
    assertThatThrownBy(() -> new McNemar(-1, 3)).hasMessageContaining("-1, 3");
  }

  @Test
  void adjusted_p_values_are_those_of_statsmodels() {
    List<String[]> rows = GoldenTable.rows("multiplicity.csv");
    assertThat(rows).hasSize(7);
    for (String[] row : rows) {
      List<Double> pValues = numbers(row[0]);
      assertClose(Multiplicity.holm(pValues), numbers(row[1]));
      assertClose(Multiplicity.benjaminiHochberg(pValues), numbers(row[2]));
    }
  }

  private static List<Double> numbers(String words) {
    return Arrays.stream(words.split(" ")).map(Double::valueOf).toList();
  }

  private static void assertClose(List<Double> actual, List<Double> expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(actual.get(i)).isCloseTo(expected.get(i), within(1e-14));
    }
  }

  @Test
  void probabilities_of_the_normal_distribution_are_the_published_ones() {
    for (String[] row : GoldenTable.rows("normal_below.csv")) {
      double below = Normal.below(Double.parseDouble(row[0]));
      assertThat(below / Double.parseDouble(row[1])).as("z %s", row[0]).isCloseTo(1, CLOSE);
    }
  }

  @Test
  void bca_intervals_of_means_are_those_of_scipy_on_the_same_replicates() {
    List<String[]> rows = GoldenTable.rows("bca.csv");
    assertThat(rows).hasSize(8);
    for (String[] row : rows) {
      List<Double> sample = numbers(row[0]);
      Recomputed mean =
          new Recomputed(
              MetricValue.of(sample.stream().mapToDouble(v -> v).sum() / sample.size()),
              numbers(row[1]).stream().mapToDouble(v -> v).toArray(),
              meansWithoutEach(sample),
              sample.size());
      Estimate estimate = new BcaSpread().estimate(mean, Double.parseDouble(row[2]));
      assertThat(estimate.interval().orThrow().low()).isCloseTo(Double.parseDouble(row[3]), CLOSE);
      assertThat(estimate.interval().orThrow().high()).isCloseTo(Double.parseDouble(row[4]), CLOSE);
    }
  }

  private static double[] meansWithoutEach(List<Double> sample) {
    double sum = sample.stream().mapToDouble(v -> v).sum();
    return sample.stream().mapToDouble(v -> (sum - v) / (sample.size() - 1)).toArray();
  }

  @Test
  void wilson_intervals_are_those_of_scipy() {
    List<String[]> rows = GoldenTable.rows("wilson.csv");
    assertThat(rows).hasSizeGreaterThan(80);
    for (String[] row : rows) {
      Interval interval =
          Wilson.interval(
                  Long.parseLong(row[0]), Long.parseLong(row[1]), Double.parseDouble(row[2]))
              .orThrow();
      assertThat(interval.low())
          .as("low of %s", Arrays.toString(row))
          .isCloseTo(Double.parseDouble(row[3]), CLOSE);
      assertThat(interval.high())
          .as("high of %s", Arrays.toString(row))
          .isCloseTo(Double.parseDouble(row[4]), CLOSE);
    }
  }

  @Test
  void a_rate_of_no_trials_has_a_reason_instead_of_an_interval() {
    assertThat(Wilson.interval(0, 0, 0.95))
        .isEqualTo(IntervalValue.undefined("a rate of no trials has no interval"));
  }

  @Test
  void intervals_of_means_and_medians_are_those_of_scipy() {
    List<String[]> rows = GoldenTable.rows("samples.csv");
    assertThat(rows).hasSize(8);
    for (String[] row : rows) {
      List<Double> sample = Arrays.stream(row[0].split(" ")).map(Double::valueOf).toList();
      Interval mean = Samples.meanInterval(sample, 0.95).orThrow();
      assertThat(mean.low()).isCloseTo(Double.parseDouble(row[1]), CLOSE);
      assertThat(mean.high()).isCloseTo(Double.parseDouble(row[2]), CLOSE);
      IntervalValue median = Samples.medianInterval(sample, 0.95);
      assertThat(median.isDefined()).as("%d values", sample.size()).isEqualTo(!row[3].isEmpty());
      if (median.isDefined()) {
        assertThat(median.orThrow().low()).isEqualTo(Double.parseDouble(row[3]));
        assertThat(median.orThrow().high()).isEqualTo(Double.parseDouble(row[4]));
      }
    }
  }

  @Test
  void the_median_of_an_even_number_lies_between_the_middle_two() {
    assertThat(Samples.median(List.of(0.4, 0.1, 0.3, 0.2))).isEqualTo(0.25);
    assertThat(Samples.median(List.of(0.4, 0.1, 0.3))).isEqualTo(0.3);
    assertThatThrownBy(() -> Samples.median(List.of())).hasMessageContaining("No figures");
  }
}
