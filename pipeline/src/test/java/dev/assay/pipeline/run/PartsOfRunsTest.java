package dev.assay.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.problem.InvalidInputException;
import dev.assay.data.parts.Part;
import dev.assay.data.parts.PartsRecord;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class PartsOfRunsTest {

  private static final WeatherTable ALL = WeatherTable.of(1_500);
  private static final WeatherTable FORMER = ALL.rows(0, 1_250);

  @TempDir Path temporary;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  group: station\n",
        "  group: station\n  time: { column: day, horizon: 2d }\n"
      })
  void a_fifth_more_rows_in_another_order_move_no_id_to_another_part(String declared) {
    String experiment = ExperimentFolder.EXPERIMENT.replace("  id: id\n", "  id: id\n" + declared);
    ExperimentFolder folder = new ExperimentFolder(temporary).holding(FORMER);
    folder.run(experiment);
    PartsRecord before = folder.parts();
    assertThat(FORMER.ids()).allMatch(id -> before.part(id).isPresent());
    assertThat(Arrays.stream(Part.values()).map(before::count)).doesNotContain(0);

    folder.holding(ALL.reordered()).run(experiment);

    PartsRecord after = folder.parts();
    assertThat(after.size()).isEqualTo(ALL.size());
    assertThat(FORMER.ids())
        .allSatisfy(id -> assertThat(after.part(id)).isEqualTo(before.part(id)));
  }

  @Test
  void the_parts_of_a_shuffled_file_are_those_of_the_file_in_a_home_that_knows_neither() {
    ExperimentFolder sorted = new ExperimentFolder(temporary).holding(FORMER);
    sorted.run(ExperimentFolder.EXPERIMENT);
    Path elsewhere = temporary.resolve("elsewhere");
    assertThat(elsewhere.toFile().mkdir()).isTrue();

    ExperimentFolder shuffled = new ExperimentFolder(elsewhere).holding(FORMER.reordered());
    shuffled.run(ExperimentFolder.EXPERIMENT);

    PartsRecord expected = sorted.parts();
    PartsRecord found = shuffled.parts();
    assertThat(FORMER.ids())
        .allSatisfy(id -> assertThat(found.part(id)).isEqualTo(expected.part(id)));
  }

  @Test
  void what_a_run_trains_on_are_the_recorded_parts() {
    ExperimentFolder folder = new ExperimentFolder(temporary).holding(FORMER);

    JsonNode verdict = ExperimentFolder.verdict(folder.run(ExperimentFolder.EXPERIMENT));

    PartsRecord record = folder.parts();
    for (Part part : Part.values()) {
      assertThat(verdict.get("parts").get(part.word()).get("kept").asInt())
          .isEqualTo(record.count(part));
    }
  }

  @Test
  void rows_that_the_champion_was_trained_on_leave_the_comparison_and_are_counted() {
    String dated = ExperimentFolder.EXPERIMENT.replace("  id: id\n", "  id: id\n  time: day\n");
    ExperimentFolder folder = new ExperimentFolder(temporary).holding(ALL);
    folder.run(dated);
    WeatherTable recent = ALL.rows(ALL.size() - 240, ALL.size());
    PartsRecord record = folder.parts();
    long seen =
        recent.ids().stream()
            .filter(id -> record.part(id).filter(part -> part != Part.TEST).isPresent())
            .count();

    RunResult run =
        folder.run(
            dated
                .replace("gates:", "holdouts: { recent: { last: 20d } }\ngates:")
                .replace("on: test, lose", "on: recent, lose"));

    JsonNode holdout = ExperimentFolder.verdict(run).get("holdouts").get(1);
    assertThat(holdout.get("name").asString()).isEqualTo("recent");
    assertThat(holdout.get("rows").asInt()).isEqualTo(recent.size());
    assertThat(holdout.get("exposure").get("removed_candidate").asLong()).isZero();
    assertThat(holdout.get("exposure").get("removed_champion").asLong())
        .isEqualTo(seen)
        .isBetween(1L, recent.size() - 1L);
    assertThat(holdout.get("compared").get("rows").asLong()).isEqualTo(recent.size() - seen);
  }

  @Test
  void a_holdout_of_which_the_champion_has_seen_every_row_ends_the_run() {
    ExperimentFolder folder = new ExperimentFolder(temporary).holding(FORMER);
    WeatherTable.named("legacy", 5, 300).write(folder.file("legacy.csv"));
    String all =
        ExperimentFolder.HEAD.replace("  id: id\n", "  id: id\n  time: day\n")
            + "parts: { train: 0.8, validation: 0.2, test: 0 }\n"
            + "gates: [{ name: good, metric: f1, on: legacy, at_least: 0.5 }]\n"
            + "holdouts:\n  legacy: { frozen: legacy.csv }\n";
    RunResult champion = folder.run(all);

    assertThatThrownBy(() -> folder.run(all + "  recent: { last: 5d }\n"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("holdout 'recent'")
        .hasMessageContaining("no row is left");

    assertThat(champion.isPromoted()).isTrue();
    assertThat(folder.registry().runs().all()).hasSize(1);
    assertThat(folder.registry().history().champion()).contains(champion.candidate());
  }

  @Test
  void where_no_row_is_left_to_judge_on_the_run_ends_before_anything_is_trained() {
    ExperimentFolder folder = new ExperimentFolder(temporary).holding(FORMER);

    assertThatThrownBy(
            () ->
                folder.run(
                    ExperimentFolder.EXPERIMENT
                        + "parts: { train: 0.8, validation: 0.2, test: 0 }\n"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("to judge a candidate on");

    assertThat(folder.registry().history().events()).isEmpty();
    assertThat(folder.registry().ledger().entries()).isEmpty();
  }
}
