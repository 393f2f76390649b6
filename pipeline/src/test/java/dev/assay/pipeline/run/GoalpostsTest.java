package dev.assay.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.gate.Decision;
import dev.assay.core.gate.GoalpostMove;
import dev.assay.core.gate.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class GoalpostsTest {

  private static final String WEAK =
      ExperimentFolder.EXPERIMENT.replace("rounds: 25, depth: 3", "rounds: 2, depth: 2");

  @TempDir Path temporary;
  private ExperimentFolder folder;

  @BeforeEach
  void promote_a_champion() {
    folder = new ExperimentFolder(temporary).holding(WeatherTable.of(1_200));
    assertThat(folder.run(ExperimentFolder.EXPERIMENT).isPromoted()).isTrue();
  }

  @Test
  void a_loosened_gate_is_said_and_the_verdict_is_given_under_both() {
    RunResult run = folder.run(WEAK.replace("lose_at_most: 0.02", "lose_at_most: 0.9"));

    assertThat(run.isPromoted()).isTrue();
    assertThat(run.verdict().moves())
        .singleElement()
        .satisfies(move -> assertThat(move.kind()).isEqualTo(GoalpostMove.Kind.LOOSENED))
        .satisfies(move -> assertThat(move.what()).isEqualTo("no loss"));
    assertThat(run.warnings()).anyMatch(warning -> warning.startsWith("moved goalpost: no loss"));
    JsonNode json = ExperimentFolder.verdict(run);
    assertThat(json.get("decision").asString()).isEqualToIgnoringCase("promote");
    assertThat(json.get("goalpost_moves")).hasSize(1);
    JsonNode former = json.get("under_former_goalposts");
    assertThat(former.get("decision").asString()).isEqualToIgnoringCase("hold");
    assertThat(former.get("reasons_to_hold").get(0).asString()).startsWith("no loss");
  }

  @Test
  void a_removed_gate_counts_as_loosened() {
    RunResult run =
        folder.run(
            WEAK.replace(
                "- { name: no loss, metric: f1, on: test, lose_at_most: 0.02 }",
                "- { name: anything, metric: f1, on: test, at_least: 0.0 }"));

    Verdict former = run.verdict().underFormer();
    assertThat(run.verdict().moves())
        .extracting(GoalpostMove::kind)
        .containsExactly(GoalpostMove.Kind.LOOSENED, GoalpostMove.Kind.TIGHTENED);
    assertThat(former).isNotNull();
    assertThat(former.decision()).isEqualTo(Decision.HOLD);
  }

  @Test
  void a_tightened_gate_is_said_without_a_second_verdict() {
    RunResult run = folder.run(WEAK.replace("lose_at_most: 0.02", "lose_at_most: 0.01"));

    assertThat(run.verdict().moves())
        .extracting(GoalpostMove::kind)
        .containsExactly(GoalpostMove.Kind.TIGHTENED);
    assertThat(run.verdict().underFormer()).isNull();
    assertThat(ExperimentFolder.verdict(run).get("under_former_goalposts").isNull()).isTrue();
  }

  @Test
  void gates_that_stay_as_they_are_say_nothing() {
    RunResult run = folder.run(WEAK);

    assertThat(run.verdict().moves()).isEmpty();
    assertThat(run.verdict().underFormer()).isNull();
  }

  @Test
  void a_frozen_holdout_whose_rows_were_exchanged_is_a_moved_goalpost() {
    String frozen =
        ExperimentFolder.HEAD
            + "holdouts: { legacy: { frozen: legacy.csv } }\n"
            + ExperimentFolder.GATES;
    WeatherTable.named("legacy", 5, 300).write(folder.file("legacy.csv"));
    folder.run(frozen);

    WeatherTable.named("legacy", 6, 300).write(folder.file("legacy.csv"));
    RunResult run = folder.run(frozen);

    assertThat(run.verdict().moves())
        .singleElement()
        .satisfies(move -> assertThat(move.kind()).isEqualTo(GoalpostMove.Kind.LOOSENED))
        .satisfies(move -> assertThat(move.what()).isEqualTo("holdout legacy"));
  }
}
