package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills {@code assay run} while an encoder is trained, and goes on from a run's model. */
class KilledTrainingTest {

  private static final Duration LONGEST = Duration.ofMinutes(2);

  /** The parts of eight rows that follow each other, and of four later ones. */
  private static final List<String> FIRST =
      List.of("train", "train", "train", "train", "train", "validation", "validation", "test");

  private static final List<String> SECOND = List.of("train", "train", "validation", "test");

  @TempDir Path temporary;

  @Test
  void a_run_killed_between_two_epochs_goes_on_there_and_ends_as_an_unbroken_one()
      throws Exception {
    MoodFolder moods = new MoodFolder(temporary);
    Path experiment = moods.experiment("moods", "epochs: 20", "early_stopping: 0", "dropout: 0.1");
    Path home = temporary.resolve("killed");
    RainFolder processes = new RainFolder(temporary);
    Process process = processes.start(experiment, home);
    Path state = home.resolve("checkpoints/moods/transformer-1/state.safetensors");
    try {
      Instant deadline = Instant.now().plus(LONGEST);
      while (Files.notExists(state)) {
        assertThat(process.isAlive())
            .as("the run is under way: %s", Files.readString(processes.file("process.err")))
            .isTrue();
        assertThat(Instant.now()).as("waiting for the first epoch").isBefore(deadline);
        Thread.sleep(2);
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(home.resolve("runs")).doesNotExist();

    VerbRun resumed = run(experiment, home);
    VerbRun unbroken = run(experiment, temporary.resolve("unbroken"));

    assertThat(resumed.err()).containsPattern("resuming at epoch [0-9]+, step [0-9,]+");
    assertThat(unbroken.err()).doesNotContain("resuming");
    assertThat(verdict(home)).isEqualTo(verdict(temporary.resolve("unbroken")));
    assertThat(home.resolve("checkpoints")).doesNotExist();
    processes.deleteExtracted();
  }

  @Test
  void a_run_goes_on_from_the_weights_of_another_and_has_seen_its_rows() throws Exception {
    MoodFolder moods = new MoodFolder(temporary);
    Path home = temporary.resolve("home");
    run(moods.experiment("first", "phases: [{ epochs: 2, sources: plain }]"), home);
    String first = runFolder(home, "first").getFileName().toString();

    VerbRun second =
        run(
            moods.experiment(
                "second", "continue_from: " + first, "phases: [{ epochs: 1, sources: [hard] }]"),
            home);
    VerbRun unknown = run(moods.experiment("third", "continue_from: " + first + "x"), home);

    assertThat(second.err()).doesNotContain("continue_from");
    assertThat(Files.readString(runFolder(home, "second").resolve("model-card.md")))
        .contains("run " + first + ", weights ");
    VerbRun divided =
        run(
            Files.writeString(
                temporary.resolve("fourth.yaml"),
                Files.readString(moods.experiment("fourth", "continue_from: " + first))
                    .replace("by: id", "by: id, seed: 3")),
            home);
    assertThat(divided.code()).isEqualTo(2);
    assertThat(divided.err())
        .contains("validation rows may have been trained on by the run '" + first + "'");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err())
        .contains("there is no run '" + first + "x'", "Did you mean '" + first + "'?");
  }

  @Test
  void rows_that_the_run_gone_on_from_has_seen_are_not_judged_by() throws Exception {
    MoodFolder moods = new MoodFolder(temporary);
    Path home = temporary.resolve("home");
    run(moods.divided("first", row -> row >= 800 ? "" : FIRST.get(row % FIRST.size())), home);
    String first = runFolder(home, "first").getFileName().toString();

    VerbRun second =
        run(
            moods.divided(
                "second",
                row -> row >= 800 ? SECOND.get(row % SECOND.size()) : row < 90 ? "test" : "",
                "continue_from: " + first),
            home);

    assertThat(second.code()).as(second.err()).isIn(0, 3);
    long seen = IntStream.range(0, 90).filter(row -> !FIRST.get(row % 8).equals("test")).count();
    assertThat(Files.readString(runFolder(home, "second").resolve("report.md")))
        .contains("Rows that the candidate (%d) or the champion (".formatted(seen));
  }

  @Test
  void a_run_goes_on_from_a_phase_of_another_where_it_kept_that() throws Exception {
    MoodFolder moods = new MoodFolder(temporary);
    Path home = temporary.resolve("home");
    String phases = "phases: [{ epochs: 2, sources: plain }, { epochs: 1, sources: [hard] }]";
    run(moods.experiment("first", phases, "keep: { phases: true }"), home);
    String first = runFolder(home, "first").getFileName().toString();

    run(moods.experiment("second", "continue_from: " + first + "/phase-1", "epochs: 1"), home);
    VerbRun lacking =
        run(moods.experiment("third", "continue_from: " + first + "/phase-2", "epochs: 1"), home);

    assertThat(Files.readString(runFolder(home, "second").resolve("model-card.md")))
        .contains("phase 1 of run " + first + ", weights ");
    assertThat(lacking.code()).isEqualTo(2);
    assertThat(lacking.err())
        .contains("the run '" + first + "' has no weights of phase 2", "keep: { phases: true }");
  }

  @Test
  void a_run_goes_on_from_an_epoch_that_another_kept_beside_its_model() throws Exception {
    MoodFolder moods = new MoodFolder(temporary);
    Path home = temporary.resolve("home");
    run(moods.experiment("first", "epochs: 2", "early_stopping: 0", "keep: { best: 2 }"), home);
    String first = runFolder(home, "first").getFileName().toString();

    run(moods.experiment("second", "continue_from: " + first + "/epoch-1", "epochs: 1"), home);
    VerbRun itself =
        run(moods.experiment("third", "continue_from: " + first + "/epoch-2", "epochs: 1"), home);

    assertThat(Files.readString(runFolder(home, "second").resolve("model-card.md")))
        .contains("epoch 1 of run " + first + ", weights ");
    assertThat(itself.code()).isEqualTo(2);
    assertThat(itself.err()).contains("the run itself is the model that was judged");
  }

  private static VerbRun run(Path experiment, Path home) {
    VerbRun run = VerbRun.of("run", experiment, "--home", home);
    assertThat(run.err()).doesNotContain("internal");
    return run;
  }

  private static String verdict(Path home) throws IOException {
    return Files.readString(runFolder(home, "moods").resolve("verdict.json"));
  }

  private static Path runFolder(Path home, String experiment) throws IOException {
    try (Stream<Path> runs = Files.list(home.resolve("runs"))) {
      return runs.filter(path -> String.valueOf(path.getFileName()).startsWith(experiment))
          .findFirst()
          .orElseThrow();
    }
  }
}
