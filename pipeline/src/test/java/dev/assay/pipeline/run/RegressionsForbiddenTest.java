package dev.assay.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.gate.Check;
import dev.assay.core.gate.Evidence;
import dev.assay.core.gate.GoalpostMove;
import dev.assay.core.gate.Outcome;
import dev.assay.core.gate.Standing;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate that nothing may regress, through whole runs on two labels and one slice. */
class RegressionsForbiddenTest {

  private static final String EXPERIMENT =
      """
      name: rain
      data:
        rows: { csv: weather.csv }
        id: id
        label: { multilabel: [rain, fog] }
        slices: [coast]
        features: [humidity, pressure, wind, cloud, dew]
      train: { with: xgboost, rounds: 25, depth: 3, learning_rate: 0.3, threads: 1 }
      gates:
        - { name: nothing regresses, metric: f1, on: test, regressions: forbidden, each: [label, coast], minimum_support: 10 positives }
      """;

  /** Too shallow for what rain depends on; fog is told by the wind alone. */
  private static final String SHALLOW = EXPERIMENT.replace("depth: 3", "depth: 1");

  @TempDir Path temporary;
  private ExperimentFolder folder;

  @BeforeEach
  void promote_a_champion() {
    folder = new ExperimentFolder(temporary).holding(WeatherTable.of(2_400));
    assertThat(folder.run(EXPERIMENT).isPromoted()).isTrue();
  }

  @Test
  void what_got_worse_beyond_chance_holds_and_is_named() throws Exception {
    RunResult run = folder.run(SHALLOW);

    Check check = run.verdict().checks().getFirst();
    assertThat(run.isPromoted()).isFalse();
    assertThat(check.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(check.evidence())
        .filteredOn(row -> row.standing() == Standing.FAIL)
        .extracting(row -> row.place().subject().toString())
        .containsExactlyInAnyOrder("rain where coast = north", "rain where coast = south");
    assertThat(check.evidence())
        .filteredOn(row -> row.standing() == Standing.FAIL)
        .extracting(Evidence::note)
        .allMatch(note -> note.endsWith("after Holm"));
    assertThat(Files.readString(run.folder().resolve("verdict.json")))
        .contains("\"nothing regresses\"", "4 judged, 5% in all");
  }

  @Test
  void a_candidate_that_lost_nothing_passes() {
    RunResult run = folder.run(EXPERIMENT.replace("rounds: 25", "rounds: 26"));

    assertThat(run.isPromoted()).isTrue();
    assertThat(run.verdict().checks().getFirst().evidence()).hasSize(4);
  }

  @Test
  void to_look_at_less_or_to_ask_for_more_support_moves_the_goalposts() {
    assertThat(moved("each: [label, coast]", "each: label")).isEqualTo(GoalpostMove.Kind.LOOSENED);
    assertThat(moved("10 positives", "500 positives")).isEqualTo(GoalpostMove.Kind.LOOSENED);
    assertThat(moved("10 positives", "5 positives")).isEqualTo(GoalpostMove.Kind.TIGHTENED);
  }

  /** How the one move is called that a change to the file makes, against the first run. */
  private GoalpostMove.Kind moved(String from, String to) {
    GoalpostMove.Kind kind =
        folder.run(EXPERIMENT.replace(from, to)).verdict().moves().getFirst().kind();
    folder.run(EXPERIMENT);
    return kind;
  }
}
