package dev.assay.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.problem.InvalidInputException;
import dev.assay.registry.history.EventKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Candidates beside the simple models that Assay trains on the same parts. */
class BaselinesTest {

  private static final List<String> GLAD = List.of("love", "great", "thanks", "wonderful");
  private static final List<String> SAD = List.of("hate", "awful", "terrible", "sorry");
  private static final List<String> PLAIN =
      List.of("the", "one", "was", "there", "then", "day", "house", "street", "river", "again");

  private static final String REVIEWS =
      """
      name: reviews
      data:
        rows: { csv: reviews.csv }
        id: id
        label: { glad: binary }
        texts: text
        part: part
      train: { with: tfidf-logistic, threads: 1 }
      gates: [{ name: good, metric: f1, on: test, at_least: 0.5 }]
      """;

  @TempDir Path temporary;

  /** Texts in given parts: for train, validation and test 300, 200 and 200 of them. */
  private static List<String> reviews() {
    Random random = new Random(11);
    List<String> lines = new ArrayList<>(List.of("id,text,glad,part"));
    for (int row = 0; row < 700; row++) {
      boolean glad = random.nextInt(3) == 0;
      StringBuilder text = new StringBuilder();
      for (int word = 0; word < 12; word++) {
        List<String> words = random.nextInt(6) > 0 ? PLAIN : glad ? GLAD : SAD;
        text.append(words.get(random.nextInt(words.size()))).append(' ');
      }
      String part = row < 300 ? "train" : row < 500 ? "dev" : "test";
      lines.add("r%d,%s,%d,%s".formatted(row, text, glad ? 1 : 0, part));
    }
    return lines;
  }

  private ExperimentFolder folder(List<String> reviews) throws IOException {
    ExperimentFolder folder = new ExperimentFolder(temporary);
    Files.write(folder.file("reviews.csv"), reviews);
    return folder;
  }

  private static List<String> names(RunResult run) {
    return ExperimentFolder.verdict(run)
        .get("baselines")
        .valueStream()
        .map(one -> one.get("trainer").asString())
        .toList();
  }

  @Test
  void the_first_champion_of_a_text_is_picked_from_baselines_that_read_it() throws IOException {
    ExperimentFolder folder = folder(reviews());
    RunResult run = folder.run(REVIEWS);

    assertThat(folder.registry().history().events().getFirst().kind())
        .isEqualTo(EventKind.BASELINE);
    assertThat(folder.registry().bundles().bundle(run.champion()).manifest().trainer())
        .isEqualTo("tfidf-logistic");
  }

  @Test
  void a_text_is_measured_against_the_prior_where_it_is_a_baseline_itself() throws IOException {
    RunResult run = folder(reviews()).run(REVIEWS);

    JsonNode baselines = ExperimentFolder.verdict(run).get("baselines");
    assertThat(names(run)).containsExactly("prior");
    JsonNode test = baselines.get(0).get("holdouts").get(0);
    assertThat(test.get("beaten").asBoolean()).isTrue();
    JsonNode f1 = test.get("figures").get(0);
    assertThat(f1.get("metric").asString()).isEqualTo("f1");
    // The prior's cut says that everybody is glad.
    double rate =
        ExperimentFolder.verdict(run).at("/holdouts/0/figures/0/support/positives").asInt() / 200.0;
    assertThat(f1.get("baseline").asDouble()).isEqualTo(2 * rate / (1 + rate));
    assertThat(f1.get("interval").get("low").asDouble()).isPositive();
    assertThat(run.warnings()).noneMatch(warning -> warning.contains("baseline"));
  }

  @Test
  void a_candidate_that_is_no_better_than_a_baseline_says_so() throws IOException {
    RunResult run = folder(reviews()).run(REVIEWS + "baselines: [prior, tfidf-logistic]\n");

    assertThat(names(run)).containsExactly("prior", "tfidf-logistic");
    assertThat(run.warnings())
        .filteredOn(warning -> warning.contains("baseline"))
        .singleElement()
        .asString()
        .contains(
            "does not beat the baseline 'tfidf-logistic' on test", "f1 is 0.948 against 0.948");
    assertThat(Files.readString(run.folder().resolve("model-card.md")))
        .contains("The candidate beside the baselines", "does not beat the baseline");
    assertThat(Files.readString(run.folder().resolve("report.html")))
        .contains("Candidate against baselines");
  }

