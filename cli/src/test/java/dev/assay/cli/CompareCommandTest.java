package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class CompareCommandTest {

  @TempDir private Path folder;

  @Test
  void differences_are_candidate_minus_champion_with_an_interval() throws IOException {
    Path candidate = JudgedRows.write(folder.resolve("candidate.csv"), 89, 14, 14, 300);
    Path champion = JudgedRows.write(folder.resolve("champion.csv"), 60, 43, 10, 300);

    VerbRun run = VerbRun.of("compare", candidate, champion, "--json");

    assertThat(run.code()).isZero();
    JsonNode f1 = run.json().at("/figures/0");
    assertThat(f1.get("metric").asString()).isEqualTo("f1");
    double difference = 178 / 206.0 - 120 / 173.0;
    assertThat(f1.get("difference").asDouble()).isCloseTo(difference, within(1e-12));
    assertThat(f1.at("/interval/low").asDouble()).isBetween(0.0, difference);
    assertThat(f1.at("/interval/high").asDouble()).isBetween(difference, 0.5);
  }

  @Test
  void a_champion_of_other_examples_is_wrong_input() throws IOException {
    Path candidate = JudgedRows.write(folder.resolve("candidate.csv"), 89, 14, 14, 300);
    Path champion = JudgedRows.write(folder.resolve("champion.csv"), 60, 43, 10, 299);

    VerbRun run = VerbRun.of("compare", candidate, champion);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("r299");
  }

  @Test
  void the_terminal_gets_both_figures_and_their_difference() throws IOException {
    Path candidate = JudgedRows.write(folder.resolve("candidate.csv"), 89, 14, 14, 300);
    Path champion = JudgedRows.write(folder.resolve("champion.csv"), 60, 43, 10, 300);

    assertThat(VerbRun.of("compare", candidate, champion).out())
        .containsPattern("f1 +0\\.694 +0\\.864 +\\+0\\.170 +\\[");
  }
}
