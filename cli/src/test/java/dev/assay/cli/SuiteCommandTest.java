package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SuiteCommandTest {

  private static final String VECTORS =
      """
      vectors:
        - id: both high
          functionality: rain
          must_detect: rain
          inputs: { humidity: 0.9, pressure: 0.9, wind: 0.5 }
        - id: wrong
          functionality: dry
          must_detect: rain
          inputs: { humidity: 0.9, pressure: 0.1, wind: 0.5 }
      """;

  @TempDir private Path temporary;
  private RainFolder folder;
  private Path experiment;
  private Path vectors;

  @BeforeEach
  void promote_a_champion() throws IOException {
    folder = new RainFolder(temporary);
    vectors = folder.write("known.yaml", VECTORS);
    experiment = folder.write("rain.yaml", RainFolder.EXPERIMENT + "suites: [known.yaml]\n");
    assertThat(VerbRun.of("run", experiment).code()).isZero();
  }

  @Test
  void the_suites_of_an_experiment_are_run_on_the_champion_and_what_fails_is_shown() {
    VerbRun run = VerbRun.of("suite", "champion", experiment);

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("suite known: vectors 2, passed 1 of 2 (50.0%)")
        .contains("functionality", "95% interval")
        .contains("failing: 1 of 1")
        .containsPattern("wrong +dry +must detect rain")
        .containsPattern("rain 0\\.\\d{3} < 0\\.\\d{3}");
  }

  @Test
  void a_file_of_vectors_is_run_as_json_in_the_home_of_the_working_folder() {
    VerbRun run =
        VerbRun.of("suite", "champion", vectors, "--home", temporary.resolve(".assay"), "--json");

    JsonNode suite = run.json().at("/suites/0");
    assertThat(suite.at("/all/passed").asInt()).isEqualTo(1);
    assertThat(suite.at("/failing/0").asString()).isEqualTo("wrong");
    assertThat(run.json().get("bundle").asString()).hasSize(64);
  }

  @Test
  void wrong_files_are_told_of_with_exit_code_2() throws IOException {
    Path bad = Files.writeString(temporary.resolve("bad.yaml"), VECTORS.replace("wind", "wnd"));
    Path none = folder.write("none.yaml", RainFolder.EXPERIMENT);
    Path home = temporary.resolve(".assay");

    VerbRun unknown = VerbRun.of("suite", "champion", bad, "--home", home);
    VerbRun absent = VerbRun.of("suite", "champion", none, "--home", home);

    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("bad.yaml:2: there is no input 'wnd'. Did you mean 'wind'?");
    assertThat(absent.code()).isEqualTo(2);
    assertThat(absent.err()).contains("names no suite");
  }
}
