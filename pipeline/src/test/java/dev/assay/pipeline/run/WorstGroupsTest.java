package dev.assay.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.gate.Check;
import dev.assay.core.gate.CountGate;
import dev.assay.core.gate.Evidence;
import dev.assay.core.gate.Outcome;
import dev.assay.core.gate.SubjectSelector;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gates on the groups that came off worst in an earlier run. */
class WorstGroupsTest {

  private static final LocalDate EARLIER = WeatherTable.FIRST_DAY.plusDays(59);

  private static final String HEAD =
      """
      name: rain
      data:
        rows: { csv: weather.csv }
        id: id
        label: { rain: binary }
        group: station
        time: { column: day, horizon: 1d }
        features: [humidity, pressure, wind, cloud, dew]
      parts: { by: id }
      train: { with: xgboost, rounds: 25, depth: 3, learning_rate: 0.3, threads: 1 }
      """;

  private static final String PICKING =
      HEAD
          + """
          holdouts:
            stations: { leave_one_out: station }
          gates:
            - { name: no loss, metric: f1, on: test, lose_at_most: 0.02 }
          """;

  private static final String JUDGING =
      HEAD
          + """
          holdouts:
            stations: { leave_one_out: station, since: %s }
          gates:
            - { name: recovered, metric: f1, on: stations, among: { worst: 4, of: %s }, improve_by: 0.03, count_at_least: 3 }
            - { name: no loss, metric: f1, on: test, lose_at_most: 0.5 }
          """;

  @TempDir Path temporary;

  private ExperimentFolder folder() {
    return new ExperimentFolder(temporary).holding(WeatherTable.of(1_200));
  }

  @Test
  void the_worst_of_an_earlier_period_are_judged_on_a_later_one() {
    ExperimentFolder folder = folder();
    RunResult picking = folder.run(PICKING, EARLIER);

    RunResult judging =
        folder.run(
            JUDGING
                .formatted(EARLIER.plusDays(2), picking.runId())
                .replace("rounds: 25", "rounds: 26"));

    Check check = recovered(judging);
    SubjectSelector.NamedGroups named =
        (SubjectSelector.NamedGroups) ((CountGate) check.gate()).target().subjects();
    assertThat(named.groups()).hasSize(4).isSubsetOf(worstFirst(picking).subList(0, 4));
    assertThat(named.pickedOn()).isEqualTo(picking.runId());
    assertThat(check.evidence())
        .extracting(Evidence::note)
        .noneMatch(note -> note.contains("very holdout"));
  }

  @Test
  void the_worst_of_a_run_that_knew_the_rows_which_judge_now_decide_nothing() {
    ExperimentFolder folder = folder();
    RunResult picking = folder.run(PICKING, EARLIER);

    RunResult judging =
        folder.run(
            JUDGING
                .formatted(EARLIER.minusDays(5), picking.runId())
                .replace("rounds: 25", "rounds: 26")
                .replace(
                    "improve_by: 0.03, count_at_least: 3", "improve_by: 0, count_at_least: 1"));

    assertThat(recovered(judging).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(recovered(judging).sentence()).contains("picked on this very holdout");
  }

  @Test
  void a_run_that_is_not_on_record_holds_with_the_nearest_one() {
    ExperimentFolder folder = folder();
    RunResult picking = folder.run(PICKING, EARLIER);
    String misspelt = picking.runId().replace("rain", "rian");

    RunResult judging = folder.run(JUDGING.formatted(EARLIER.plusDays(2), misspelt));

    assertThat(judging.isPromoted()).isFalse();
    assertThat(recovered(judging).outcome()).isEqualTo(Outcome.FAIL);
    assertThat(recovered(judging).sentence())
        .contains("there is no run '" + misspelt + "' on record")
        .contains(picking.runId());
  }

  @Test
  void the_beginning_of_an_id_names_the_run_that_alone_begins_like_it() {
    ExperimentFolder folder = folder();
    RunResult picking = folder.run(PICKING, EARLIER);
    String beginning = "rain-" + EARLIER;

    RunResult judging = folder.run(JUDGING.formatted(EARLIER.plusDays(2), beginning));
    RunResult second = folder.run(PICKING.replace("rounds: 25", "rounds: 26"), EARLIER);
    RunResult doubtful =
        folder.run(
            JUDGING.formatted(EARLIER.plusDays(2), beginning).replace("rounds: 25", "rounds: 27"));

    assertThat(((CountGate) recovered(judging).gate()).target().subjects())
        .isInstanceOfSatisfying(
            SubjectSelector.NamedGroups.class,
            named -> assertThat(named.pickedOn()).isEqualTo(picking.runId()));
    assertThat(recovered(doubtful).outcome()).isEqualTo(Outcome.FAIL);
    assertThat(recovered(doubtful).sentence()).contains(picking.runId()).contains(second.runId());
  }

  @Test
  void where_fewer_groups_than_asked_for_have_the_support_the_verdict_warns() {
    ExperimentFolder folder = folder();
    RunResult picking = folder.run(PICKING, EARLIER);

    RunResult judging =
        folder.run(
            JUDGING
                .formatted(EARLIER.plusDays(2), picking.runId())
                .replace("worst: 4", "worst: 16"));

    assertThat(judging.verdict().warnings())
        .anySatisfy(
            warning ->
                assertThat(warning)
                    .startsWith("recovered: the worst 16 are asked for")
                    .contains(picking.runId())
                    .contains("of 12 groups only"));
  }

  private static Check recovered(RunResult run) {
    return run.verdict().checks().stream()
        .filter(check -> check.gate().name().equals("recovered"))
        .findFirst()
        .orElseThrow();
  }

  /** The stations of a run by their change in F1, the greatest loss first. */
  private static List<String> worstFirst(RunResult run) {
    record Station(String name, double change) {}
    List<Station> stations = new ArrayList<>();
    ExperimentFolder.verdict(run)
        .get("holdouts")
        .forEach(
            set ->
                set.get("figures")
                    .forEach(
                        figure -> {
                          if (set.get("name").asString().equals("stations")
                              && figure.get("metric").asString().equals("f1")
                              && figure.get("subject").has("group")) {
                            stations.add(
                                new Station(
                                    figure.get("subject").get("group").asString(),
                                    figure.get("difference").asDouble()));
                          }
                        }));
    return stations.stream()
        .sorted(Comparator.comparingDouble(Station::change))
        .map(Station::name)
        .toList();
  }
}
