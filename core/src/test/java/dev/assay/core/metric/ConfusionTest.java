package dev.assay.core.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfusionTest {

  @ParameterizedTest(name = "{0} of tp {1}, fp {2}, fn {3}, tn {4}")
  @CsvSource({
    "PRECISION,         0, 0, 3, 4, nothing predicted in 7 rows",
    "RECALL,            0, 2, 0, 4, no positive in 6 rows",
    "F_BETA,            0, 0, 0, 4, no positive and nothing predicted in 4 rows",
    "BALANCED_ACCURACY, 0, 2, 0, 4, no positive in 6 rows",
    "BALANCED_ACCURACY, 2, 0, 1, 0, no negative in 3 rows",
    "MCC,               0, 0, 3, 4, nothing predicted in 7 rows",
    "MCC,               3, 4, 0, 0, everything predicted in 7 rows",
    "MCC,               3, 0, 1, 0, no negative in 4 rows",
    "ACCURACY,          0, 0, 0, 0, no row",
    "POSITIVE_RATE,     0, 0, 0, 0, no row",
    "PRIOR,             0, 0, 0, 0, no row",
    "RECALL,            0, 1, 0, 0, no positive in 1 row",
  })
  void a_measure_without_a_value_says_why(
      Measure measure, long tp, long fp, long fn, long tn, String reason) {
    assertThat(new Confusion(tp, fp, fn, tn).value(measure, 1))
        .isEqualTo(MetricValue.undefined(reason));
  }

  @ParameterizedTest(name = "{0} of tp {1}, fp {2}, fn {3}, tn {4}")
  @CsvSource({
    "F_BETA,    0, 0, 3, 4",
    "F_BETA,    0, 2, 0, 4",
    "PRECISION, 0, 2, 3, 4",
    "RECALL,    0, 2, 3, 4",
    "MCC,       1, 1, 1, 1",
  })
  void a_measure_that_is_zero_has_a_value(Measure measure, long tp, long fp, long fn, long tn) {
    assertThat(new Confusion(tp, fp, fn, tn).value(measure, 1)).isEqualTo(MetricValue.of(0));
  }
}
