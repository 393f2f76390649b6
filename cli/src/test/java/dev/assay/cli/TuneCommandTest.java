package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class TuneCommandTest {

  @TempDir private Path folder;

  /** Positives score 0.30 and negatives 0.10: every cut between separates them. */
  private Path separable() throws IOException {
    List<String> lines = new ArrayList<>(List.of("id,score,truth"));
    for (int row = 0; row < 200; row++) {
      boolean positive = row % 4 == 0;
      lines.add("r%d,%s,%d".formatted(row, positive ? "0.30" : "0.10", positive ? 1 : 0));
    }
    return Files.write(folder.resolve("validation.csv"), lines);
  }

  @Test
  void of_equally_good_cuts_the_middle_of_the_plateau_is_taken() throws IOException {
    VerbRun run = VerbRun.of("tune", separable(), "--json");

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    JsonNode label = run.json().at("/labels/0");
    assertThat(run.json().get("rows").asInt()).isEqualTo(200);
    assertThat(label.get("positives").asInt()).isEqualTo(50);
    assertThat(label.get("cut").asDouble()).isCloseTo(0.2, within(1e-6));
    assertThat(label.at("/in_sample").toString()).contains("1");
  }

  @Test
  void the_cuts_that_it_prints_are_those_that_evaluate_takes() throws IOException {
    Path validation = separable();

    VerbRun tuned = VerbRun.of("tune", validation);
    String cuts =
        tuned.out().lines().filter(line -> line.contains("--cuts ")).findFirst().orElse("");
    VerbRun evaluated =
        VerbRun.of("evaluate", validation, "--cuts", cuts.replaceFirst(".*--cuts ", ""), "--json");

    assertThat(cuts).matches(".*--cuts positive=0\\.\\d{1,9}");
    assertThat(tuned.out()).contains("highest f1", "positive");
    assertThat(evaluated.json().at("/subjects/0/metrics/f1/value").asDouble()).isEqualTo(1);
  }

  @Test
  void bounds_keep_the_cut_within_them() throws IOException {
    JsonNode label =
        VerbRun.of("tune", separable(), "--within", "0.25..0.60", "--json").json().at("/labels/0");

    assertThat(label.get("cut").asDouble()).isBetween(0.25, 0.30);
  }

  @Test
  void what_cannot_be_an_objective_is_wrong_input() throws IOException {
    Path validation = separable();

    VerbRun unknown = VerbRun.of("tune", validation, "--maximise", "accuracy");
    VerbRun two = VerbRun.of("tune", validation, "--maximise", "f1", "--recall-at-least", "0.9");
    VerbRun range = VerbRun.of("tune", validation, "--within", "0.6");
    VerbRun share = VerbRun.of("tune", validation, "--recall-at-least", "90");

    assertThat(List.of(unknown.code(), two.code(), range.code(), share.code())).containsOnly(2);
    assertThat(unknown.err()).contains("'accuracy' is no objective");
    assertThat(two.err()).contains("different objectives");
    assertThat(range.err()).contains("no range within 0..1");
    assertThat(share.err()).contains("at most 1");
  }
}
