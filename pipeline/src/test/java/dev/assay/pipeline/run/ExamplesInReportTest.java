package dev.assay.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows to read: in the page for people and nowhere else. */
class ExamplesInReportTest {

  @TempDir Path temporary;

  private RunResult run(String more) {
    return Messages.folder(temporary).run(Messages.EXPERIMENT + more);
  }

  private static String page(RunResult run) {
    return text(run.folder().resolve("report.html"));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folded blocks of a page. */
  private static List<String> folded(String page) {
    return Pattern.compile("(?s)<details class=\"folding aside\">.*?</details>")
        .matcher(page)
        .results()
        .map(MatchResult::group)
        .toList();
  }

  @Test
  void every_label_has_rows_of_the_judged_set_with_score_cut_and_labels() {
    List<String> blocks = folded(page(run("")));

    assertThat(blocks).hasSize(2);
    assertThat(blocks.getFirst())
        .containsPattern("<summary>spam on test: \\d+ caught, \\d+ missed, \\d+ wrongly flagged")
        .containsPattern("Caught, the nearest to the cut: 5 of \\d+")
        .contains("its labels", "spam, contact", Messages.MARK);
  }

  @Test
  void texts_stand_in_the_page_for_people_alone() throws IOException {
    RunResult run = run("");

    assertThat(page(run)).contains(Messages.MARK);
    try (Stream<Path> files = Files.walk(run.folder())) {
      assertThat(files.filter(Files::isRegularFile))
          .hasSizeGreaterThan(10)
          .filteredOn(file -> !file.endsWith("report.html"))
          .allSatisfy(file -> assertThat(contains(file, Messages.MARK)).isFalse());
    }
  }

  private static boolean contains(Path file, String words) {
    try {
      return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1)
          .contains(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void private_texts_are_kept_out_and_so_many_shown_as_are_asked_for() {
    assertThat(page(run("report: { examples: 0 }\n")))
        .doesNotContain(Messages.MARK, "Examples to read");
    assertThat(page(run("report: { examples: 2 }\n")))
        .containsPattern("Caught, the nearest to the cut: 2 of \\d+");
  }

  @Test
  void rows_of_a_table_are_told_by_the_names_of_their_columns() {
    ExperimentFolder folder = new ExperimentFolder(temporary).holding(WeatherTable.of(600));

    List<String> blocks = folded(page(folder.run(ExperimentFolder.EXPERIMENT)));

    assertThat(blocks)
        .singleElement()
        .asString()
        .containsPattern("humidity = 0\\.\\d+, pressure = ")
        .doesNotContain("its labels");
  }
}
