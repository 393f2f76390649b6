package dev.assay.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.progress.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Holdouts whose groups are left out of training in turn. */
class GroupedHoldoutTest {

  private static final String GROUPED =
      """
      name: rain
      data:
        rows: { csv: weather.csv }
        id: id
        label: { rain: binary }
        group: station
        features: [humidity, pressure, wind, cloud, dew]
      parts: { by: id }
      holdouts:
        stations: { leave_one_out: station, minimum_support: 5 positives }
      train: { with: xgboost, rounds: 25, depth: 3, learning_rate: 0.3, threads: 1 }
      gates:
        - { name: typical station, metric: f1, on: stations, summary: median, at_least: 0.5 }
        - { name: no loss, metric: f1, on: test, lose_at_most: 0.02 }
      """;

  /** The station alone tells the label, and is the only input. */
  private static final String BY_STATION =
      GROUPED
          .replace("[humidity, pressure, wind, cloud, dew]", "[site]")
          .replace("at_least: 0.5", "at_least: 0")
          .replace("lose_at_most: 0.02", "lose_at_most: 1");

  @TempDir Path temporary;

  private ExperimentFolder folder() {
    return new ExperimentFolder(temporary).holding(WeatherTable.of(1_200));
  }

  @Test
  void a_group_is_scored_by_models_that_never_saw_it() throws IOException {
    ExperimentFolder folder = new ExperimentFolder(temporary);
    Files.writeString(folder.file("weather.csv"), sites());

    JsonNode verdict = ExperimentFolder.verdict(folder.run(BY_STATION));

    assertThat(figure(verdict, "test", "roc_auc")).isGreaterThan(0.95);
    assertThat(figure(verdict, "stations", "roc_auc")).isLessThan(0.7);
  }

  /** Ten stations, each with one answer for almost all of its days. */
  private static String sites() {
    StringBuilder csv = new StringBuilder("id,station,site,rain\n");
    for (int row = 0; row < 600; row++) {
      int station = row % 10;
      boolean rain = (station % 2 == 0) ^ (row % 47 == 0);
      csv.append("r%d,s%d,site%d,%d%n".formatted(row, station, station, rain ? 1 : 0));
    }
    return csv.toString();
  }

  @Test
  void a_run_that_was_broken_off_goes_on_with_the_folds_that_are_missing() {
    byte[] unbroken = verdictBytes(folder().run(GROUPED));
    ExperimentFolder again = folder().withHome("again");
    assertThatThrownBy(
            () ->
                again.run(
                    GROUPED,
                    Progress.ofSteps(
                        (stage, done, total, detail) -> {
                          if (stage.equals("leaving out groups, candidate") && done >= 5) {
                            throw new BrokenOff();
                          }
                        })))
        .hasRootCauseInstanceOf(BrokenOff.class);
    Map<String, Long> kept = folds(again);
    // The champion's twelve and at least five of the candidate's.
    assertThat(kept).hasSizeBetween(17, 23);
    List<Long> firstDone = new ArrayList<>();

    RunResult resumed =
        again.run(
            GROUPED,
            Progress.ofSteps(
                (stage, done, total, detail) -> {
                  if (stage.equals("leaving out groups, candidate")) {
                    firstDone.add(done);
                  }
                }));

    assertThat(verdictBytes(resumed)).isEqualTo(unbroken);
    assertThat(firstDone.getFirst()).isEqualTo(kept.size() - 12L);
    assertThat(folds(again)).containsAllEntriesOf(kept).hasSize(24);
  }

  private static final class BrokenOff extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void the_champion_is_judged_as_the_procedure_that_it_was_promoted_for() {
    ExperimentFolder folder = folder();
    RunResult first = folder.run(GROUPED);
    assertThat(first.isPromoted()).isTrue();
    Map<String, Long> kept = folds(folder);

    RunResult second = folder.run(GROUPED.replace("rounds: 25", "rounds: 30"));

    assertThat(side(ExperimentFolder.verdict(second), "stations", "f1", "champion"))
        .isEqualTo(side(ExperimentFolder.verdict(first), "stations", "f1", "candidate"));
    // Twelve folds of the new candidate; those of its champion are there already.
    assertThat(folds(folder)).containsAllEntriesOf(kept).hasSize(kept.size() + 12);
  }

  @Test
  void a_shuffled_file_does_not_confuse_the_folds_that_are_kept() {
    ExperimentFolder folder = folder();
    JsonNode first = ExperimentFolder.verdict(folder.run(GROUPED));
    WeatherTable.of(1_200).reordered().write(folder.file("weather.csv"));

    JsonNode second =
        ExperimentFolder.verdict(folder.run(GROUPED + "hypothesis: The order is nothing.\n"));

    assertThat(side(second, "stations", "roc_auc", "champion"))
        .isCloseTo(
            side(first, "stations", "roc_auc", "candidate"),
            org.assertj.core.api.Assertions.within(0.03));
  }

