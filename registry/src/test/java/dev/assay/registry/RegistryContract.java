package dev.assay.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.bundle.Bundle;
import dev.assay.core.gate.Decision;
import dev.assay.core.ledger.Agreement;
import dev.assay.core.ledger.ConfigurationDifference;
import dev.assay.core.ledger.EffectRange;
import dev.assay.core.ledger.ExpectedEffect;
import dev.assay.core.ledger.LedgerEntry;
import dev.assay.core.ledger.LedgerState;
import dev.assay.core.ledger.MeasuredEffect;
import dev.assay.core.metric.MetricValue;
import dev.assay.core.noise.NoiseFloor;
import dev.assay.core.noise.SeedFigure;
import dev.assay.core.noise.SeedNoise;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.registry.bundle.BundleStore;
import dev.assay.registry.history.EventKind;
import dev.assay.registry.history.HistoryEvent;
import dev.assay.registry.history.HistoryRequest.Hold;
import dev.assay.registry.history.HistoryRequest.Promote;
import dev.assay.registry.history.Promotion;
import dev.assay.registry.history.Rollback;
import dev.assay.registry.history.Standing;
import dev.assay.registry.noise.NoiseMeasurement;
import dev.assay.registry.object.DamagedStoreException;
import dev.assay.registry.object.ObjectStore;
import dev.assay.registry.object.StoredObject;
import dev.assay.registry.run.Finish;
import dev.assay.registry.run.Judgement;
import dev.assay.registry.run.RecordedScores;
import dev.assay.registry.run.RunLock;
import dev.assay.registry.run.RunOutcome;
import dev.assay.registry.run.RunRecord;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a registry does, whatever database its records lie in. */
abstract class RegistryContract {

  private static final ExpectedEffect GAIN =
      new ExpectedEffect("f1", "recent", new EffectRange(0.02, 0.10));

  @TempDir Path home;
  private final ManualClock clock = new ManualClock();
  private String url;
  private Registry registry;

  /** The URL of an empty database. */
  abstract String emptyDatabase(Path folder) throws SQLException;

  @BeforeEach
  void open() throws SQLException {
    url = emptyDatabase(home);
    registry = Registry.open(home, url, clock);
  }

  // The champion

  @Test
  void a_new_registry_has_no_champion_and_no_history() {
    assertThat(registry.history().champion()).isEmpty();
    assertThat(registry.history().championAge()).isEmpty();
    assertThat(registry.history().events()).isEmpty();
  }

  @Test
  void a_promoted_candidate_is_champion_for_whoever_opens_the_registry_next() {
    String first = store("first");
    String second = store("second");
    promote(Promote.baseline(first, "ada", null));

    Promotion promotion = registry.history().promote(Promote.passed(second, first, "ada", "run-2"));

    HistoryEvent event =
        new HistoryEvent(
            2,
            EventKind.PROMOTE,
            second,
            first,
            "ada",
            "all gates passed",
            "run-2",
            Decision.PROMOTE,
            Samples.NOON);
    assertThat(promotion).isEqualTo(new Promotion.Promoted(event));
    Registry reopened = Registry.open(home, url, clock);
    assertThat(reopened.history().champion()).contains(second);
    assertThat(reopened.history().events()).hasSize(2).last().isEqualTo(event);
  }

  @Test
  void a_candidate_that_was_judged_against_a_former_champion_loses_the_race() {
    String first = store("first");
    String second = store("second");
    String late = store("late");
    promote(Promote.baseline(first, "ada", null));
    promote(Promote.passed(second, first, "ada", "run-2"));

    assertThat(registry.history().promote(Promote.passed(late, first, "bob", "run-3")))
        .isEqualTo(new Promotion.LostRace(second));
    assertThat(registry.history().promote(Promote.baseline(late, "bob", null)))
        .isEqualTo(new Promotion.LostRace(second));
    assertThat(registry.history().events()).hasSize(2);
  }

  @Test
  void promoting_the_champion_again_changes_nothing() {
    String first = store("first");
    promote(Promote.baseline(first, "ada", null));

    assertThat(registry.history().promote(Promote.passed(first, first, "ada", "run-2")))
        .isEqualTo(new Promotion.AlreadyChampion(first));
    assertThat(registry.history().events()).hasSize(1);
  }

