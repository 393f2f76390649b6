package dev.assay.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.registry.history.HistoryEvent;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Nobody is stuck with a champion for weeks without being told. */
class StuckChampionTest {

  private static final LocalDate PROMOTED = WeatherTable.FIRST_DAY.plusDays(89);

  private static final String WEEKLY =
      ExperimentFolder.HEAD.replace("  id: id\n", "  id: id\n  time: day\n")
          + "holdouts: { recent: { last: 14d } }\n"
          + "gates: [{ name: no loss, metric: f1, on: recent, lose_at_most: 0.02 }]\n";

  private static final String UNREACHABLE = WEEKLY.replace("lose_at_most: 0.02", "at_least: 1.0");

  @TempDir Path temporary;
  private ExperimentFolder folder;

  @BeforeEach
  void promote_a_champion() {
    folder = new ExperimentFolder(temporary).holding(WeatherTable.of(1_500));
    assertThat(folder.run(WEEKLY, PROMOTED).isPromoted()).isTrue();
  }

  @Test
  void a_week_is_replayed_with_what_was_known_then() {
    LocalDate week = PROMOTED.plusDays(7);

    JsonNode verdict = ExperimentFolder.verdict(folder.run(WEEKLY, week));

    assertThat(verdict.get("as_of").asString()).isEqualTo(week.toString());
    assertThat(verdict.get("data").get("rows").asInt()).isEqualTo(97 * 12);
    assertThat(verdict.get("data").get("rows_after_as_of").asInt()).isEqualTo(1_500 - 97 * 12);
    assertThat(verdict.get("holdouts").get(1).get("rows").asInt()).isEqualTo(14 * 12);
    assertThat(verdict.get("champion").get("age_days").asInt()).isEqualTo(7);
  }

  @Test
  void from_the_third_hold_in_a_row_on_verdict_and_history_warn() {
    for (int hold = 1; hold <= 4; hold++) {
      RunResult run = folder.run(UNREACHABLE, PROMOTED.plusDays(hold));

      assertThat(run.isPromoted()).isFalse();
      String streak = hold + " candidates in a row were held";
      assertThat(run.warnings().stream().anyMatch(warning -> warning.contains(streak)))
          .as("warns at hold %d", hold)
          .isEqualTo(hold >= 3);
      JsonNode verdict = ExperimentFolder.verdict(run);
      assertThat(verdict.get("champion").get("holds_in_a_row_before").asInt()).isEqualTo(hold - 1);
      assertThat(verdict.get("warnings").toString().contains(streak)).isEqualTo(hold >= 3);
      assertThat(folder.registry().history().holdsInARow()).isEqualTo(hold);
    }
  }

  @Test
  void a_week_that_is_repeated_after_later_ones_comes_out_as_it_did() {
    folder.run(UNREACHABLE, PROMOTED.plusDays(1));
    RunResult week = folder.run(UNREACHABLE, PROMOTED.plusDays(7));
    folder.run(UNREACHABLE, PROMOTED.plusDays(14));

    RunResult again = folder.run(UNREACHABLE, PROMOTED.plusDays(7));

    assertThat(again.runId()).isEqualTo(week.runId());
    assertThat(again.ending()).isInstanceOf(RunEnding.Repeated.class);
  }

  @Test
  void a_promotion_ends_the_streak() {
    folder.run(UNREACHABLE, PROMOTED.plusDays(1));
    folder.run(UNREACHABLE, PROMOTED.plusDays(2));

    RunResult run = folder.run(WEEKLY.replace("rounds: 25", "rounds: 60"), PROMOTED.plusDays(3));

    assertThat(run.verdict().reasonsToHold()).isEmpty();
    assertThat(folder.registry().history().holdsInARow()).isZero();
  }

  @Test
  void a_hold_under_a_champion_of_four_weeks_warns_of_its_age() {
    RunResult young = folder.run(UNREACHABLE, PROMOTED.plusDays(27));
    RunResult old = folder.run(UNREACHABLE, PROMOTED.plusDays(28));

    assertThat(young.warnings()).noneMatch(warning -> warning.contains("knows nothing"));
    assertThat(old.warnings()).contains("the champion knows nothing of the last 28 days");
    assertThat(ExperimentFolder.verdict(old).get("warnings").toString())
        .contains("knows nothing of the last 28 days");
  }

  @Test
  void every_hold_stands_in_the_history_with_its_reason_and_run() {
    RunResult run = folder.run(UNREACHABLE, PROMOTED.plusDays(7));

    List<HistoryEvent> events = folder.registry().history().events();
    HistoryEvent hold = events.getLast();
    assertThat(hold.runId()).isEqualTo(run.runId());
    assertThat(hold.actor()).isEqualTo("tester");
    assertThat(hold.reason()).isEqualTo(String.join("; ", run.verdict().reasonsToHold()));
  }
}
