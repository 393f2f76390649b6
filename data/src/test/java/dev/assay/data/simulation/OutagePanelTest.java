package dev.assay.data.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.example.Dataset;
import dev.assay.core.label.Labels;
import dev.assay.core.progress.Progress;
import dev.assay.data.source.DatasetReader;
import dev.assay.data.source.DatasetSource;
import dev.assay.data.source.LabelColumns;
import dev.assay.data.source.LoadedDataset;
import dev.assay.data.source.RowSource;
import dev.assay.data.source.SimulationFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutagePanelTest {

  private static LoadedDataset loaded;
  private static Dataset panel;

  @BeforeAll
  static void simulate() {
    loaded = read(1);
    panel = loaded.dataset();
  }

  @Test
  void the_facts_say_that_the_rows_are_simulated() {
    assertThat(loaded.facts().simulated()).isTrue();
    assertThat(loaded.locations().where(0)).contains("simulated");
  }

  @Test
  void fifty_countries_have_a_row_a_day_and_thirty_more_from_february_2026() {
    assertThat(panel.size()).isEqualTo(50 * 488 + 80 * 120);
    assertThat(countriesOn(LocalDate.of(2026, 1, 31))).hasSize(50);
    assertThat(countriesOn(LocalDate.of(2026, 2, 1))).hasSize(80);
    assertThat(new HashSet<>(panel.attributes().ids())).hasSize(panel.size());
  }

  @ParameterizedTest
  @CsvSource({"2026-01, 0.30", "2026-02, 0.45", "2026-03, 0.62", "2026-04, 0.75", "2026-05, 0.36"})
  void the_prior_surges_in_2026(YearMonth month, double prior) {
    assertThat(prior(day -> YearMonth.from(day).equals(month))).isCloseTo(prior, within(0.05));
  }

  @Test
  void about_two_of_a_hundred_rows_are_positive_before() {
    assertThat(prior(day -> day.isBefore(LocalDate.of(2025, 12, 25)))).isBetween(0.012, 0.03);
  }

  @Test
  void every_positive_row_and_no_other_has_an_event() {
    for (int row = 0; row < panel.size(); row++) {
      assertThat(panel.attributes().event().orElseThrow().isMissing(row))
          .isEqualTo(panel.labels().state(row, 0) != Labels.POSITIVE);
    }
  }

  @Test
  void the_second_network_appears_with_the_expansion() {
    var source = panel.attributes().source().orElseThrow();
    for (int row = 0; row < panel.size(); row++) {
      if (day(row).isBefore(LocalDate.of(2026, 2, 1))) {
        assertThat(source.value(row)).isEqualTo("ooni");
      }
    }
    assertThat(source.levels()).contains("censored_planet");
  }

  @Test
  void a_seed_gives_the_same_rows_and_the_same_bytes_every_time(@TempDir Path folder)
      throws IOException {
    assertThat(read(1).dataset().fingerprint()).isEqualTo(panel.fingerprint());
    assertThat(read(2).dataset().fingerprint()).isNotEqualTo(panel.fingerprint());
    for (String ending : Set.of(".csv", ".parquet")) {
      SimulationFile.write(new OutagePanel(), 1, folder.resolve("a" + ending));
      SimulationFile.write(new OutagePanel(), 1, folder.resolve("b" + ending));
      assertThat(folder.resolve("a" + ending)).hasSameBinaryContentAs(folder.resolve("b" + ending));
    }
  }

  private static LoadedDataset read(long seed) {
    DatasetSource source =
        DatasetSource.builder(
                Path.of("."),
                new RowSource.Simulated("outage-panel", seed),
                new LabelColumns.Binary("incident_within_7d", Set.of()))
            .id("country", "day")
            .group("country")
            .time("day", 7)
            .event("incident")
            .source("network")
            .slices("regime")
            .build();
    return DatasetReader.read(source, Optional.empty(), Progress.SILENT);
  }

  private static LocalDate day(int row) {
    return panel.attributes().time().orElseThrow().day(row);
  }

  private static Set<String> countriesOn(LocalDate day) {
    Set<String> countries = new HashSet<>();
    for (int row = 0; row < panel.size(); row++) {
      if (day(row).equals(day)) {
        countries.add(panel.attributes().group().orElseThrow().value(row));
      }
    }
    return countries;
  }

  private static double prior(Predicate<LocalDate> days) {
    return IntStream.range(0, panel.size())
        .filter(row -> days.test(day(row)))
        .mapToDouble(row -> panel.labels().state(row, 0))
        .average()
        .orElseThrow();
  }
}
