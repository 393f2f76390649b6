package dev.assay.pipeline.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.core.problem.InvalidInputException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ExperimentReaderTest {

  @Test
  void a_holdout_with_a_wrong_length_is_one_problem_and_gates_may_still_name_it() {
    String text =
        """
        name: rain
        data: { rows: { csv: rows.csv }, label: { rain: binary } }
        holdouts:
          recent: { last: 60 }
        gates:
          - { name: good, metric: f1, on: recent, at_least: 0.5 }
        """;

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> ExperimentReader.parse(Path.of("rain.yaml"), text))
        .satisfies(
            invalid ->
                assertThat(invalid.problems())
                    .singleElement()
                    .asString()
                    .contains("rain.yaml:4", "holdouts.recent.last", "7d", "'60'"));
  }
}
