package dev.assay.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.core.ledger.LedgerEntry;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problem;
import dev.assay.data.parts.Part;
import dev.assay.data.parts.PartsRecord;
import dev.assay.registry.history.HistoryEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class LeakingRunTest {

  private static final WeatherTable TABLE = WeatherTable.of(1_000);
  private static final WeatherTable LEGACY = WeatherTable.named("legacy", 5, 300);
  private static final List<String> FEATURES =
      List.of("humidity", "pressure", "wind", "cloud", "dew");

  private static final String FROZEN =
      ExperimentFolder.HEAD
          + """
          holdouts: { legacy: { frozen: legacy.csv } }
          gates: [{ name: legacy, metric: f1, on: legacy, lose_at_most: 0.02 }]
          """;

  @TempDir Path temporary;
  private ExperimentFolder folder;

  /** A row that is in training. */
  private int trained;

  @BeforeEach
  void promote_a_champion() {
    folder = new ExperimentFolder(temporary).holding(TABLE);
    LEGACY.write(folder.file("legacy.csv"));
    folder.run(FROZEN);
    trained = first(Part.TRAIN);
  }

  private int first(Part part) {
    PartsRecord record = folder.parts();
    return IntStream.range(0, TABLE.size())
        .filter(row -> record.part(TABLE.ids().get(row)).orElseThrow() == part)
        .findFirst()
        .orElseThrow();
  }

  /** A row with the inputs of another, each changed a little or not at all. */
  private static WeatherTable copied(
      WeatherTable into, int at, int from, UnaryOperator<String> change) {
    WeatherTable copied = into;
    for (String feature : FEATURES) {
      copied = copied.with(at, feature, change.apply(TABLE.value(from, feature)));
    }
    return copied;
  }

  private static String slightlyMore(String value) {
    return String.valueOf(Float.parseFloat(value) + 0.001f);
  }

  @Test
  void a_training_row_under_another_id_in_a_frozen_holdout_ends_the_run_and_is_named() {
    copied(LEGACY, 17, trained, value -> value).write(folder.file("legacy.csv"));

    assertLeak("same content");
  }

  @Test
  void a_near_copy_of_a_training_row_in_a_frozen_holdout_ends_the_run_and_is_named() {
    copied(LEGACY, 17, trained, LeakingRunTest::slightlyMore).write(folder.file("legacy.csv"));

    assertLeak("near-duplicate");
  }

  private void assertLeak(String kind) {
    List<String> files = folder.homeFiles();
    List<HistoryEvent> events = folder.registry().history().events();
    List<LedgerEntry> entries = folder.registry().ledger().entries();

    InvalidInputException leak =
        catchThrowableOfType(InvalidInputException.class, () -> folder.run(FROZEN));

    assertThat(leak.problems())
        .extracting(Problem::toString)
        .filteredOn(problem -> problem.contains("leak of"))
        .singleElement()
        .asString()
        .contains("training and 'legacy'")
        .contains("'" + TABLE.ids().get(trained) + "' and '" + LEGACY.ids().get(17) + "'")
        .contains(kind);
    assertThat(folder.homeFiles()).isEqualTo(files);
    assertThat(folder.registry().history().events()).isEqualTo(events);
    assertThat(folder.registry().ledger().entries()).isEqualTo(entries);
    assertThat(folder.registry().runs().all()).hasSize(1);
  }

  @Test
  void in_a_new_home_a_leak_leaves_no_run_no_bundle_and_no_baseline() {
    copied(LEGACY, 17, trained, value -> value).write(folder.file("legacy.csv"));
    ExperimentFolder fresh = folder.withHome("fresh");

    assertThatThrownBy(() -> fresh.run(FROZEN)).isInstanceOf(InvalidInputException.class);

    assertThat(fresh.homeFiles())
        .noneMatch(file -> file.startsWith("runs") || file.startsWith("objects"));
    assertThat(fresh.registry().history().events()).isEmpty();
    assertThat(fresh.registry().ledger().entries()).isEmpty();
  }

  @Test
  void a_new_near_copy_of_a_test_row_goes_to_test_so_that_it_never_trains() {
    int judged = first(Part.TEST);
    WeatherTable copy =
        copied(WeatherTable.named("new", 9, 1), 0, judged, LeakingRunTest::slightlyMore);

    folder.holding(TABLE.plus(copy)).run(FROZEN);

    assertThat(folder.parts().part(copy.ids().getFirst())).contains(Part.TEST);
  }

  @Test
  void a_new_row_that_links_training_and_test_is_quarantined_and_named() {
    int judged = first(Part.TEST);
    WeatherTable link = WeatherTable.named("new", 9, 1);
    link = copied(link, 0, trained, value -> value);
    String derived = FROZEN.replace("  id: id\n", "  id: id\n  derived_from: coast\n");
    link = link.with(0, "coast", TABLE.ids().get(judged));

    JsonNode verdict = ExperimentFolder.verdict(folder.holding(TABLE.plus(link)).run(derived));

    JsonNode quarantined = verdict.get("parts").get("quarantined");
    assertThat(quarantined).hasSize(1);
    assertThat(quarantined.get(0).get("id").asString()).isEqualTo(link.ids().getFirst());
    assertThat(quarantined.get(0).get("reason").asString())
        .contains(TABLE.ids().get(trained))
        .contains(TABLE.ids().get(judged));
  }

  @Test
  void under_a_given_split_training_rows_that_repeat_a_test_row_are_dropped_and_counted() {
    int judged = given("test");
    int copying = given("train");
    String split = ExperimentFolder.EXPERIMENT.replace("  id: id\n", "  id: id\n  part: part\n");

    JsonNode verdict =
        ExperimentFolder.verdict(
            folder
                .holding(copied(TABLE, copying, judged, LeakingRunTest::slightlyMore))
                .run(split));

    assertThat(verdict.get("parts").get("train").get("dropped_leaking").asInt()).isEqualTo(1);
    assertThat(verdict.get("parts").get("test").get("dropped_leaking").asInt()).isZero();
    long given =
        IntStream.range(0, TABLE.size())
            .filter(row -> TABLE.value(row, "part").equals("train"))
            .count();
    assertThat(verdict.get("parts").get("train").get("kept").asLong()).isEqualTo(given - 1);
  }

  private static int given(String part) {
    return IntStream.range(0, TABLE.size())
        .filter(row -> TABLE.value(row, "part").equals(part))
        .findFirst()
        .orElseThrow();
  }
}
