package dev.assay.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.gate.Decision;
import dev.assay.registry.Registry;
import dev.assay.registry.history.EventKind;
import dev.assay.registry.history.HistoryEvent;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SuccessionTest {

  private static final WeatherTable TABLE = WeatherTable.of(1_200);
  private static final WeatherTable LEGACY = WeatherTable.named("legacy", 5, 400);

  private static final String FROZEN =
      ExperimentFolder.HEAD
          + """
          holdouts:
            legacy: { frozen: legacy.csv }
          gates:
            - { name: legacy, metric: f1, on: legacy, lose_at_most: 0.02 }
          """;

  @TempDir Path temporary;

  private ExperimentFolder folder() {
    ExperimentFolder folder = new ExperimentFolder(temporary).holding(TABLE);
    LEGACY.write(folder.file("legacy.csv"));
    return folder;
  }

  @Test
  void a_candidate_of_fewer_rounds_is_held_and_the_champion_stays() {
    ExperimentFolder folder = folder();
    RunResult champion = folder.run(FROZEN);

    RunResult run = folder.run(FROZEN.replace("rounds: 25, depth: 3", "rounds: 2, depth: 2"));

    assertThat(run.champion()).isEqualTo(champion.candidate());
    assertThat(run.verdict().decision()).isEqualTo(Decision.HOLD);
    assertThat(run.verdict().reasonsToHold()).singleElement().asString().startsWith("legacy: f1");
    Registry registry = folder.registry();
    assertThat(registry.history().champion()).contains(champion.candidate());
    assertThat(registry.history().events())
        .extracting(HistoryEvent::kind)
        .containsExactly(EventKind.BASELINE, EventKind.PROMOTE, EventKind.HOLD);
    assertThat(registry.history().events().getLast().bundle()).isEqualTo(run.candidate());
  }

  @Test
  void a_candidate_that_was_trained_on_shuffled_labels_is_held() {
    ExperimentFolder folder = folder();
    RunResult champion = folder.run(FROZEN);

    RunResult run = folder.holding(TABLE.shuffled("rain")).run(FROZEN);

    assertThat(run.champion()).isEqualTo(champion.candidate());
    assertThat(run.isPromoted()).isFalse();
    assertThat(folder.registry().history().champion()).contains(champion.candidate());
  }

  @Test
  void a_rollback_gives_the_place_back_and_the_next_candidate_is_judged_against_it() {
    ExperimentFolder folder = folder();
    RunResult first = folder.run(FROZEN);
    RunResult second = folder.run(FROZEN.replace("rounds: 25", "rounds: 60"));
    assertThat(second.isPromoted()).isTrue();

    new Promotions(folder.surroundings()).rollBack("the second was promoted in error");

    assertThat(folder.registry().history().champion()).contains(first.candidate());
    RunResult third = folder.run(FROZEN.replace("rounds: 25", "rounds: 40"));
    assertThat(third.champion()).isEqualTo(first.candidate());
  }

  @Test
  void a_champion_that_was_read_back_scores_a_frozen_holdout_as_it_did_as_candidate()
      throws Exception {
    ExperimentFolder folder = folder();
    RunResult first = folder.run(FROZEN);

    RunResult second = folder.run(FROZEN.replace("rounds: 25", "rounds: 60"));

    assertThat(second.champion()).isEqualTo(first.candidate());
    assertThat(legacy(second).get("champion_scores_hash"))
        .isEqualTo(legacy(first).get("candidate_scores_hash"))
        .isNotEqualTo(legacy(second).get("candidate_scores_hash"));
    assertThat(scores(second, "champion_score_rain"))
        .isEqualTo(scores(first, "score_rain"))
        .hasSize(LEGACY.size())
        .isNotEqualTo(scores(second, "score_rain"));
  }

  private static JsonNode legacy(RunResult run) {
    for (JsonNode holdout : ExperimentFolder.verdict(run).get("holdouts")) {
      if (holdout.get("name").asString().equals("legacy")) {
        return holdout;
      }
    }
    throw new AssertionError("The verdict has no legacy holdout.");
  }

  private static List<String> scores(RunResult run, String column) throws Exception {
    List<String> scores = new ArrayList<>();
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT id, %s FROM '%s' WHERE holdout = 'legacy' ORDER BY id"
                    .formatted(column, run.folder().resolve("predictions.parquet")))) {
      while (rows.next()) {
        scores.add(rows.getString(1) + " " + rows.getFloat(2));
      }
    }
    return scores;
  }

  @Test
  void a_champion_whose_recorded_scores_do_not_come_back_holds_the_run() throws Exception {
    ExperimentFolder folder = folder();
    folder.run(FROZEN);
    falsifyRecordedScores(folder);

    RunResult second = folder.run(FROZEN.replace("rounds: 25", "rounds: 60"));

    assertThat(second.isPromoted()).isFalse();
    assertThat(second.verdict().reasonsToHold())
        .singleElement()
        .asString()
        .contains("does not reproduce its recorded scores on 'legacy'");
  }

  /** The database refuses to change what is on record, so its guard has to go first. */
  private static void falsifyRecordedScores(ExperimentFolder folder) throws Exception {
    try (Connection sqlite =
            DriverManager.getConnection("jdbc:sqlite:" + folder.home().resolve("assay.db"));
        Statement statement = sqlite.createStatement()) {
      List<String> guards = new ArrayList<>();
      try (ResultSet triggers =
          statement.executeQuery(
              "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name ="
                  + " 'recorded_scores'")) {
        while (triggers.next()) {
          guards.add(triggers.getString(1));
        }
      }
      assertThat(guards).isNotEmpty();
      for (String guard : guards) {
        statement.execute("DROP TRIGGER " + guard);
      }
      try (PreparedStatement update =
          sqlite.prepareStatement("UPDATE recorded_scores SET scores_hash = ?")) {
        update.setString(1, "0".repeat(64));
        assertThat(update.executeUpdate()).isPositive();
      }
    }
  }
}
