package dev.assay.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Input that is wrong ends the run with all that is wrong, and with nothing on record. */
class BadInputTest {

  private static final WeatherTable TABLE = WeatherTable.of(240);

  @TempDir Path temporary;
  private ExperimentFolder folder;

  @BeforeEach
  void lay_out_the_folder() {
    folder = new ExperimentFolder(temporary).holding(TABLE);
  }

  /** The problems of a run in a new home, which must be as good as untouched. */
  private List<String> problems(String experiment) {
    InvalidInputException invalid =
        catchThrowableOfType(InvalidInputException.class, () -> folder.run(experiment));
    assertThat(invalid).as("the run was refused").isNotNull();
    assertThat(folder.homeFiles())
        .noneMatch(
            file ->
                file.startsWith("runs") || file.startsWith("objects") || file.startsWith("parts"));
    assertThat(folder.registry().history().events()).isEmpty();
    assertThat(folder.registry().ledger().entries()).isEmpty();
    return invalid.problems().stream().map(Problem::toString).toList();
  }

  private List<String> problems() {
    return problems(ExperimentFolder.EXPERIMENT);
  }

  @Test
  void every_missing_column_is_named_with_the_nearest_one() {
    assertThat(
            problems(
                ExperimentFolder.EXPERIMENT
                    .replace("[humidity,", "[humidty,")
                    .replace("id: id", "id: ident")))
        .hasSize(2)
        .allMatch(problem -> problem.startsWith("weather.csv: there is no column"))
        .anyMatch(problem -> problem.contains("'humidty'") && problem.contains("humidity"))
        .anyMatch(problem -> problem.contains("'ident'"));
  }

  @Test
  void duplicate_ids_unparsable_values_and_strange_labels_are_all_listed_with_file_and_row() {
    folder.holding(
        TABLE
            .with(10, "humidity", "wet")
            .with(20, "rain", "perhaps")
            .with(30, "id", TABLE.ids().get(5)));

    assertThat(problems())
        .hasSize(3)
        .anyMatch(problem -> problem.startsWith("weather.csv:12:") && problem.contains("wet"))
        .anyMatch(problem -> problem.startsWith("weather.csv:22:") && problem.contains("perhaps"))
        .anyMatch(
            problem ->
                problem.startsWith("weather.csv:32:")
                    && problem.contains(TABLE.ids().get(5))
                    && problem.contains("weather.csv:7"));
  }

  @Test
  void a_class_outside_the_declared_ones_is_listed_with_its_row() {
    folder.holding(TABLE.with(40, "sky", "purple"));

    assertThat(
            problems(
                ExperimentFolder.HEAD.replace(
                    "{ rain: binary }", "{ sky: { multiclass: [clear, foggy, rainy] } }")))
        .singleElement()
        .asString()
        .startsWith("weather.csv:42:")
        .contains("purple");
  }

  @Test
  void bounds_and_tiers_of_classes_that_the_rows_do_not_have_are_refused_with_their_line() {
    assertThat(
            problems(
                ExperimentFolder.HEAD.replace("{ rain: binary }", "{ sky: multiclass }")
                    + """
                    thresholds: { labels: { foogy: 0.2..0.6 } }
                    tiers: { 1: { labels: [rainny] } }
                    """))
        .satisfiesExactlyInAnyOrder(
            told -> assertThat(told).contains("experiment.yaml:8: ", "'foogy'", "'foggy'?"),
            told -> assertThat(told).contains("experiment.yaml:9: ", "'rainny'", "'rainy'?"));
  }

  @Test
  void a_label_that_no_row_has_is_refused() {
    WeatherTable dry = TABLE;
    for (int row = 0; row < TABLE.size(); row++) {
      dry = dry.with(row, "rain", "0");
    }
    folder.holding(dry);

    assertThat(problems()).singleElement().asString().contains("rain").contains("no row has it");
  }

  @Test
  void an_empty_file_is_refused() throws IOException {
    Files.writeString(folder.file("weather.csv"), "");

    assertThat(problems()).containsExactly("weather.csv: the file is empty.");
  }

  @Test
  void a_file_of_a_header_alone_is_refused() {
    folder.holding(TABLE.rows(0, 0));

    assertThat(problems()).containsExactly("weather.csv: there are no rows.");
  }

  @Test
  void bytes_that_are_no_utf_8_are_refused_with_their_line() throws IOException {
    String text = TABLE.with(50, "coast", "Nordküste").csv();
    Files.write(folder.file("weather.csv"), text.getBytes(StandardCharsets.ISO_8859_1));

    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith("weather.csv:52:")
        .contains("not UTF-8");
  }

  @Test
  void a_parquet_file_that_was_cut_off_is_refused() throws Exception {
    Path parquet = folder.file("weather.parquet");
    convert(folder.file("weather.csv"), parquet);
    byte[] whole = Files.readAllBytes(parquet);
    Files.write(parquet, Arrays.copyOf(whole, whole.length * 2 / 3));

    assertThat(
            problems(
                ExperimentFolder.EXPERIMENT.replace(
                    "{ csv: weather.csv }", "{ parquet: weather.parquet }")))
        .singleElement()
        .asString()
        .startsWith("weather.parquet:")
        .contains("cut off");
  }

  private static void convert(Path csv, Path parquet) throws SQLException {
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement()) {
      statement.execute("COPY (FROM '%s') TO '%s'".formatted(csv, parquet));
    }
  }

  @Test
  void problems_of_the_data_and_of_every_holdout_are_listed_together() throws IOException {
    folder.holding(TABLE.with(10, "humidity", "wet"));
    WeatherTable.named("old", 3, 120).with(3, "wind", "gale").write(folder.file("old.csv"));
    Files.writeString(folder.file("empty.csv"), "");

    assertThat(
            problems(
                ExperimentFolder.EXPERIMENT
                    + """
                    holdouts:
                      old: { frozen: old.csv }
                      empty: { frozen: empty.csv }
                      absent: { frozen: absent.csv }
                    """))
        .hasSize(4)
        .anyMatch(problem -> problem.startsWith("weather.csv:12:"))
        .anyMatch(problem -> problem.startsWith("old.csv:5:"))
        .anyMatch(problem -> problem.startsWith("empty.csv:"))
        .anyMatch(problem -> problem.startsWith("absent.csv:"));
  }

  @Test
  void a_missing_column_does_not_hide_the_rows_that_are_wrong() {
    folder.holding(TABLE.with(10, "humidity", "wet").with(30, "id", TABLE.ids().get(5)));

    assertThat(problems(ExperimentFolder.EXPERIMENT.replace("wind,", "winds,")))
        .hasSize(3)
        .anyMatch(problem -> problem.contains("'winds'"))
        .anyMatch(problem -> problem.startsWith("weather.csv:12:"))
        .anyMatch(problem -> problem.startsWith("weather.csv:32:"));
  }

  @Test
  void a_home_with_a_champion_is_left_as_it_was() {
    folder.holding(WeatherTable.of(1_000)).run(ExperimentFolder.EXPERIMENT);
    List<String> files = folder.homeFiles();

    folder.holding(TABLE.with(10, "humidity", "wet"));
    InvalidInputException invalid =
        catchThrowableOfType(
            InvalidInputException.class, () -> folder.run(ExperimentFolder.EXPERIMENT));

    assertThat(invalid).hasMessageContaining("weather.csv:12");
    assertThat(folder.homeFiles()).isEqualTo(files);
    assertThat(folder.registry().history().events()).hasSize(2);
  }
}