  @Test
  void a_bundle_that_is_not_stored_whole_is_never_promoted() {
    String unknown = BundleStore.hash(Samples.bundle("never stored"));
    String damaged = store("damaged");
    registry.objects().delete(weightsObject(damaged));

    assertThatThrownBy(() -> promote(Promote.baseline(unknown, "ada", null)))
        .isInstanceOf(DamagedStoreException.class);
    assertThatThrownBy(() -> promote(Promote.baseline(damaged, "ada", null)))
        .isInstanceOf(DamagedStoreException.class);
    assertThat(registry.history().champion()).isEmpty();
  }

  @Test
  void a_forced_promotion_is_on_record_with_its_reason_and_the_verdict_that_it_overrode() {
    String first = store("first");
    String second = store("second");
    promote(Promote.baseline(first, "ada", null));

    promote(
        Promote.forced(second, first, "bob", "the old one times out").of("run-2", Decision.HOLD));

    assertThat(registry.history().events().get(1))
        .returns(EventKind.FORCED_PROMOTE, HistoryEvent::kind)
        .returns("the old one times out", HistoryEvent::reason)
        .returns(Decision.HOLD, HistoryEvent::verdict);
  }

  @Test
  void eight_processes_that_promote_at_once_leave_one_winner() throws Exception {
    Path freshHome = home.resolve("fresh");
    String freshUrl = emptyDatabase(freshHome);
    BundleStore bundles = new BundleStore(new ObjectStore(freshHome.resolve("objects")));
    List<String> candidates = new ArrayList<>();
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      candidates.add(bundles.store(Samples.bundle("candidate " + i)));
      processes.add(
          Processes.start(PromoteOnce.class, freshHome.toString(), freshUrl, candidates.get(i)));
    }
    for (Process process : processes) {
      assertThat(Processes.line(process)).isEqualTo("ready");
    }
    for (Process process : processes) {
      process.getOutputStream().write('\n');
      process.getOutputStream().flush();
    }

    List<Integer> results = new ArrayList<>();
    for (Process process : processes) {
      results.add(process.waitFor());
    }

