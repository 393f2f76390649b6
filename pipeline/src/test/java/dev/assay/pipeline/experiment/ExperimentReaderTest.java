package dev.assay.pipeline.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.core.gate.ChangeGate;
import dev.assay.core.gate.Gate;
import dev.assay.core.gate.Limit;
import dev.assay.core.gate.SubjectSelector;
import dev.assay.core.gate.ValueGate;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.threshold.Bounds;
import java.nio.file.Path;
import java.util.List;
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

  private static final String LABELS =
      """
      name: storms
      data: { rows: { csv: rows.csv }, label: { multilabel: [hail, rain, wind] } }
      """;

  @Test
  void a_tier_asks_each_of_its_labels_for_every_figure_and_bounds_their_cuts() {
    Experiment read =
        ExperimentReader.parse(
            Path.of("storms.yaml"),
            LABELS
                + """
                thresholds: { within: 0.1..0.9, labels: { wind: 0.3..0.5 } }
                tiers:
                  1: { labels: [hail], at_least: { f1: 0.93, recall: 0.9 }, threshold: 0.2..0.6 }
                  2: { labels: [rain, wind], lose_at_most: { f1: 0.02 }, threshold: 0.25..0.7 }
                gates:
                  - { name: sharp, metric: precision, on: test, tier: 2, at_least: 0.5 }
                """);

    assertThat(read.gates().stream().map(Gate::name))
        .containsExactly("sharp", "tier 1: f1", "tier 1: recall", "tier 2: change of f1");
    assertThat(((ValueGate) read.gates().getFirst()).target().subjects())
        .isEqualTo(new SubjectSelector.NamedLabels("tier 2", List.of("rain", "wind")));
    assertThat(((ValueGate) read.gates().get(2)).limit()).isEqualTo(Limit.atLeast(0.9));
    assertThat(((ChangeGate) read.gates().get(3)).target().holdouts()).containsExactly("test");
    assertThat(read.decision().boundsOf("hail")).isEqualTo(new Bounds(0.2, 0.6));
    assertThat(read.decision().boundsOf("rain")).isEqualTo(new Bounds(0.25, 0.7));
    assertThat(read.decision().boundsOf("wind"))
        .as("a label's own bounds go before those of its tier")
        .isEqualTo(new Bounds(0.3, 0.5));
  }

  @Test
  void a_label_in_two_tiers_an_unknown_tier_and_an_unknown_metric_are_all_named() {
    String text =
        LABELS
            + """
            tiers:
              1: { labels: [hail, rain], at_least: { fi: 0.9 } }
              2: { labels: [rain], on: latest }
            gates:
              - { name: sharp, metric: precision, on: test, tier: 3, at_least: 0.5 }
            """;

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> ExperimentReader.parse(Path.of("storms.yaml"), text))
        .satisfies(
            invalid ->
                assertThat(invalid.getMessage())
                    .contains("'rain' is in tier 1 too", "names no tier: '3'", "latest", "fi"));
  }
}
