package dev.assay.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.gate.Decision;
import dev.assay.core.ledger.LedgerEntry;
import dev.assay.core.ledger.LedgerState;
import dev.assay.registry.Registry;
import dev.assay.registry.history.EventKind;
import dev.assay.registry.history.HistoryEvent;
import dev.assay.registry.run.Finish;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class FirstRunTest {

  @TempDir Path temporary;

  private ExperimentFolder folder() {
    return new ExperimentFolder(temporary).holding(WeatherTable.of(1_200));
  }

  @Test
  void the_first_candidate_is_judged_against_a_baseline_that_is_on_record() {
    ExperimentFolder folder = folder();

    RunResult run = folder.run(ExperimentFolder.EXPERIMENT);

    assertThat(run.verdict().reasonsToHold()).isEmpty();
    assertThat(run.isPromoted()).isTrue();
    Registry registry = folder.registry();
    assertThat(registry.history().events())
        .extracting(HistoryEvent::kind)
        .containsExactly(EventKind.BASELINE, EventKind.PROMOTE);
    assertThat(registry.history().events())
        .extracting(HistoryEvent::bundle)
        .containsExactly(run.champion(), run.candidate());
    assertThat(registry.history().champion()).contains(run.candidate());
    assertThat(registry.bundles().bundle(run.champion()).manifest().trainer())
        .isIn("prior", "logistic");
    assertThat(registry.bundles().bundle(run.candidate()).manifest().trainer())
        .isEqualTo("xgboost");
    double candidate = figure(run, "f1", "candidate");
    assertThat(candidate).isGreaterThan(0.8).isGreaterThan(figure(run, "f1", "champion"));
  }

  private static double figure(RunResult run, String metric, String side) {
    for (JsonNode figure : ExperimentFolder.verdict(run).get("holdouts").get(0).get("figures")) {
      if (figure.get("metric").asString().equals(metric)) {
        return figure.get(side).asDouble();
      }
    }
    throw new AssertionError("No " + metric + " in the verdict.");
  }

  @Test
  void the_same_run_again_gives_the_same_bytes_and_adds_nothing_to_the_record() throws Exception {
    ExperimentFolder folder = folder();
    RunResult first = folder.run(ExperimentFolder.EXPERIMENT);
    byte[] verdict = Files.readAllBytes(first.folder().resolve("verdict.json"));
    Registry registry = folder.registry();
    List<HistoryEvent> events = registry.history().events();
    List<LedgerEntry> entries = registry.ledger().entries();
    List<String> files = folder.homeFiles();

    RunResult again = folder.run(ExperimentFolder.EXPERIMENT);

    assertThat(again.runId()).isEqualTo(first.runId());
    assertThat(again.ending()).isInstanceOf(RunEnding.Repeated.class);
    assertThat(again.isPromoted()).isTrue();
    assertThat(again.folder().resolve("verdict.json")).hasBinaryContent(verdict);
    assertThat(registry.history().events()).isEqualTo(events);
    assertThat(registry.ledger().entries()).isEqualTo(entries);
    assertThat(registry.runs().all()).hasSize(1);
    assertThat(folder.homeFiles()).isEqualTo(files);
  }

  @Test
  void the_same_run_in_another_folder_gives_the_same_bytes() throws Exception {
    RunResult here = folder().run(ExperimentFolder.EXPERIMENT);
    Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));

    RunResult there =
        new ExperimentFolder(elsewhere)
            .holding(WeatherTable.of(1_200))
            .run(ExperimentFolder.EXPERIMENT);

    assertThat(there.folder().resolve("verdict.json"))
        .hasSameBinaryContentAs(here.folder().resolve("verdict.json"));
  }

  @Test
  void what_killed_runs_left_half_written_is_removed_by_the_next_one() throws Exception {
    ExperimentFolder folder = folder();
    folder.run(ExperimentFolder.EXPERIMENT);
    List<String> files = folder.homeFiles();
    Path objects = Files.createDirectories(folder.home().resolve("objects/ab"));
    Files.writeString(objects.resolve(".draft-123"), "half");
    Files.writeString(folder.home().resolve("parts/0123.parts.7.draft"), "half");
    Files.createDirectory(folder.home().resolve("runs/.rain-0.7.draft"));
    Files.writeString(folder.home().resolve("runs/.rain-0.7.draft/verdict.json"), "half");

    folder.run(ExperimentFolder.EXPERIMENT);

    assertThat(folder.homeFiles()).isEqualTo(files);
  }

  @Test
  void a_repetition_of_a_hold_is_a_hold_that_adds_nothing() {
    ExperimentFolder folder = folder();
    String unreachable =
        ExperimentFolder.HEAD + "gates: [{ name: perfect, metric: f1, on: test, at_least: 1.0 }]\n";
    RunResult first = folder.run(unreachable);
    List<HistoryEvent> events = folder.registry().history().events();

    RunResult again = folder.run(unreachable);

    assertThat(first.ending())
        .isInstanceOfSatisfying(
            RunEnding.Recorded.class,
            recorded -> assertThat(recorded.finish()).isInstanceOf(Finish.Held.class));
    assertThat(again.verdict().decision()).isEqualTo(Decision.HOLD);
    assertThat(again.isPromoted()).isFalse();
    assertThat(folder.registry().history().events()).isEqualTo(events);
  }

  @Test
  void without_gates_nothing_is_promoted() {
    ExperimentFolder folder = folder();

    RunResult run = folder.run(ExperimentFolder.HEAD);

    assertThat(run.isPromoted()).isFalse();
    assertThat(run.verdict().reasonsToHold()).isNotEmpty();
    assertThat(folder.registry().history().champion()).contains(run.champion());
  }

  @Test
  void a_run_leaves_every_report_in_its_folder_and_its_measurement_in_the_ledger() {
    ExperimentFolder folder = folder();

    RunResult run = folder.run(ExperimentFolder.EXPERIMENT);

    assertThat(run.folder()).isDirectoryContaining("glob:**/report.html");
    for (String name :
        List.of(
            "verdict.json",
            "junit.xml",
            "report.html",
            "model-card.md",
            "predictions.parquet",
            "experiment.yaml",
            "configuration.json")) {
      assertThat(run.folder().resolve(name)).isNotEmptyFile();
    }
    assertThat(run.folder().resolve("tables")).isNotEmptyDirectory();
    assertThat(folder.registry().ledger().entries())
        .singleElement()
        .extracting(LedgerEntry::state)
        .isInstanceOfSatisfying(
            LedgerState.Run.class,
            state -> {
              assertThat(state.runId()).isEqualTo(run.runId());
              assertThat(state.measured()).isNotEmpty();
            });
  }
}
