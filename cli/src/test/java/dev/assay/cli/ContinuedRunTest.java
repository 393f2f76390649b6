package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Goes on from a run whose training rows are validation rows now. */
class ContinuedRunTest {

  /** The parts of eight rows that follow each other. */
  private static final List<String> PARTS =
      List.of("train", "train", "train", "train", "train", "validation", "validation", "test");

  @TempDir Path temporary;
  private MoodFolder moods;
  private Path home;
  private String first;

  @BeforeEach
  void train_a_first_model() throws IOException {
    moods = new MoodFolder(temporary);
    home = temporary.resolve("home");
    VerbRun run =
        VerbRun.of("run", moods.divided("first", row -> PARTS.get(row % 8)), "--home", home);
    assertThat(run.code()).as(run.err()).isIn(0, 3);
    try (Stream<Path> runs = Files.list(home.resolve("runs"))) {
      first = runs.toList().getFirst().getFileName().toString();
    }
  }

  /** An experiment on the rows of the first run, that goes on from it. */
  private Path onwards(String name) throws IOException {
    return Files.writeString(
        temporary.resolve(name + ".yaml"),
        Files.readString(temporary.resolve("first.yaml"))
            .replace("name: first", "name: " + name)
            .replace("  batch: 8", "  batch: 8\n  continue_from: " + first));
  }

  /** The same with parts that are dealt, where the first run was given them. */
  private Path dealt() throws IOException {
    Path experiment = onwards("dealt");
    return Files.writeString(
        experiment, Files.readString(experiment).replace("  part: part\n", ""));
  }

  private void assertRefused(VerbRun run) {
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("validation rows may have been trained on by the run '" + first + "'");
  }

  @Test
  void the_parts_that_the_run_was_given_are_kept_or_it_is_refused() throws IOException {
    VerbRun kept = VerbRun.of("run", onwards("kept"), "--home", home);

    assertThat(kept.code()).as(kept.err()).isIn(0, 3);
    assertRefused(VerbRun.of("run", dealt(), "--home", home));
  }

  @Test
  void the_same_texts_under_other_ids_are_the_same_rows() throws IOException {
    Path renamed =
        moods.divided("renamed", row -> PARTS.get((row + 1) % 8), "continue_from: " + first);

    assertRefused(VerbRun.of("run", renamed, "--home", home));
  }

  @Test
  void training_alone_checks_it_too() throws IOException {
    Path out = temporary.resolve("out");

    assertRefused(VerbRun.of("train", dealt(), "--home", home, "--out", out));
    assertThat(out).doesNotExist();
  }
}
