package dev.assay.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.gate.Check;
import dev.assay.core.gate.Evidence;
import dev.assay.core.gate.Standing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the report of a run tells of left-out groups, and of how sure its figures are. */
class LeftOutReportTest {

  private static final String EXPERIMENT =
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
      holdouts:
        stations: { leave_one_out: station, minimum_support: 25 positives }
      train: { with: xgboost, rounds: 25, depth: 3, learning_rate: 0.3, threads: 1, seeds: [1, 2] }
      gates:
        - { name: typical, metric: f1, on: stations, summary: median, at_least: 0.5 }
        - { name: kept, metric: f1, on: stations, regressions: forbidden, each: group }
        - { name: surely, metric: f1, on: test, gain_at_least: 0.3, judge: bound }
      """;

  @TempDir Path temporary;
  private RunResult run;

  @BeforeEach
  void leave_out_ten_large_stations_and_two_small_ones() {
    WeatherTable all = WeatherTable.of(1_200);
    WeatherTable table = all.rows(0, 480);
    for (int row = 480; row < all.size(); row++) {
      if (!List.of("s03", "s07").contains(all.value(row, "station"))) {
        table = table.plus(all.rows(row, row + 1));
      }
    }
    run = new ExperimentFolder(temporary).holding(table).run(EXPERIMENT);
  }

  @Test
  void groups_with_enough_are_summed_up_and_the_others_stand_apart_with_what_would_show() {
    Check typical = run.verdict().checks().getFirst();
    Evidence median = typical.evidence().getFirst();

    Map<String, String> summary = table("left-out-summary-stations").getFirst();
    assertThat(summary).containsEntry("over groups", "median");
    assertThat(Double.parseDouble(summary.get("candidate")))
        .isCloseTo(median.figures().candidate().orThrow(), within(1e-9));
    List<Map<String, String>> few = table("left-out-few-stations");
    assertThat(few).extracting(row -> row.get("group")).containsExactly("s03", "s07");
    assertThat(few)
        .allSatisfy(
            row ->
                assertThat(Double.parseDouble(row.get("least effect that would show")))
                    .isBetween(0.05, 1.0));
    assertThat(table("left-out-groups-stations")).hasSize(10);
    assertThat(run.verdict().checks().get(1).evidence())
        .filteredOn(row -> row.standing() == Standing.TOO_LITTLE_SUPPORT)
        .hasSize(2);
  }

  @Test
  void the_chart_has_the_judged_groups_from_the_greatest_gain_down() throws IOException {
    List<Map<String, String>> dots = table("left-out-differences-stations");

    assertThat(dots).hasSize(10);
    assertThat(dots).extracting(row -> -Double.parseDouble(row.get("difference in f1"))).isSorted();
    assertThat(Files.readString(run.folder().resolve("report.html")))
        .contains("Groups that were left out", "left-out-differences-stations-chart");
    assertThat(Files.readString(run.folder().resolve("model-card.md")))
        .contains("f1 over the 10 groups of stations");
  }

  @Test
  void mcnemar_counts_every_row_of_a_label_once() {
    Map<String, String> row = table("mcnemar-stations").getFirst();

    long rows =
        Stream.of("by both", "by the candidate only", "by the champion only", "by none")
            .mapToLong(column -> Math.round(Double.parseDouble(row.get(column))))
            .sum();
    assertThat(rows).isEqualTo(1_080);
    assertThat(Double.parseDouble(row.get("p (mid-p)")))
        .isLessThan(Double.parseDouble(row.get("p (exact)")));
  }

  @Test
  void what_is_inconclusive_says_what_would_settle_it() {
    assertThat(table("prospects"))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("gate", "surely"))
        .satisfies(
            row -> assertThat(Double.parseDouble(row.get("further rows"))).isGreaterThan(100));
  }

  @Test
  void every_table_with_figures_of_a_side_has_their_intervals() throws IOException {
    try (Stream<Path> files = Files.list(run.folder().resolve("tables"))) {
      for (Path file : files.toList()) {
        String header = Files.readAllLines(file).getFirst();
        if (header.contains("candidate") && !file.toString().matches(".*(evidence|events).*")) {
          assertThat(header).as(file.toString()).containsAnyOf("95%", "p (exact)");
        }
      }
    }
    assertThat(table("seeds").getFirst()).containsKey("95% interval of the mean (t) low");
  }

  /** The rows of a table by the names of its columns. */
  private List<Map<String, String>> table(String id) {
    try {
      List<String> lines = Files.readAllLines(run.folder().resolve("tables/" + id + ".csv"));
      String[] columns = lines.getFirst().split(",", -1);
      List<Map<String, String>> rows = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split(",", -1);
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.length; i++) {
          row.put(columns[i], cells[i]);
        }
        rows.add(row);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
