package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataHoldoutCommandTest {

  private static final String EXPERIMENT =
      """
      name: weekly
      data:
        rows: { simulate: outage-panel, seed: 1 }
        id: [country, day]
        label: { incident_within_7d: binary }
        group: country
        time: { column: day, horizon: 7d }
      gates:
        - { name: degenerate, degenerate: forbidden, on: [test] }
      """;

  @TempDir private Path folder;
  private Path experiment;

  @BeforeEach
  void writeExperiment() throws IOException {
    experiment = folder.resolve("weekly.yaml");
    Files.writeString(experiment, EXPERIMENT);
  }

  @Test
  void a_sample_of_the_early_days_has_the_rows_and_positives_asked_for() {
    VerbRun run =
        freeze("legacy", "--to", "2025-12-31", "--sample", "1462", "--positive-rate", "0.0691");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("1,462 rows", "101", "{ frozen: holdouts/legacy.parquet }");
    assertThat(folder.resolve("holdouts/legacy.json"))
        .content()
        .contains("\"positives\" : 101", "simulated data: weekly", "to 2025-12-31", "seed 0");
  }

  @Test
  void the_last_days_leave_out_rows_whose_label_is_not_known_yet() {
    VerbRun run = freeze("recent", "--last", "60d", "--as-of", "2026-03-31", "--json");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("\"first_day\": \"2026-01-31\"", "\"last_day\": \"2026-03-24\"")
        .doesNotContain("\"rows_left_out\": 0,");
  }

  @Test
  void blocks_of_a_span_of_days_are_frozen_whole() {
    VerbRun run = freeze("blocks", "--from", "2025-01-01", "--to", "2025-06-30", "--blocks", "0.3");
    assertThat(run.code()).isZero();
    assertThat(folder.resolve("holdouts/blocks.parquet")).exists();
    assertThat(run.out()).contains("0.3 of the blocks of 56 days");
  }

  @Test
  void freezing_the_same_again_changes_nothing_and_other_rows_are_refused() throws IOException {
    assertThat(freeze("one", "--last", "30d").code()).isZero();
    byte[] first = Files.readAllBytes(folder.resolve("holdouts/one.parquet"));
    assertThat(freeze("one", "--last", "30d").code()).isZero();
    VerbRun other = freeze("one", "--last", "31d");
    assertThat(other.code()).isEqualTo(2);
    assertThat(other.err()).contains("frozen already");
    assertThat(folder.resolve("holdouts/one.parquet")).hasBinaryContent(first);
  }

  @Test
  void every_wrong_option_is_named_at_once() {
    VerbRun run = freeze("x", "--last", "soon", "--from", "2026-01-01", "--positive-rate", "3");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("'soon'", "beside --from", "between 0 and 1", "goes with --sample");
  }

  @Test
  void a_command_line_that_selects_nothing_says_how_to() {
    VerbRun run = freeze("x");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--last, --from and --to, --sample or --blocks");
  }

  @Test
  void data_declared_to_be_simulated_are_called_so() throws IOException {
    Path panel = folder.resolve("panel.csv");
    assertThat(VerbRun.of("data", "generate", "outage-panel", "--out", panel).code()).isZero();
    Files.writeString(
        experiment,
        EXPERIMENT
            .replace("{ simulate: outage-panel, seed: 1 }", "{ csv: panel.csv }")
            .replace("  id:", "  simulated: true\n  id:"));
    assertThat(freeze("recent", "--last", "30d").out()).contains("simulated data: weekly");
  }

  private VerbRun freeze(String name, Object... more) {
    Object[] words = new Object[5 + more.length];
    words[0] = "data";
    words[1] = "holdout";
    words[2] = experiment;
    words[3] = "--name";
    words[4] = name;
    System.arraycopy(more, 0, words, 5, more.length);
    return VerbRun.of(words);
  }
}
