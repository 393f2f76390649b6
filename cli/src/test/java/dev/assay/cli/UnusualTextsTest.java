package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts that nobody would think of, in a file that a whole run reads. */
class UnusualTextsTest {

  private static final int MEGABYTE = 1 << 20;
  private static final int LONG = 5;
  private static final int EMOJI = 20;

  @TempDir Path temporary;
  private Path rows;
  private Path experiment;
  private Path home;

  @BeforeEach
  void texts() throws IOException {
    experiment = new MoodFolder(temporary).experiment("unusual", "epochs: 1");
    rows = temporary.resolve("moods.csv");
    home = temporary.resolve("home");
  }

  private void append(String text) throws IOException {
    Files.writeString(rows, text, StandardOpenOption.APPEND);
  }

  @Test
  void a_megabyte_and_emoji_alone_are_trained_on_judged_and_served() throws IOException {
    for (int i = 0; i < LONG; i++) {
      append("long%d,%s,%d,plain\n".formatted(i, "hate the day ".repeat(MEGABYTE / 13) + i, i % 2));
    }
    for (int i = 0; i < EMOJI; i++) {
      append("emoji%d,%s,%d,plain\n".formatted(i, "\uD83D\uDE00\uD83C\uDF89".repeat(i + 1), i % 2));
    }

    VerbRun run = VerbRun.of("run", experiment, "--home", home);
    VerbRun scored =
        VerbRun.of(
            "predict",
            "champion",
            rows,
            "--id",
            "id",
            "--home",
            home,
            "--out",
            temporary.resolve("scores.csv"));

    assertThat(run.code()).as(run.err() + run.out()).isIn(0, 3);
    assertThat(scored.code()).as(scored.err()).isZero();
    assertThat(Files.readAllLines(temporary.resolve("scores.csv")))
        .hasSize(1 + 1200 + LONG + EMOJI)
        .allMatch(line -> !line.contains("NaN"));
  }

  @Test
  void a_text_that_is_not_UTF_8_is_told_with_its_line_and_an_empty_one_is_a_text()
      throws IOException {
    append("nothing,,1,plain\n");
    VerbRun empty = VerbRun.of("run", experiment, "--home", home);
    append("latin,caf");
    Files.write(rows, new byte[] {(byte) 0xE9}, StandardOpenOption.APPEND);
    append(",1,plain\n");
    VerbRun encoded = VerbRun.of("run", experiment, "--home", home);

    assertThat(empty.code()).as(empty.err()).isIn(0, 3);
    assertThat(encoded.code()).isEqualTo(2);
    assertThat(encoded.err()).contains("moods.csv:1203", "UTF-8").doesNotContain("\tat ");
  }
}
