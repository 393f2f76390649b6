package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataGenerateCommandTest {

  @TempDir private Path folder;

  @Test
  void a_simulation_is_written_as_a_table_with_a_header() throws IOException {
    Path file = folder.resolve("panel.csv");
    VerbRun run = VerbRun.of("data", "generate", "outage-panel", "--out", file);
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("panel.csv", "outage-panel", "seed 1");
    assertThat(Files.readString(file)).startsWith("country,day,incident_within_7d");
  }

  @Test
  void an_unknown_simulation_is_the_user_s_mistake_and_nothing_is_written() {
    Path file = folder.resolve("panel.csv");
    VerbRun run = VerbRun.of("data", "generate", "outage-pannel", "--out", file);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("Did you mean 'outage-panel'?");
    assertThat(file).doesNotExist();
  }

  @Test
  void the_help_lists_the_simulations_and_an_example() {
    VerbRun run = VerbRun.of("data", "generate", "--help");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("outage-panel", "assay data generate outage-panel");
  }
}
