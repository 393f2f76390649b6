package dev.assay.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.ledger.Agreement;
import dev.assay.core.ledger.LedgerEntry;
import dev.assay.core.ledger.LedgerState;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.pipeline.experiment.Experiment;
import dev.assay.pipeline.experiment.ExperimentReader;
import dev.assay.pipeline.ledger.ExperimentDraft;
import dev.assay.registry.Ledger;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerOfRunsTest {

  private static final String PLANNED =
      ExperimentFolder.EXPERIMENT
          + """
          hypothesis: "Trees see that humidity and pressure work together."
          expect:
            - { metric: f1, on: test, change: 0.05..0.9 }
            - { metric: recall, on: test, change: 0.95..1.0 }
          """;

  @TempDir Path temporary;
  private ExperimentFolder folder;
  private Ledger ledger;

  @BeforeEach
  void lay_out_the_folder() {
    folder = new ExperimentFolder(temporary).holding(WeatherTable.of(1_000));
    ledger = folder.registry().ledger();
  }

  private String plan(String text) {
    Experiment experiment = ExperimentReader.parse(folder.file("experiment.yaml"), text);
    return RunPlan.freeze(folder.registry(), experiment, "planner");
  }

  private LedgerEntry entry(String id) {
    return ledger.entry(id).orElseThrow();
  }

  @Test
  void a_planned_entry_is_run_and_its_expectations_are_compared_with_what_was_measured() {
    String id = plan(PLANNED);
    assertThat(entry(id).state()).isInstanceOf(LedgerState.Planned.class);

    RunResult run = folder.run(PLANNED);

    LedgerEntry entry = entry(id);
    assertThat(ledger.entries()).containsExactly(entry);
    assertThat(entry.plan().actor()).isEqualTo("planner");
    assertThat(entry.state())
        .isInstanceOfSatisfying(
            LedgerState.Run.class, state -> assertThat(state.runId()).isEqualTo(run.runId()));
    assertThat(entry.plan().expected())
        .extracting(entry::agreement)
        .containsExactly(Agreement.AS_EXPECTED, Agreement.BELOW);
  }

  @Test
  void an_entry_names_the_run_that_its_configuration_is_compared_with() {
    RunResult first = folder.run(PLANNED);
    String planned = plan(PLANNED.replace("depth: 3", "depth: 4"));

    RunResult second = folder.run(PLANNED.replace("depth: 3", "depth: 4"));

    assertThat(ledger.entries()).hasSize(2);
    assertThat(ledger.entries().getFirst().plan().buildsOn()).isNull();
    assertThat(entry(planned).plan().buildsOn()).isEqualTo(first.runId());
    assertThat(entry(planned).state()).isInstanceOf(LedgerState.Run.class);
    assertThat(ExperimentFolder.verdict(second).at("/configuration_difference/to").asString())
        .isEqualTo(first.runId());
  }

  @Test
  void a_plan_that_says_something_else_is_superseded_by_the_run() {
    String id = plan(PLANNED);

    RunResult run = folder.run(PLANNED.replace("0.05..0.9", "0.0..0.9"));

    assertThat(entry(id).state())
        .isInstanceOfSatisfying(
            LedgerState.Superseded.class,
            state ->
                assertThat(entry(state.by()).state())
                    .isInstanceOfSatisfying(
                        LedgerState.Run.class,
                        next -> assertThat(next.runId()).isEqualTo(run.runId())));
  }

  @Test
  void what_to_try_next_drafts_an_experiment_file_that_reads_and_runs() {
    RunResult first = folder.run(PLANNED);
    String id = ledger.entries().getFirst().id();
    LedgerEntry learnt =
        ledger.learn(
            id,
            "Humidity and pressure are enough.",
            List.of("Try \"deeper\" trees: C:\\\\depth", "Drop cloud."),
            "tester");

    String draft = ExperimentDraft.of(learnt, folder.registry().runs());

    Experiment next = ExperimentReader.parse(folder.file("next.yaml"), draft);
    assertThat(next.name()).isEqualTo("rain");
    assertThat(next.hypothesis()).isEqualTo("Try \"deeper\" trees: C:\\\\depth");
    assertThat(next.buildsOn()).contains(first.runId());
    assertThat(next.expected()).isEmpty();
    assertThat(next.gates()).hasSize(2);
    assertThat(draft).contains("# Another idea: Drop cloud.");
    RunResult second = folder.run(draft.replace("depth: 3", "depth: 4"));
    LedgerState.Run state = (LedgerState.Run) ledger.entries().getLast().state();
    assertThat(state.runId()).isEqualTo(second.runId());
    assertThat(state.difference().changes())
        .singleElement()
        .asString()
        .contains("depth")
        .contains("3")
        .contains("4");
  }

  @Test
  void an_entry_without_an_idea_or_a_run_drafts_nothing() {
    LedgerEntry planned = entry(plan(PLANNED));
    assertThatThrownBy(() -> ExperimentDraft.of(planned, folder.registry().runs()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("was not run");

    folder.run(PLANNED);

    LedgerEntry run = entry(planned.id());
    assertThatThrownBy(() -> ExperimentDraft.of(run, folder.registry().runs()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("nothing to try next");
  }

  @Test
  void building_on_a_run_that_is_not_on_record_is_refused_before_training() {
    assertThatThrownBy(() -> folder.run(PLANNED + "builds_on: rain-00000000\n"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("rain-00000000");

    assertThat(ledger.entries()).isEmpty();
    assertThat(folder.registry().runs().all()).isEmpty();
  }
}
