package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class EvaluateCommandTest {

  @TempDir private Path folder;

  @Test
  void figures_are_those_that_a_hand_computes() throws IOException {
    Path file = JudgedRows.write(folder.resolve("test.csv"), 6, 2, 3, 20);

    VerbRun run = VerbRun.of("evaluate", file, "--json");

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    JsonNode whole = run.json().get("subjects").get(0);
    assertThat(whole.at("/support/rows").asInt()).isEqualTo(20);
    assertThat(whole.at("/support/positives").asInt()).isEqualTo(8);
    assertThat(value(whole, "precision")).isCloseTo(6 / 9.0, within(1e-12));
    assertThat(value(whole, "recall")).isCloseTo(6 / 8.0, within(1e-12));
    assertThat(value(whole, "f1")).isCloseTo(12 / 17.0, within(1e-12));
    assertThat(value(whole, "accuracy")).isCloseTo(15 / 20.0, within(1e-12));
    assertThat(value(whole, "prior")).isCloseTo(8 / 20.0, within(1e-12));
    assertThat(value(whole, "positive_rate")).isCloseTo(9 / 20.0, within(1e-12));
    assertThat(whole.at("/metrics/f1/interval/low").asDouble())
        .isLessThan(12 / 17.0)
        .isLessThan(whole.at("/metrics/f1/interval/high").asDouble());
  }

  private static double value(JsonNode subject, String metric) {
    return subject.get("metrics").get(metric).get("value").asDouble();
  }

  @Test
  void events_are_runs_of_neighbouring_days_of_a_group() throws IOException {
    Path file =
        Files.write(
            folder.resolve("panel.csv"),
            List.of(
                "id,score,truth,group,time,regime",
                "1,0.9,1,DE,2026-05-01,calm",
                "2,0.8,1,DE,2026-05-02,calm",
                "3,0.2,0,DE,2026-05-03,calm",
                "4,0.7,1,DE,2026-05-09,surge",
                "5,0.6,1,FR,2026-05-02,surge",
                "6,0.4,0,FR,2026-05-03,surge"));

    VerbRun run = VerbRun.of("evaluate", file, "--slices", "regime", "--json");

    JsonNode subjects = run.json().get("subjects");
    assertThat(subjects.get(0).at("/support/positives").asInt()).isEqualTo(4);
    assertThat(subjects.get(0).at("/support/events").asInt()).isEqualTo(3);
    assertThat(subjects.values().stream().map(one -> one.get("kind").asString()).toList())
        .containsExactly("whole", "slice", "slice", "group", "group");
  }

  @Test
  void a_metric_without_a_value_says_why() throws IOException {
    Path file = JudgedRows.write(folder.resolve("quiet.csv"), 0, 0, 0, 5);

    JsonNode recall =
        VerbRun.of("evaluate", file, "--json").json().at("/subjects/0/metrics/recall");

    assertThat(recall.at("/value/undefined").asString()).contains("no positive");
  }

  @Test
  void cuts_are_chosen_on_validation_predictions() throws IOException {
    Path validation =
        Files.write(
            folder.resolve("validation.csv"),
            List.of("id,score,truth", "a,0.30,1", "b,0.28,1", "c,0.10,0", "d,0.05,0"));
    Path test =
        Files.write(
            folder.resolve("test.csv"),
            List.of("id,score,truth", "e,0.29,1", "f,0.27,1", "g,0.11,0", "h,0.02,0"));

    VerbRun standard = VerbRun.of("evaluate", test, "--json");
    VerbRun chosen = VerbRun.of("evaluate", test, "--choose-on", validation, "--json");

    assertThat(standard.json().at("/subjects/0/metrics/recall/value").asDouble()).isZero();
    assertThat(chosen.json().at("/subjects/0/metrics/recall/value").asDouble()).isEqualTo(1);
  }

  @Test
  void the_terminal_gets_a_table_and_a_page_is_written_where_asked() throws IOException {
    Path file = JudgedRows.write(folder.resolve("test.csv"), 6, 2, 3, 20);
    Path page = folder.resolve("report.html");

    VerbRun run = VerbRun.of("evaluate", file, "--cut", "0.5", "--html", page);

    assertThat(run.out())
        .contains("20 rows, 8 positives, 8 independent events")
        .containsPattern("f1 +0\\.706 +\\[");
    assertThat(page).content().contains("0.706").doesNotContain("https://");
  }

  @Test
  void wrong_input_is_told_without_a_stack_trace() throws IOException {
    Path file = JudgedRows.write(folder.resolve("test.csv"), 6, 2, 3, 20);

    VerbRun noFile = VerbRun.of("evaluate", folder.resolve("none.csv"));
    VerbRun noColumn = VerbRun.of("evaluate", file, "--slices", "scor");
    VerbRun noCut = VerbRun.of("evaluate", file, "--cut", "1.5");
    VerbRun twice = VerbRun.of("evaluate", file, "--cut", "0.5", "--choose-on", file);

    assertThat(List.of(noFile.code(), noColumn.code(), noCut.code(), twice.code())).containsOnly(2);
    assertThat(noFile.err()).contains("none.csv: there is no such file");
    assertThat(noColumn.err()).contains("Did you mean 'score'?").doesNotContain("\tat ");
    assertThat(noCut.err()).contains("from 0 to 1");
    assertThat(twice.err()).contains("Keep one of them");
  }
}
