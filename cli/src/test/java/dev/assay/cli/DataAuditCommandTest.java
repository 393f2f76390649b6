package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DataAuditCommandTest {

  @TempDir Path temporary;
  private Path file;
  private Path home;

  @BeforeEach
  void lay_out_the_folder() throws IOException {
    RainFolder folder = new RainFolder(temporary);
    home = folder.file("home");
    file = folder.write("rain.yaml", RainFolder.EXPERIMENT);
    folder.write("rain.csv", unlabelledInPart(RainFolder.table("s", 1, 600)));
  }

  /** Takes about one label in six away. */
  private static String unlabelledInPart(String csv) {
    Random random = new Random(2);
    List<String> lines = new ArrayList<>();
    for (String line : csv.lines().toList()) {
      boolean away = !lines.isEmpty() && random.nextInt(6) == 0;
      lines.add(away ? line.substring(0, line.lastIndexOf(',') + 1) : line);
    }
    return String.join("\n", lines) + "\n";
  }

  /**
   * Runs a candidate that hardly differs from the champion, so that nothing tells the two apart.
   */
  private void runTwice() throws IOException {
    VerbRun.of("run", file, "--home", home);
    Files.writeString(
        file, RainFolder.EXPERIMENT.replace("rounds: 20, depth: 3", "rounds: 14, depth: 5"));
    VerbRun.of("run", file, "--home", home);
  }

  @Test
  void the_table_says_what_lacks_and_the_file_ranks_the_rows() throws IOException {
    runTwice();
    Path out = temporary.resolve("rows.jsonl");

    VerbRun audit =
        VerbRun.of("data", "audit", file, "--home", home, "--effect", "0.001", "--out", out);

    assertThat(audit.code()).as(audit.err()).isZero();
    assertThat(audit.out())
        .containsPattern("(?m)^all +test +f1 +(inconclusive|no spread to go by)")
        .contains("with 80% power", "square root of the support", "Rows to label first")
        .contains("rows in " + out);
    List<JsonNode> rows =
        Files.readAllLines(out).stream().map(JsonMapper.shared()::readTree).toList();
    assertThat(rows).extracting(row -> row.get("kind").asString()).contains("unlabelled");
    for (int i = 0; i < rows.size(); i++) {
      assertThat(rows.get(i).get("rank").asInt()).isEqualTo(i + 1);
      assertThat(rows.get(i).propertyNames())
          .contains("id", "group", "label", "score", "why", "rank");
    }
  }

  @Test
  void json_has_needs_and_as_many_rows_as_are_asked_for() throws IOException {
    runTwice();

    JsonNode audit =
        VerbRun.of(
                "data", "audit", file, "--home", home, "--effect", "0.001", "--most", "3", "--json")
            .json();

    assertThat(audit.get("needs").get(0).get("more_events").asInt()).isPositive();
    assertThat(audit.get("rows").size()).isEqualTo(3);
    assertThat(audit.get("rows_left_out").asInt()).isPositive();
  }

  @Test
  void bad_input_is_said_in_words() {
    VerbRun nothing = VerbRun.of("data", "audit", file, "--home", home);
    VerbRun effect = VerbRun.of("data", "audit", file, "--home", home, "--effect", "0");
    VerbRun most = VerbRun.of("data", "audit", file, "--home", home, "--most", "0");
    String run = VerbRun.of("run", file, "--home", home, "--json").json().get("run").asString();
    VerbRun unknown = VerbRun.of("data", "audit", file, "--home", home, "--run", run + "f");

    assertThat(List.of(nothing.code(), effect.code(), most.code(), unknown.code())).containsOnly(2);
    assertThat(nothing.err()).contains("there is no run of 'rain' on record");
    assertThat(effect.err()).contains("--effect", "is 0.0");
    assertThat(most.err()).contains("--most");
    assertThat(unknown.err()).contains("Did you mean '" + run + "'?");
  }
}
