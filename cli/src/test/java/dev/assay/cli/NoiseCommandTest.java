package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class NoiseCommandTest {

  @TempDir Path temporary;
  private RainFolder folder;
  private Path home;

  @BeforeEach
  void lay_out_the_folder() throws IOException {
    folder = new RainFolder(temporary);
    home = folder.file("home");
  }

  private Path experiment(String settings) throws IOException {
    return folder.write(
        "rain.yaml", RainFolder.EXPERIMENT.replace("threads: 1", "threads: 1" + settings));
  }

  @Test
  void a_table_of_each_set_shows_the_smallest_gain_and_says_what_it_covers() throws IOException {
    Path file = experiment(", subsample: 0.5");
    VerbRun.of("run", file, "--home", home);

    VerbRun noise = VerbRun.of("noise", file, "--home", home, "--seeds", "3");

    assertThat(noise.code()).as(noise.err()).isZero();
    assertThat(noise.out())
        .contains("test, seeds 2, 3, 4", "smallest gain that is not noise")
        .containsPattern("(?m)^f1 +0\\.\\d{4} +0\\.\\d{4} +0\\.\\d{4}")
        .contains("This covers the seeds only")
        .doesNotContain("does not depend on the seed");
  }

  @Test
  void training_without_chance_is_said_to_be_so() throws IOException {
    Path file = experiment("");
    VerbRun.of("run", file, "--home", home);

    VerbRun noise = VerbRun.of("noise", file, "--home", home, "--seeds", "5,6", "--json");

    JsonNode set = noise.json().get("sets").get(0);
    assertThat(noise.json().get("covers").asString()).isEqualTo("seeds");
    assertThat(set.get("seeds").toString()).isEqualTo("[5,6]");
    assertThat(set.get("same_scores").asBoolean()).isTrue();
    assertThat(set.get("metrics").get(0).get("smallest_gain").asDouble()).isZero();
    assertThat(VerbRun.of("noise", file, "--home", home, "--seeds", "2").out())
        .contains("Every seed gave the same scores on test")
        .doesNotContain("one pair of seeds in 20");
  }

  @Test
  void before_the_first_champion_it_says_what_to_do() throws IOException {
    VerbRun noise = VerbRun.of("noise", experiment(""), "--home", home);

    assertThat(noise.code()).isEqualTo(2);
    assertThat(noise.err()).contains("there is no champion yet", "'assay run'");
    assertThat(noise.out()).isEmpty();
  }

  @Test
  void a_seed_that_stands_twice_and_one_seed_alone_are_refused() throws IOException {
    Path file = experiment("");

    VerbRun twice = VerbRun.of("noise", file, "--home", home, "--seeds", "1,2,1");
    VerbRun alone = VerbRun.of("noise", file, "--home", home, "--seeds", "1");

    assertThat(twice.code()).isEqualTo(2);
    assertThat(twice.err()).contains("--seeds", "names twice: 1");
    assertThat(alone.code()).isEqualTo(2);
    assertThat(alone.err()).contains("--seeds", "is 1.", "from 2 to 1,000");
  }
}