  @Test
  void tables_have_the_baselines_that_are_named_and_none_by_themselves() {
    ExperimentFolder folder = new ExperimentFolder(temporary).holding(WeatherTable.of(1_000));

    assertThat(names(folder.run(ExperimentFolder.EXPERIMENT))).isEmpty();
    RunResult named = folder.run(ExperimentFolder.EXPERIMENT + "baselines: [prior, logistic]\n");
    assertThat(names(named)).containsExactly("prior", "logistic");
    assertThat(ExperimentFolder.verdict(named).at("/configuration_difference/changes").toString())
        .contains("baselines");
  }

  @Test
  void left_out_groups_are_compared_with_baselines_that_never_saw_them_either() {
    ExperimentFolder folder = new ExperimentFolder(temporary).holding(WeatherTable.of(600));
    String grouped =
        ExperimentFolder.EXPERIMENT.replace("  id: id\n", "  id: id\n  group: station\n")
            + """
            parts: { by: id }
            holdouts: { stations: { leave_out: station, folds: 3 } }
            baselines: prior
            """;

    JsonNode prior = ExperimentFolder.verdict(folder.run(grouped)).get("baselines").get(0);

    assertThat(prior.get("holdouts").valueStream().map(set -> set.get("name").asString()))
        .containsExactly("test", "stations");
    assertThat(prior.at("/holdouts/1/beaten").asBoolean()).isTrue();
  }

  @Test
  void a_run_with_baselines_that_is_repeated_gives_the_same_bytes() throws IOException {
    ExperimentFolder folder = folder(reviews());
    String experiment = REVIEWS + "baselines: [prior, tfidf-logistic]\n";
    RunResult run = folder.run(experiment);
    byte[] verdict = Files.readAllBytes(run.folder().resolve("verdict.json"));

    RunResult again = folder.run(experiment);

    assertThat(again.ending()).isInstanceOf(RunEnding.Repeated.class);
    assertThat(again.folder().resolve("verdict.json")).hasBinaryContent(verdict);
  }

  @Test
  void a_baseline_that_cannot_read_the_data_is_told_before_anything_is_on_record()
      throws IOException {
    ExperimentFolder folder = new ExperimentFolder(temporary).holding(WeatherTable.of(500));

    assertThatThrownBy(
            () -> folder.run(ExperimentFolder.EXPERIMENT + "baselines: tfidf-logistic\n"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no column of the data is a text");
    assertThat(folder.registry().history().events()).isEmpty();
  }

  @Test
  void a_training_row_with_the_text_of_a_given_test_row_is_dropped_and_counted()
      throws IOException {
    List<String> lines = reviews();
    String copied = lines.get(700).split(",", -1)[1];
    lines.set(1, "r0,%s,0,train".formatted(copied.toUpperCase(Locale.ROOT)));
    // A stock phrase of twelve rows, of which fewer stand in any two parts.
    for (int i = 0; i < 12; i++) {
      String part = i < 5 ? "train" : i < 9 ? "dev" : "test";
      lines.add("s%d,Thanks for all the help,1,%s".formatted(i, part));
    }
    RunResult run = folder(lines).run(REVIEWS);

    JsonNode parts = ExperimentFolder.verdict(run).get("parts");
    assertThat(parts.get("train").get("kept").asInt()).isEqualTo(304);
    assertThat(parts.get("train").get("dropped_leaking").asInt()).isEqualTo(1);
    JsonNode leak = ExperimentFolder.verdict(run).get("leaks").get(0);
    assertThat(leak.get("same_content").asInt()).isZero();
    assertThat(leak.get("rows_too_common_to_compare").asInt()).isEqualTo(9);
  }
}
