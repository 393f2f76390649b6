package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PredictCommandTest {

  @TempDir private Path folder;
  private Path experiment;
  private Path home;

  @BeforeEach
  void writeExperiment() throws IOException {
    experiment = RainTable.write(folder);
    home = folder.resolve(".assay");
  }

  private VerbRun predict(Object bundle, Path rows, String out, Object... more) {
    Object[] words = {"predict", bundle, rows, "--out", folder.resolve(out), "--home", home};
    Object[] all = new Object[words.length + more.length];
    System.arraycopy(words, 0, all, 0, words.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return VerbRun.of(all);
  }

  @Test
  void an_experiments_rows_are_scored_with_the_truth_that_evaluate_needs() {
    String candidate = VerbRun.of("run", experiment, "--json").json().get("candidate").asString();

    VerbRun run = predict(candidate.substring(0, 10), experiment, "scores.parquet", "--json");

    assertThat(run.code()).isZero();
    assertThat(run.json().get("bundle").asString()).isEqualTo(candidate);
    assertThat(run.json().get("rows").asInt()).isEqualTo(600);
    JsonNode whole =
        VerbRun.of("evaluate", folder.resolve("scores.parquet"), "--slices", "wind", "--json")
            .json()
            .at("/subjects/0");
    assertThat(whole.at("/support/rows").asInt()).isEqualTo(600);
    assertThat(whole.at("/metrics/roc_auc/value").asDouble()).isBetween(0.65, 0.99);
  }

  @Test
  void rows_without_a_label_get_the_same_scores() throws IOException {
    VerbRun.of("run", experiment);
    Path unlabelled = RainTable.writeUnlabelled(folder.resolve("today.csv"));

    VerbRun labelled = predict("champion", experiment, "known.csv");
    VerbRun run = predict("champion", unlabelled, "today-scores.csv", "--id", "station");

    assertThat(List.of(labelled.code(), run.code())).containsOnly(0);
    assertThat(scores("today-scores.csv")).hasSize(600).isEqualTo(scores("known.csv"));
  }

  @Test
  void a_bundle_that_was_only_trained_is_found_by_its_whole_hash() {
    String hash =
        VerbRun.of("train", experiment, "--out", folder.resolve("candidate"), "--json")
            .json()
            .get("bundle")
            .asString();

    assertThat(predict(hash, experiment, "scores.csv", "--unpromoted").code()).isZero();
    assertThat(predict(hash.substring(0, 10), experiment, "scores.csv", "--unpromoted").err())
        .contains("is the hash of no bundle on record");
  }

  @Test
  void only_what_a_verdict_promoted_is_served() throws IOException {
    VerbRun.of("run", experiment);
    Path strict =
        Files.writeString(
            folder.resolve("strict.yaml"),
            Files.readString(experiment)
                .replace("at_least: 0.6", "at_least: 1")
                .replace("depth: 2", "depth: 3"));
    VerbRun second = VerbRun.of("run", strict, "--home", home, "--json");
    String held = second.json().get("candidate").asString();

    assertThat(second.code()).isEqualTo(3);
    VerbRun refused = predict(held, experiment, "held.csv");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("was held by run rain-", "ranks: ", "Take the champion");
    assertThat(folder.resolve("held.csv")).doesNotExist();
    assertThat(predict(held, experiment, "held.csv", "--unpromoted").code()).isZero();
    VerbRun.of("promote", held, "--home", home, "--reason", "agreed with the team");
    assertThat(predict(held, experiment, "forced.csv").code()).isZero();
    VerbRun.of("rollback", "--home", home, "--reason", "the team was wrong");
    assertThat(predict(held, experiment, "back.csv").err()).contains("was rolled back by");
    assertThat(predict("champion", experiment, "champion.csv").code()).isZero();
  }

  @Test
  void a_bundle_without_a_verdict_is_not_served() {
    String untried =
        VerbRun.of("train", experiment, "--out", folder.resolve("untried"), "--json")
            .json()
            .get("bundle")
            .asString();

    VerbRun refused = predict(untried, experiment, "scores.csv");

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("was trained only: no verdict was given on it.");
  }

  @Test
  void rows_of_an_experiment_with_other_labels_are_refused() throws IOException {
    VerbRun.of("run", experiment);
    String rows = Files.readString(folder.resolve("rows.csv"));
    Files.writeString(folder.resolve("snow.csv"), rows.replaceFirst(",rain", ",snow"));
    Path other =
        Files.writeString(
            folder.resolve("snow.yaml"),
            Files.readString(experiment)
                .replace("rows.csv", "snow.csv")
                .replace("rain: binary", "snow: binary"));

    VerbRun run = predict("champion", other, "scores.csv");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("snow.yaml", "its labels are snow", "those of the bundle rain");
  }

  @Test
  void a_deployment_that_leaves_out_what_cannot_be_is_told_with_its_line() throws IOException {
    VerbRun.of("run", experiment);
    Files.writeString(home.resolve("deployment.yaml"), "# of this home\nleave_out: [rain]\n");

    VerbRun run = predict("champion", experiment, "scores.csv");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("deployment.yaml:2", "'rain' is no optional label of the bundle.");
  }

  @Test
  void wrong_input_is_told_without_a_stack_trace() throws IOException {
    Path unlabelled = RainTable.writeUnlabelled(folder.resolve("today.csv"));
    VerbRun nobody = predict("champion", unlabelled, "scores.csv");
    VerbRun.of("run", experiment);
    Path incomplete = Files.writeString(folder.resolve("few.csv"), "station,humidty\ns1,0.5\n");

    VerbRun format = predict("champion", unlabelled, "scores.xlsx");
    VerbRun column = predict("champion", incomplete, "scores.csv", "--id", "station");
    VerbRun twice = predict("champion", experiment, "scores.csv", "--id", "station");
    VerbRun day = predict("champion", experiment, "scores.csv", "--as-of", "2026-01-01");

    assertThat(List.of(nobody.code(), format.code(), column.code(), twice.code(), day.code()))
        .containsOnly(2);
    assertThat(nobody.err()).contains("there is no champion yet");
    assertThat(format.err()).contains("Let the name end in .parquet or .csv");
    assertThat(column.err()).contains("'humidity'", "'wind'").doesNotContain("\tat ");
    assertThat(twice.err()).contains("is declared by the experiment already");
    assertThat(day.err()).contains("needs a time column");
  }

  /** The score of each id in a file whose first column is the id and whose last is the score. */
  private Map<String, String> scores(String name) throws IOException {
    Map<String, String> scores = new TreeMap<>();
    List<String> lines = Files.readAllLines(folder.resolve(name));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      scores.put(cells[0], cells[cells.length - 1]);
    }
    return scores;
  }
}
