package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.fingerprint.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {

  @TempDir private Path folder;
  private Path experiment;
  private Path out;

  @BeforeEach
  void writeExperiment() throws IOException {
    experiment = RainTable.write(folder);
    out = folder.resolve("candidate");
  }

  @Test
  void the_bundle_is_the_one_that_a_run_judges() throws IOException {
    VerbRun trained = VerbRun.of("train", experiment, "--out", out, "--json");
    VerbRun run = VerbRun.of("run", experiment, "--json");

    assertThat(trained.code()).isZero();
    String hash = trained.json().get("bundle").asString();
    assertThat(run.json().get("candidate").asString()).isEqualTo(hash);
    assertThat(Sha256.of(Files.readAllBytes(out.resolve("bundle.json")))).isEqualTo(hash);
    assertThat(out).isDirectoryContaining(file -> !file.endsWith("bundle.json"));
  }

  @Test
  void training_alone_puts_nothing_on_record() {
    VerbRun trained = VerbRun.of("train", experiment, "--out", out);

    VerbRun history = VerbRun.of("history", "--home", folder.resolve(".assay"), "--json");
    assertThat(trained.out()).contains("trained rain with xgboost", "bundle ", "files in " + out);
    assertThat(history.json().get("champion").isNull()).isTrue();
    assertThat(history.json().get("events").isEmpty()).isTrue();
  }

  @Test
  void a_folder_that_holds_something_is_not_written_to() throws IOException {
    Files.createDirectory(out);
    Path notes = Files.writeString(out.resolve("notes.txt"), "mine");

    VerbRun run = VerbRun.of("train", experiment, "--out", out);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("holds something already");
    assertThat(out).isDirectoryContaining(notes::equals);
    assertThat(Files.exists(out.resolve("bundle.json"))).isFalse();
  }
}
