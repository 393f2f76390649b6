package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSplitAndCheckTest {

  @TempDir private Path folder;
  private Path experiment;

  @BeforeEach
  void writeExperiment() throws IOException {
    experiment = folder.resolve("weekly.yaml");
    Files.writeString(
        experiment,
        """
        name: weekly
        data:
          rows: { simulate: outage-panel, seed: 1 }
          id: [country, day]
          label: { incident_within_7d: binary }
          group: country
          time: { column: day, horizon: 7d }
          event: incident
          source: network
        holdouts:
          recent: { last: 60d }
        gates:
          - { name: not degenerate, degenerate: forbidden, on: [recent] }
        """);
  }

  @Test
  void a_check_shows_columns_sets_leaks_and_why_the_prior_moved_and_records_nothing() {
    VerbRun run = VerbRun.of("data", "check", experiment, "--before", "2026-01-01");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("of simulated data", "incident_within_7d", "id, group")
        .contains("recent takes", "No row of 'recent' is in training.", "2026-01")
        .contains("By source:", "By group:");
    assertThat(folder.resolve(".assay")).doesNotExist();
  }

  @Test
  void a_check_for_programs_has_the_same_counts() {
    VerbRun run = VerbRun.of("data", "check", experiment, "--json");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("\"leaking\": false", "\"priors\"", "\"in_words\"");
  }

  @Test
  void a_feature_that_tells_the_label_is_shown_with_what_to_ask_of_it() throws IOException {
    Files.writeString(
        folder.resolve("rows.csv"),
        IntStream.range(0, 400)
            .mapToObj(i -> "r%d,%d,%d,%d".formatted(i, i % 5 == 0 ? 1 : 0, i % 5, i * 31 % 97))
            .collect(Collectors.joining("\n", "id,RainTomorrow,RISK_MM,x\n", "\n")));
    Files.writeString(
        experiment,
        """
        name: rain
        data:
          rows: { csv: rows.csv }
          id: id
          label: { RainTomorrow: binary }
        gates:
          - { name: not degenerate, degenerate: forbidden, on: [test] }
        """);

    VerbRun shown = VerbRun.of("data", "check", experiment);
    VerbRun json = VerbRun.of("data", "check", experiment, "--json");

    assertThat(shown.code()).as(shown.err()).isZero();
    assertThat(shown.out())
        .contains(
            "'RISK_MM' alone tells 'RainTomorrow' (ROC AUC 1.000): was it known when the"
                + " prediction is made? If not, leave it out: data.features.except: [RISK_MM].")
        .doesNotContain("'x' alone");
    assertThat(json.out()).contains("\"telling_features\"", "\"feature\": \"RISK_MM\"");
  }

  @Test
  void an_unknown_label_is_told_with_the_nearest_name() {
    VerbRun run = VerbRun.of("data", "check", experiment, "--label", "incident_within_7");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("Did you mean 'incident_within_7d'?");
  }

  @Test
  void training_rows_derived_from_a_frozen_holdout_are_shown_and_end_with_2() throws IOException {
    String rows =
        IntStream.range(0, 400)
            .mapToObj(i -> "r%d,%d,%d,".formatted(i, i % 2, i * 31 % 97))
            .collect(Collectors.joining("\n", "id,label,x,from\n", "\n"));
    Files.writeString(folder.resolve("rows.csv"), rows);
    Files.writeString(
        experiment,
        """
        name: derived
        data:
          rows: { csv: rows.csv }
          id: id
          label: { label: binary }
          derived_from: from
        gates:
          - { name: not degenerate, degenerate: forbidden, on: [test] }
        """);
    assertThat(VerbRun.of("data", "holdout", experiment, "--name", "legacy", "--sample", 40).code())
        .isZero();
    StringBuilder derived = new StringBuilder(rows);
    for (int i = 0; i < 400; i++) {
      derived.append("d%d,%d,%d,r%d\n".formatted(i, i % 2, 200 + i, i));
    }
    Files.writeString(folder.resolve("rows.csv"), derived);
    Files.writeString(
        experiment,
        Files.readString(experiment)
            + "holdouts: { legacy: { frozen: holdouts/legacy.parquet } }\n");

    VerbRun run = VerbRun.of("data", "check", experiment);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).contains("(derived)", "'legacy' leak");
  }

  @Test
  void a_split_is_recorded_and_the_same_again() throws IOException {
    Path first = folder.resolve("first.csv");
    Path second = folder.resolve("second.csv");
    VerbRun run = VerbRun.of("data", "split", experiment, "--out", first);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("train", "validation", "test");
    assertThat(folder.resolve(".assay/parts")).isNotEmptyDirectory();
    assertThat(VerbRun.of("data", "split", experiment, "--out", second).code()).isZero();
    assertThat(second).hasSameTextualContentAs(first);
    List<String> lines = Files.readAllLines(first);
    assertThat(lines.getFirst()).isEqualTo("id,part,fate");
    assertThat(lines).anyMatch(line -> line.endsWith(",train,kept"));
    assertThat(lines).anyMatch(line -> line.endsWith(",,purged"));
  }
}