    assertThat(results).containsExactlyInAnyOrder(10, 11, 11, 11, 11, 11, 11, 11);
    Registry raced = Registry.open(freshHome, freshUrl, clock);
    assertThat(raced.history().events()).hasSize(1);
    assertThat(raced.history().champion()).contains(candidates.get(results.indexOf(10)));
  }

  @Test
  void threads_that_promote_at_once_leave_one_winner() {
    String first = store("first");
    promote(Promote.baseline(first, "ada", null));
    List<String> candidates = IntStream.range(0, 8).mapToObj(i -> store("candidate " + i)).toList();

    List<Promotion> promotions =
        candidates.parallelStream()
            .map(each -> registry.history().promote(Promote.passed(each, first, "ada", "r")))
            .toList();

    assertThat(promotions)
        .filteredOn(Promotion.Promoted.class::isInstance)
        .singleElement()
        .extracting(won -> ((Promotion.Promoted) won).event().bundle())
        .isEqualTo(registry.history().champion().orElseThrow());
  }

  // Rollback

  @Test
  void a_rollback_gives_the_place_back_and_a_second_one_goes_further_back() {
    String first = store("first");
    String second = store("second");
    String third = store("third");
    promote(Promote.baseline(first, "ada", null));
    promote(Promote.passed(second, first, "ada", "run-2"));
    promote(Promote.passed(third, second, "ada", "run-3"));

    assertThat(registry.history().rollback("bob", "complaints"))
        .isInstanceOfSatisfying(
            Rollback.RolledBack.class,
            done ->
                assertThat(done.event())
                    .returns(second, HistoryEvent::bundle)
                    .returns(third, HistoryEvent::previousChampion)
                    .returns("complaints", HistoryEvent::reason));
    registry.history().rollback("bob", "more complaints");

    assertThat(registry.history().champion()).contains(first);
    assertThat(registry.history().rollback("bob", "even more"))
        .isEqualTo(new Rollback.NoFormerChampion(first));
    assertThat(registry.history().events()).hasSize(5);
  }

  @Test
  void after_a_rollback_and_a_promotion_the_former_champion_is_the_one_before_that_promotion() {
    String first = store("first");
    String second = store("second");
    String third = store("third");
    promote(Promote.baseline(first, "ada", null));
    promote(Promote.passed(second, first, "ada", "run-2"));
    registry.history().rollback("bob", "complaints");
    promote(Promote.passed(third, first, "ada", "run-3"));

    registry.history().rollback("bob", "complaints again");

    assertThat(registry.history().champion()).contains(first);
  }

  @Test
  void a_bundle_stands_as_the_latest_that_happened_to_it_says() {
    String first = store("first");
    String second = store("second");
    promote(Promote.baseline(first, "ada", null));
    assertThat(registry.history().standing(first)).isInstanceOf(Standing.Promoted.class);
    assertThat(registry.history().standing(second)).isEqualTo(new Standing.Unjudged());

    hold("run-2", second);
    assertThat(registry.history().standing(second))
        .isEqualTo(new Standing.Held(registry.history().events().getLast()));

    promote(Promote.forced(second, first, "ada", "agreed"));
    assertThat(registry.history().standing(second)).isInstanceOf(Standing.Promoted.class);
    assertThat(registry.history().standing(first))
        .as("its place was taken, which says nothing against it")
        .isInstanceOf(Standing.Promoted.class);
    hold("run-3", second);
    assertThat(registry.history().standing(second))
        .as("a champion that is judged again stays champion")
        .isInstanceOf(Standing.Promoted.class);

    registry.history().rollback("bob", "complaints");
    assertThat(registry.history().standing(second))
        .isEqualTo(new Standing.RolledBack(registry.history().events().getLast()));
    assertThat(registry.history().standing(first)).isInstanceOf(Standing.Promoted.class);
  }

  @Test
  void there_is_nothing_to_go_back_to_before_the_first_champion() {
    assertThat(registry.history().rollback("bob", "a try"))
        .isEqualTo(new Rollback.NoFormerChampion(null));
  }

  @Test
  void a_rollback_to_a_damaged_bundle_is_refused_and_the_champion_stays() {
    String first = store("first");
    String second = store("second");
    promote(Promote.baseline(first, "ada", null));
    promote(Promote.passed(second, first, "ada", "run-2"));
    registry.objects().delete(weightsObject(first));

    assertThatThrownBy(() -> registry.history().rollback("bob", "complaints"))
        .isInstanceOf(DamagedStoreException.class);
    assertThat(registry.history().champion()).contains(second);
  }

  // Runs

  @Test
  void a_finished_run_is_found_by_id_inputs_and_experiment() {
    RunRecord first = finish("run-1", Decision.HOLD);
    RunRecord second = finish("run-2", Decision.HOLD);

    assertThat(registry.runs().run("run-1")).contains(first);
    assertThat(registry.runs().byInputs("inputs of run-1")).containsExactly(first);
    assertThat(registry.runs().last("weekly-forecast")).contains(second);
    assertThat(registry.runs().last("another")).isEmpty();
    assertThat(registry.runs().all()).containsExactly(first, second);
  }

  @Test
  void a_run_that_passed_promotes_and_a_run_that_did_not_is_held() {
    finish("run-1", Decision.PROMOTE);
    clock.advance(Duration.ofDays(33));
    finish("run-2", Decision.HOLD);
    finish("run-3", Decision.HOLD);

    assertThat(registry.history().events())
        .extracting(HistoryEvent::kind)
        .containsExactly(EventKind.PROMOTE, EventKind.HOLD, EventKind.HOLD);
    assertThat(registry.history().champion()).contains(hash("candidate of run-1"));
    assertThat(registry.history().holdsInARow()).isEqualTo(2);
    assertThat(registry.history().championAge()).contains(Duration.ofDays(33));

    finish("run-4", Decision.PROMOTE);
    assertThat(registry.history().holdsInARow()).isZero();
    assertThat(registry.history().championAge()).contains(Duration.ZERO);
  }

  @Test
  void a_run_whose_champion_was_replaced_meanwhile_is_kept_and_its_candidate_held() {
    String first = store("first");
    promote(Promote.baseline(first, "ada", null));
    String late = store("late");
    RunRecord run = Samples.run(registry, "run-late", late, Decision.PROMOTE);
    finish("run-2", Decision.PROMOTE);

    Finish finish =
        registry.finish(
            new RunOutcome(
                run, List.of(), List.of(), null, Promote.passed(late, first, "ada", "run-late")));

    assertThat(finish)
        .isInstanceOfSatisfying(
            Finish.LostRace.class,
            lost -> {
              assertThat(lost.champion()).isEqualTo(hash("candidate of run-2"));
              assertThat(lost.event().kind()).isEqualTo(EventKind.HOLD);
              assertThat(lost.event().reason()).contains("champion changed");
              assertThat(lost.event().verdict()).isEqualTo(Decision.PROMOTE);
            });
    assertThat(registry.runs().run("run-late")).contains(run);
    assertThat(registry.history().champion()).contains(hash("candidate of run-2"));
  }

  @Test
  void a_run_that_cannot_be_written_whole_leaves_nothing_behind() {
    String candidate = store("candidate");
    RunOutcome outcome =
        new RunOutcome(
            Samples.run(registry, "run-1", candidate, Decision.PROMOTE),
            List.of(new Judgement(candidate, "recent", "h1")),
            List.of(),
            new RunOutcome.Measurement("E99", ConfigurationDifference.none(), List.of()),
            Promote.passed(candidate, null, "ada", "run-1"));

    assertThatThrownBy(() -> registry.finish(outcome))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("E99");

    assertThat(registry.runs().all()).isEmpty();
    assertThat(registry.history().events()).isEmpty();
    assertThat(registry.judgements().others("h1", "x")).isZero();
  }

  // Judgements

  @Test
  void a_holdout_is_worn_by_each_other_candidate_that_was_judged_on_it_once() {
    judge("run-1", "a", "h1", "s1");
    judge("run-2", "b", "h1", "s2");
    judge("run-3", "a", "h1", "s3");
    judge("run-4", "c", "h2", "s4");

    assertThat(registry.judgements().others("h1", "c")).isEqualTo(2);
    assertThat(registry.judgements().others("h1", "a")).isEqualTo(1);
    assertThat(registry.judgements().others("h3", "a")).isZero();
    assertThat(registry.judgements().othersBefore("run-2", "h1", "b")).isEqualTo(1);
    assertThat(registry.judgements().othersBefore("run-1", "h1", "a")).isZero();
  }

  @Test
  void the_scores_that_were_recorded_first_are_the_ones_to_reproduce() {
    judge("run-1", "a", "h1", "s1");
    judge("run-2", "a", "h1", "s2");

    assertThat(registry.judgements().recordedScores("a", "h1")).contains("s1");
    assertThat(registry.judgements().recordedScores("a", "h2")).isEmpty();
  }

  // The ledger

  @Test
  void a_plan_is_frozen_under_the_time_of_the_clock_and_compared_once_it_was_run() {
    LedgerEntry planned = registry.ledger().plan(draft("More countries help.", null));
    assertThat(planned.id()).isEqualTo("E1");
    assertThat(planned.plan().frozenAt()).isEqualTo(Samples.NOON);
    assertThat(registry.ledger().planned("weekly-forecast")).contains(planned);
    assertThat(planned.agreement(GAIN)).isEqualTo(Agreement.UNDECIDED);

    clock.advance(Duration.ofHours(1));
    ConfigurationDifference difference =
        ConfigurationDifference.between(
            Map.of("train", Map.of("depth", 4)), Map.of("train", Map.of("depth", 6, "rounds", 9)));
    MeasuredEffect effect = effect(0.005, 0.001, 0.012);
    MeasuredEffect undefined =
        new MeasuredEffect(
            "roc_auc",
            "recent",
            MetricValue.undefined("no positive in 17 rows"),
            MetricValue.undefined("no positive in 17 rows"),
            null,
            null);
    finish("run-1", "E1", difference, List.of(effect, undefined));

    LedgerEntry run = registry.ledger().entry("E1").orElseThrow();
    assertThat(run.plan()).isEqualTo(planned.plan());
    assertThat(run.state())
        .isEqualTo(
            new LedgerState.Run(
                "run-1",
                difference,
                List.of(effect, undefined),
                Decision.HOLD,
                Samples.NOON.plus(Duration.ofHours(1))));
    assertThat(run.agreement(GAIN)).isEqualTo(Agreement.BELOW);
    assertThat(registry.ledger().planned("weekly-forecast")).isEmpty();
  }

  @Test
  void an_entry_is_run_once() {
    registry.ledger().plan(draft("More countries help.", null));
    finish("run-1", "E1", ConfigurationDifference.none(), List.of());

    assertThatThrownBy(() -> finish("run-2", "E1", ConfigurationDifference.none(), List.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("run-1");
    assertThat(registry.runs().all()).hasSize(1);
  }

  @Test
  void a_superseded_plan_names_its_successor_and_cannot_be_run() {
    registry.ledger().plan(draft("More countries help.", null));

    LedgerEntry successor =
        registry.ledger().supersede("E1", draft("Ten more countries help.", null));

    assertThat(successor.id()).isEqualTo("E2");
    assertThat(registry.ledger().entry("E1").orElseThrow().state())
        .isEqualTo(new LedgerState.Superseded("E2", Samples.NOON));
    assertThatThrownBy(() -> finish("run-1", "E1", ConfigurationDifference.none(), List.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("E2");
    assertThatThrownBy(() -> registry.ledger().supersede("E1", draft("Again.", null)))
        .isInstanceOf(InvalidInputException.class);
    assertThat(registry.ledger().entries()).hasSize(2);
  }

  @Test
  void the_latest_lesson_counts() {
    registry.ledger().plan(draft("More countries help.", null));
    registry.ledger().learn("E1", "They did not.", List.of(), "ada");

    LedgerEntry entry =
        registry.ledger().learn("E1", "They did, a little.", List.of("Try the neighbours."), "bob");

    assertThat(entry.lesson().text()).isEqualTo("They did, a little.");
    assertThat(entry.lesson().next()).containsExactly("Try the neighbours.");
    assertThat(registry.ledger().entries()).containsExactly(entry);
  }

  @Test
  void a_plan_builds_on_a_run_that_there_was() {
    finish("run-1", Decision.HOLD);

    assertThat(registry.ledger().plan(draft("Deeper trees help.", "run-1")).plan().buildsOn())
        .isEqualTo("run-1");
    assertThatThrownBy(() -> registry.ledger().plan(draft("Deeper trees help.", "run-2")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("Did you mean 'run-1'?");
  }

  // Records

  @Test
  void the_database_itself_refuses_to_change_or_remove_a_record_of_any_table() throws SQLException {
    fillEveryTable();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      List<String> tables = tables(connection);
      assertThat(tables).hasSize(10);
      for (String table : tables) {
        String column = identifying(table);
        assertThatThrownBy(
                () -> statement.executeUpdate("UPDATE " + table + " SET " + column + " = 'forged'"))
            .hasMessageContaining(table + " is append-only");
        assertThatThrownBy(() -> statement.executeUpdate("DELETE FROM " + table))
            .hasMessageContaining(table + " is append-only");
      }
    }
  }

  private static String identifying(String table) {
    if (table.startsWith("ledger")) {
      return "entry_id";
    }
    return switch (table) {
      case "noise" -> "champion";
      case "noise_floor" -> "holdout";
      default -> "run_id";
    };
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet rows =
        connection
            .getMetaData()
            .getTables(null, connection.getSchema(), "%", new String[] {"TABLE"})) {
      while (rows.next()) {
        tables.add(rows.getString("TABLE_NAME"));
      }
    }
    tables.remove("flyway_schema_history");
    return tables;
  }

  @Test
  void the_database_itself_refuses_a_gap_and_a_second_event_of_a_number() throws SQLException {
    promote(Promote.baseline(store("first"), "ada", null));
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (int sequence : new int[] {0, 1, 3}) {
        assertThatThrownBy(
                () ->
                    statement.executeUpdate(
                        "INSERT INTO history (sequence, kind, bundle, actor, reason, happened_at)"
                            + " VALUES ("
                            + sequence
                            + ", 'PROMOTE', 'b', 'a', 'r', 't')"))
            .hasMessageContaining("no gap");
      }
    }
  }

  @Test
  void a_database_of_a_newer_assay_is_refused_with_advice() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,"
              + " installed_by, execution_time, success)"
              + " VALUES (99, '99', 'later', 'SQL', 'V99__later.sql', 'x', 1, "
              + (url.contains("sqlite") ? "1" : "true")
              + ")");
    }

    assertThatThrownBy(() -> Registry.open(home, url, clock))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("newer");
  }

  @Test
  void the_schema_that_the_program_knows_is_the_one_that_it_makes() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT MAX(CAST(version AS INTEGER)) FROM flyway_schema_history")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getInt(1)).isEqualTo(Schema.VERSION);
    }
  }

  // Noise

  @Test
  void measurements_of_noise_are_read_as_they_were_written_the_oldest_first() {
    NoiseMeasurement first = noise("a", "d1", 0.81);
    NoiseMeasurement second = noise("a", "d2", 0.79);
    registry.noise().add(first);
    registry.noise().add(noise("b", "d1", 0.5));
    registry.noise().add(second);

    assertThat(registry.noise().of("a")).containsExactly(first, second);
    assertThat(registry.noise().of("unknown")).isEmpty();
    assertThat(first.seeds("recent")).containsExactly(2L, 5L);
    assertThat(first.seeds("elsewhere")).isEmpty();
  }

  @Test
  void a_finished_run_knows_only_of_the_noise_that_was_measured_before_it() {
    NoiseMeasurement before = noise("a", "d1", 0.81);
    NoiseMeasurement between = noise("a", "d2", 0.79);
    registry.noise().add(before);
    finish("run-1", Decision.HOLD);
    registry.noise().add(between);
    finish("run-2", Decision.HOLD);
    registry.noise().add(noise("a", "d3", 0.9));

    assertThat(registry.noise().ofBefore("run-1", "a")).containsExactly(before);
    assertThat(registry.noise().ofBefore("run-2", "a")).containsExactly(before, between);
  }

  // Garbage

  @Test
  void garbage_is_what_neither_history_nor_ledger_nor_a_kept_run_needs() {
    finish("run-1", Decision.PROMOTE);
    finish("run-2", Decision.HOLD);
    finish("run-3", Decision.PROMOTE);
    registry.ledger().plan(draft("More countries help.", "run-2"));
    finish("run-4", Decision.HOLD);
    finish("run-5", Decision.HOLD);
    String orphan = store("stored by a run that was killed");

    List<StoredObject> found = registry.garbage().find(new Retention.LastRuns(1));

    List<String> hashes = found.stream().map(StoredObject::hash).toList();
    assertThat(hashes)
        .contains(orphan, hash("candidate of run-4"))
        .doesNotContain(
            hash("candidate of run-1"),
            hash("candidate of run-2"),
            hash("candidate of run-3"),
            hash("candidate of run-5"));
    assertThat(removeGarbage(new Retention.LastRuns(1))).isEqualTo(found);
    assertThat(registry.objects().has(orphan)).isFalse();
    for (String kept : List.of("run-1", "run-2", "run-3", "run-5")) {
      registry.bundles().verify(hash("candidate of " + kept));
      registry.objects().get(registry.runs().run(kept).orElseThrow().verdictObject());
    }
    assertThat(registry.runs().all()).hasSize(5);
    assertThat(registry.garbage().find(new Retention.LastRuns(1))).isEmpty();
  }

  @Test
  void a_rollback_is_possible_after_any_collection_of_garbage() {
    finish("run-1", Decision.PROMOTE);
    finish("run-2", Decision.PROMOTE);

    removeGarbage(new Retention.LastRuns(0));

    assertThat(registry.history().rollback("bob", "complaints"))
        .isInstanceOf(Rollback.RolledBack.class);
  }

  @Test
  void runs_of_the_last_days_keep_their_candidates() {
    finish("run-1", Decision.HOLD);
    clock.advance(Duration.ofDays(10));

    assertThat(registry.garbage().find(new Retention.LastDays(10))).isEmpty();
    assertThat(registry.garbage().find(new Retention.LastDays(9)))
        .extracting(StoredObject::hash)
        .contains(hash("candidate of run-1"));
  }

  // Fixtures

  private String store(String name) {
    return registry.bundles().store(Samples.bundle(name));
  }

  private static String hash(String name) {
    return BundleStore.hash(Samples.bundle(name));
  }

  private String weightsObject(String bundleHash) {
    Bundle bundle = registry.bundles().bundle(bundleHash);
    return new ObjectStore(home.resolve("scratch"))
        .put(bundle.gated().files().content("model.json"));
  }

  private void promote(Promote request) {
    assertThat(registry.history().promote(request)).isInstanceOf(Promotion.Promoted.class);
  }

  private void hold(String runId, String candidate) {
    registry.finish(
        new RunOutcome(
            Samples.run(registry, runId, candidate, Decision.HOLD),
            List.of(),
            List.of(),
            null,
            new Hold(candidate, "ada", "recall fell", runId)));
  }

  private RunRecord finish(String runId, Decision decision) {
    String candidate = store("candidate of " + runId);
    RunRecord run = Samples.run(registry, runId, candidate, decision);
    String champion = registry.history().champion().orElse(null);
    registry.finish(
        new RunOutcome(
            run,
            List.of(),
            List.of(),
            null,
            switch (decision) {
              case PROMOTE -> Promote.passed(candidate, champion, "ada", runId);
              case HOLD -> new Hold(candidate, "ada", "recent reality failed", runId);
            }));
    return run;
  }

  private void finish(
      String runId,
      String entryId,
      ConfigurationDifference difference,
      List<MeasuredEffect> measured) {
    registry.finish(
        new RunOutcome(
            Samples.run(registry, runId, null, Decision.HOLD),
            List.of(),
            List.of(),
            new RunOutcome.Measurement(entryId, difference, measured),
            null));
  }

  private void judge(String runId, String candidate, String holdoutHash, String scoresHash) {
    registry.finish(
        new RunOutcome(
            Samples.run(registry, runId, null, Decision.HOLD),
            List.of(new Judgement(candidate, "recent", holdoutHash)),
            List.of(new RecordedScores(candidate, holdoutHash, scoresHash)),
            null,
            null));
  }

  private void fillEveryTable() {
    judge("run-1", "a", "h1", "s1");
    finish("run-2", Decision.PROMOTE);
    registry.ledger().plan(draft("More countries help.", null));
    registry.ledger().supersede("E1", draft("Ten more countries help.", null));
    finish("run-3", "E2", ConfigurationDifference.none(), List.of());
    registry.ledger().learn("E2", "They do.", List.of(), "ada");
    registry.noise().add(noise("a", "d1", 0.81));
  }

  private static NoiseMeasurement noise(String champion, String data, double last) {
    List<SeedFigure> defined =
        List.of(new SeedFigure(2, MetricValue.of(0.8)), new SeedFigure(5, MetricValue.of(last)));
    List<SeedFigure> undefined =
        List.of(
            new SeedFigure(2, MetricValue.undefined("no positive")),
            new SeedFigure(5, MetricValue.of(0.5)));
    return new NoiseMeasurement(
        champion,
        "weekly-forecast",
        data,
        List.of(
            new NoiseFloor("recent", "f1", defined, false),
            new NoiseFloor("legacy", "roc_auc", undefined, true)),
        "ada",
        Samples.NOON);
  }

  private List<StoredObject> removeGarbage(Retention retention) {
    RunLock.Attempt attempt = registry.lockRun();
    assertThat(attempt).isInstanceOf(RunLock.Attempt.Taken.class);
    try (RunLock lock = ((RunLock.Attempt.Taken) attempt).lock()) {
      return registry.garbage().remove(retention, lock);
    }
  }

  private static Ledger.Draft draft(String hypothesis, String buildsOn) {
    return new Ledger.Draft("weekly-forecast", hypothesis, List.of(GAIN), buildsOn, "ada");
  }

  private static MeasuredEffect effect(double change, double low, double high) {
    return new MeasuredEffect(
        "f1",
        "recent",
        MetricValue.of(0.861),
        MetricValue.of(change),
        new EffectRange(low, high),
        new SeedNoise(0.018, 5));
  }
}
