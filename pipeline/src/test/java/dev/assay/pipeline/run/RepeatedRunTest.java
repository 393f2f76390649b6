package dev.assay.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.gate.Decision;
import dev.assay.registry.Registry;
import dev.assay.registry.history.EventKind;
import dev.assay.registry.history.HistoryEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a repetition of a recorded run says when the world is no longer as that run left it. */
class RepeatedRunTest {

  private static final String FIRST = ExperimentFolder.EXPERIMENT;
  private static final String SECOND = FIRST.replace("rounds: 25", "rounds: 60");

  @TempDir Path temporary;
  private ExperimentFolder folder;
  private RunResult first;

  @BeforeEach
  void promote_a_candidate() {
    folder = new ExperimentFolder(temporary).holding(WeatherTable.of(1_200));
    first = folder.run(FIRST);
    assertThat(first.isPromoted()).isTrue();
  }

  private Promotions promotions() {
    return new Promotions(folder.surroundings());
  }

  @Test
  void after_a_rollback_the_candidate_is_said_to_be_champion_no_more_and_is_not_promoted_again() {
    promotions().rollBack("false alarms doubled");
    List<HistoryEvent> events = folder.registry().history().events();

    RunResult again = folder.run(FIRST);

    assertThat(again.runId()).isEqualTo(first.runId());
    assertThat(again.verdict().decision()).isEqualTo(Decision.PROMOTE);
    assertThat(again.isPromoted()).isFalse();
    assertThat(again.ending())
        .isInstanceOfSatisfying(
            RunEnding.NoLongerChampion.class,
            ending -> {
              assertThat(ending.since().kind()).isEqualTo(EventKind.ROLLBACK);
              assertThat(ending.since().reason()).isEqualTo("false alarms doubled");
            });
    assertThat(folder.registry().history().events()).isEqualTo(events);
    assertThat(folder.registry().history().champion()).contains(first.champion());
  }

  @Test
  void once_it_is_promoted_again_by_hand_the_repetition_says_promoted() {
    promotions().rollBack("false alarms doubled");
    promotions().force(first.candidate(), "the alarms were true");

    RunResult again = folder.run(FIRST);

    assertThat(again.ending()).isInstanceOf(RunEnding.Repeated.class);
    assertThat(again.isPromoted()).isTrue();
  }

  @Test
  void of_two_runs_of_the_same_inputs_the_one_against_the_present_champion_is_repeated() {
    RunResult second = folder.run(SECOND);
    if (!second.isPromoted()) {
      promotions().force(second.candidate(), "to be judged against");
    }
    RunResult anew = folder.run(FIRST);
    assertThat(anew.runId()).isNotEqualTo(first.runId());
    Registry registry = folder.registry();
    while (!registry.history().champion().orElseThrow().equals(first.champion())) {
      promotions().rollBack("back to the baseline");
    }

    RunResult again = folder.run(FIRST);

    assertThat(again.runId()).isEqualTo(first.runId());
    assertThat(again.ending()).isInstanceOf(RunEnding.NoLongerChampion.class);
    assertThat(registry.runs().all()).hasSize(3);
  }

  @Test
  void a_verdict_that_is_not_the_recorded_one_holds_and_names_what_differs() throws Exception {
    Path report = first.folder().resolve("verdict.json");
    String verdict = Files.readString(report);
    record(verdict.replaceFirst("\"sentence\": \"f1 on test", "\"sentence\": \"f1 on quest"));

    RunResult again = folder.run(FIRST);

    assertThat(again.isPromoted()).isFalse();
    assertThat(again.ending())
        .isInstanceOfSatisfying(
            RunEnding.Irreproducible.class,
            ending -> assertThat(ending.places()).containsExactly("checks[0].sentence"));
    assertThat(report).hasContent(verdict);
    assertThat(again.folder()).isNotEqualTo(first.folder());
    assertThat(again.folder().resolve("verdict.json")).hasContent(verdict);
  }

  /** Puts another verdict on record; the database's guard has to go first. */
  private void record(String verdict) throws Exception {
    String hash = folder.registry().objects().put(verdict.getBytes(StandardCharsets.UTF_8));
    try (Connection sqlite =
            DriverManager.getConnection("jdbc:sqlite:" + folder.home().resolve("assay.db"));
        Statement statement = sqlite.createStatement()) {
      statement.execute("DROP TRIGGER run_refuses_update");
      try (PreparedStatement update =
          sqlite.prepareStatement("UPDATE run SET verdict_object = ?")) {
        update.setString(1, hash);
        assertThat(update.executeUpdate()).isEqualTo(1);
      }
    }
  }
}
