package dev.assay.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.problem.InvalidInputException;
import dev.assay.pipeline.audit.AuditedLabels;
import dev.assay.pipeline.audit.LabelNeed;
import dev.assay.pipeline.audit.RowToLabel;
import dev.assay.pipeline.experiment.ExperimentReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an audit of labels finds in a run and its data. */
class DataAuditTest {

  private static final WeatherTable TABLE = WeatherTable.of(1_200);

  private static final String EXPERIMENT =
      ExperimentFolder.EXPERIMENT.replace(
          "wind, cloud, dew]", "wind, cloud, dew]\n  group: station\n  part: part");

  private static final String LEAVING_OUT =
      EXPERIMENT.replace(
          "gates:",
          "holdouts:\n  stations: { leave_out: station, folds: 3, minimum_support: 60 events }\n"
              + "gates:");

  @TempDir Path temporary;

  private AuditedLabels audit(ExperimentFolder folder, Optional<String> run) {
    return new DataAudit(
            ExperimentReader.read(folder.file("experiment.yaml")), folder.surroundings())
        .audit(Optional.empty(), run, 0.05, 1_000);
  }

  private static Set<String> ids(WeatherTable table, String part) {
    return IntStream.range(0, table.size())
        .filter(row -> table.value(row, "part").equals(part))
        .mapToObj(row -> table.value(row, "id"))
        .collect(Collectors.toSet());
  }

  private static WeatherTable flipped(int row) {
    return TABLE.with(row, "rain", TABLE.value(row, "rain").equals("1") ? "0" : "1");
  }

  /** A row of a part that its inputs tell clearly and whose label is as they say. */
  private static int clearRow(String part) {
    return IntStream.range(0, TABLE.size())
        .filter(row -> TABLE.value(row, "part").equals(part))
        .filter(row -> Double.parseDouble(TABLE.value(row, "humidity")) > 0.8)
        .filter(row -> Double.parseDouble(TABLE.value(row, "pressure")) < 0.3)
        .filter(row -> TABLE.value(row, "rain").equals("1"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void rows_are_only_scored_by_what_was_not_trained_on_them() {
    WeatherTable table = TABLE.missing("rain", 10);
    ExperimentFolder folder = new ExperimentFolder(temporary).holding(table);
    RunResult run = folder.run(EXPERIMENT);

    AuditedLabels audited = audit(folder, Optional.of(run.runId()));

    assertThat(audited.scoredBy()).isEqualTo(run.candidate());
    List<RowToLabel> doubtful =
        audited.rows().stream().filter(row -> row.kind() == RowToLabel.Kind.DOUBTFUL).toList();
    List<RowToLabel> unlabelled =
        audited.rows().stream().filter(row -> row.kind() == RowToLabel.Kind.UNLABELLED).toList();
    assertThat(doubtful).isNotEmpty();
    assertThat(ids(table, "test")).containsAll(doubtful.stream().map(RowToLabel::id).toList());
    assertThat(unlabelled).isNotEmpty();
    Set<String> known =
        IntStream.range(0, table.size())
            .filter(row -> !table.value(row, "rain").isEmpty())
            .mapToObj(row -> table.value(row, "id"))
            .collect(Collectors.toSet());
    assertThat(unlabelled).noneMatch(row -> known.contains(row.id()));
  }

  @Test
  void a_wrong_label_in_the_training_part_is_found_by_the_model_that_left_its_group_out() {
    int planted = clearRow("train");
    ExperimentFolder folder = new ExperimentFolder(temporary).holding(flipped(planted));
    folder.run(LEAVING_OUT);

    AuditedLabels audited = audit(folder, Optional.empty());

    // The simulation turns one label in twelve: such rows look just as wrong.
    assertThat(audited.rows().subList(0, audited.rows().size() / 2))
        .extracting(RowToLabel::id)
        .contains(TABLE.value(planted, "id"));
    assertThat(audited.rows())
        .extracting(RowToLabel::priority)
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
  }

  @Test
  void groups_below_the_minimum_support_of_their_holdout_are_listed_with_what_they_lack() {
    ExperimentFolder folder = new ExperimentFolder(temporary).holding(TABLE);
    RunResult run = folder.run(LEAVING_OUT);

    List<LabelNeed> needs = audit(folder, Optional.of(run.runId())).needs();

    assertThat(needs)
        .filteredOn(need -> need.figure().holdout().equals("stations"))
        .filteredOn(need -> need.why() == LabelNeed.Why.BELOW_MINIMUM)
        .isNotEmpty()
        .allSatisfy(need -> assertThat(need.figure().support().events()).isLessThan(60));
    assertThat(needs)
        .filteredOn(need -> need.figure().support().events() < 60)
        .filteredOn(need -> need.figure().holdout().equals("stations"))
        .allMatch(need -> need.why() == LabelNeed.Why.BELOW_MINIMUM);
  }

  @Test
  void an_audit_leaves_the_record_as_it_was() {
    ExperimentFolder folder = new ExperimentFolder(temporary).holding(TABLE);
    folder.run(LEAVING_OUT);
    List<String> before = folder.homeFiles();

    AuditedLabels first = audit(folder, Optional.empty());

    assertThat(folder.homeFiles()).isEqualTo(before);
    assertThat(audit(folder, Optional.empty())).isEqualTo(first);
  }

  @Test
  void what_is_not_on_record_is_said_with_the_nearest_name() {
    ExperimentFolder folder = new ExperimentFolder(temporary).holding(TABLE);
    RunResult run = folder.run(EXPERIMENT);

    assertThatThrownBy(() -> audit(folder, Optional.of(run.runId() + "0")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("there is no run '" + run.runId() + "0'")
        .hasMessageContaining("Did you mean '" + run.runId() + "'?");
    folder.run(EXPERIMENT.replace("name: rain", "name: other"));
    assertThatThrownBy(() -> audit(folder, Optional.of(run.runId())))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("is a run of 'rain', not of 'other'");
    ExperimentFolder empty = folder.withHome("empty");
    assertThatThrownBy(() -> audit(empty, Optional.empty()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("there is no run of 'other' on record");
  }
}