  @Test
  void groups_are_left_out_in_as_many_folds_as_asked_for() {
    ExperimentFolder folder = folder();

    RunResult run =
        folder.run(GROUPED.replace("leave_one_out: station", "leave_out: station, folds: 4"));

    assertThat(run.isPromoted()).isTrue();
    assertThat(folds(folder)).hasSize(8);
  }

  @Test
  void features_made_from_labels_are_made_anew_without_those_of_the_left_out_group()
      throws IOException {
    ExperimentFolder folder = new ExperimentFolder(temporary);
    Files.writeString(folder.file("weather.csv"), sites());
    String rate = "avg(rain) OVER (PARTITION BY station)";
    Files.writeString(folder.file("open.sql"), script(rate));
    Files.writeString(
        folder.file("closed.sql"),
        script(
            "CASE WHEN list_contains(getvariable('held_out'), station) THEN NULL ELSE %s END"
                .formatted(rate)));
    String experiment = BY_STATION.replace("[site]", "[rate]");

    JsonNode open =
        ExperimentFolder.verdict(
            folder.run(experiment.replace("csv: weather.csv", "sql: open.sql")));
    JsonNode closed =
        ExperimentFolder.verdict(
            folder.run(experiment.replace("csv: weather.csv", "sql: closed.sql")));

    assertThat(figure(open, "stations", "roc_auc")).isGreaterThan(0.95);
    assertThat(figure(closed, "stations", "roc_auc")).isLessThan(0.7);
  }

  private static String script(String rate) {
    return "SELECT *, %s AS rate FROM read_csv('weather.csv');%n".formatted(rate);
  }

  @Test
  void a_group_column_with_one_value_is_refused_with_the_value() throws IOException {
    ExperimentFolder folder = new ExperimentFolder(temporary);
    Files.writeString(folder.file("weather.csv"), sites().replaceAll(",s\\d,", ",s0,"));

    assertThatThrownBy(() -> folder.run(BY_STATION))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("needs at least 2 groups, and 'station' has the one value 's0'");
    assertThat(folder.registry().history().events()).isEmpty();
  }

  @Test
  void more_folds_than_groups_and_a_column_that_is_not_the_group_are_refused() {
    assertThatThrownBy(
            () ->
                folder()
                    .run(
                        GROUPED.replace("leave_one_out: station", "leave_out: station, folds: 13")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("needs at least 13 groups, and 'station' has 12 values");
    assertThatThrownBy(
            () -> folder().run(GROUPED.replace("leave_one_out: station", "leave_one_out: coast")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("'coast', which is not the group column")
        .hasMessageContaining("The group column is 'station'");
  }

  @Test
  void a_group_without_which_a_label_cannot_be_learned_is_named() throws IOException {
    ExperimentFolder folder = new ExperimentFolder(temporary);
    StringBuilder csv = new StringBuilder("id,station,site,rain\n");
    for (int row = 0; row < 300; row++) {
      int station = row % 10;
      boolean rain = station == 4 && row % 20 == 4;
      csv.append("r%d,s%d,site%d,%d%n".formatted(row, station, row % 7, rain ? 1 : 0));
    }
    Files.writeString(folder.file("weather.csv"), csv.toString());

    assertThatThrownBy(() -> folder.run(BY_STATION))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("without 's4' there is no row with the label 'rain' to learn from");
    assertThat(folder.registry().history().events()).isEmpty();
  }

  private static double figure(JsonNode verdict, String holdout, String metric) {
    return side(verdict, holdout, metric, "candidate");
  }

  private static double side(JsonNode verdict, String holdout, String metric, String side) {
    for (JsonNode set : verdict.get("holdouts")) {
      if (set.get("name").asString().equals(holdout)) {
        for (JsonNode figure : set.get("figures")) {
          if (figure.get("metric").asString().equals(metric)) {
            return figure.get(side).asDouble();
          }
        }
      }
    }
    throw new AssertionError("No " + metric + " on " + holdout + ".");
  }

  private static byte[] verdictBytes(RunResult run) {
    try {
      return Files.readAllBytes(run.folder().resolve("verdict.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folds that are kept, with the instant at which each was written. */
  private static Map<String, Long> folds(ExperimentFolder folder) {
    Map<String, Long> folds = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder.home().resolve("folds"))) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        folds.put(file.toString(), Files.getLastModifiedTime(file).toMillis());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folds;
  }
}
