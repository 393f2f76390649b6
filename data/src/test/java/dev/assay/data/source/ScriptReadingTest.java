package dev.assay.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.core.label.Labels;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problem;
import dev.assay.core.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptReadingTest {

  private static final LabelColumns LABEL = new LabelColumns.Binary("y", Set.of());
  private static final Path FLIGHTS = Path.of("../../shared/data/flights/flights-3m.parquet");

  @TempDir private Path folder;

  @Test
  void the_last_query_gives_the_rows_in_the_order_of_their_ids() throws IOException {
    Files.createDirectories(folder.resolve("sql/in"));
    Files.writeString(folder.resolve("sql/in/rows.csv"), "id,y,x\nc,1,3\na,0,1\nb,1,2\n");
    Files.writeString(
        folder.resolve("sql/features.sql"),
        """
        -- a comment; with a semicolon
        CREATE TEMP TABLE staged AS SELECT * FROM 'in/rows.csv';
        SELECT id, y, x * CAST(getvariable('factor') AS INTEGER) AS x, ';' AS mark FROM staged;
        """);
    LoadedDataset loaded =
        DatasetReader.read(
            source(new RowSource.Script("sql/features.sql", Map.of("factor", "10"))),
            Optional.empty(),
            Progress.SILENT);

    assertThat(loaded.dataset().attributes().ids()).containsExactly("a", "b", "c");
    assertThat(loaded.dataset().labels().column(0)).containsExactly(0, 1, 1);
    assertThat(loaded.dataset().features()).containsOnlyKeys("x", "mark");
    assertThat(loaded.facts().files())
        .extracting(SourceFile::path)
        .containsExactly("sql/features.sql");
  }

  @Test
  void the_as_of_day_is_a_date_in_the_script() throws IOException {
    write("SELECT i AS id, i % 2 AS y, year(getvariable('as_of')) AS year FROM range(4) t(i)");
    LoadedDataset loaded =
        DatasetReader.read(
            source(script()), Optional.of(LocalDate.of(2026, 5, 3)), Progress.SILENT);
    assertThat(loaded.dataset().features().get("year").hash(0))
        .isEqualTo(dev.assay.core.example.NumericColumn.of(new float[] {2026}).hash(0));
  }

  @Test
  void an_error_is_reported_at_its_line() throws IOException {
    write("SET VARIABLE a = 1;\n\nSELECT 1 AS id,\n  nothing AS y\nFROM range(3);\n");
    Problem problem =
        catchThrowableOfType(
                InvalidInputException.class,
                () -> DatasetReader.read(source(script()), Optional.empty(), Progress.SILENT))
            .problems()
            .getFirst();
    assertThat(problem.where()).isEqualTo("features.sql:4");
    assertThat(problem.what()).contains("nothing").doesNotContain("\n");
  }

  @Test
  void rows_after_the_as_of_day_are_left_out_and_open_labels_are_unknown() throws IOException {
    write(
        """
        SELECT i AS id, i % 2 AS y, DATE '2026-01-01' + CAST(i AS INTEGER) AS day, i AS x
        FROM range(20) t(i)
        """);
    DatasetSource source =
        DatasetSource.builder(folder, script(), LABEL).id("day").time("day", 7).build();
    LoadedDataset loaded =
        DatasetReader.read(source, Optional.of(LocalDate.of(2026, 1, 15)), Progress.SILENT);

    assertThat(loaded.facts().rows()).isEqualTo(20);
    assertThat(loaded.facts().afterAsOf()).isEqualTo(5);
    assertThat(loaded.facts().labelsNotYetKnown()).isEqualTo(7);
    Labels labels = loaded.dataset().labels();
    assertThat(labels.size()).isEqualTo(15);
    for (int row = 0; row < 15; row++) {
      LocalDate known = loaded.dataset().attributes().time().orElseThrow().day(row).plusDays(7);
      assertThat(labels.isKnown(row, 0)).isEqualTo(!known.isAfter(LocalDate.of(2026, 1, 15)));
    }
  }

  @Test
  void the_flights_are_read_with_their_types() throws IOException {
    Assumptions.assumeTrue(
        Files.exists(FLIGHTS), "the public data is not there: " + FLIGHTS.toAbsolutePath());
    write(
        "SELECT *, delay > 15 AS y FROM '" + FLIGHTS.toAbsolutePath().normalize() + "' LIMIT 5000");
    LoadedDataset loaded =
        DatasetReader.read(
            DatasetSource.builder(folder, script(), LABEL)
                .group("origin")
                .time("date", 0)
                .features(
                    new FeatureColumns(
                        java.util.List.of("distance", "destination"), Set.of(), Set.of()))
                .build(),
            Optional.empty(),
            Progress.SILENT);
    assertThat(loaded.dataset().size()).isEqualTo(5_000);
    assertThat(loaded.facts().columns())
        .extracting(column -> column.name() + " " + column.type())
        .containsExactly(
            "date TIMESTAMP",
            "delay BIGINT",
            "distance BIGINT",
            "origin VARCHAR",
            "destination VARCHAR",
            "y BOOLEAN");
    assertThat(loaded.dataset().attributes().time().orElseThrow().day(0))
        .isEqualTo(LocalDate.of(2001, 1, 1));
  }

  private static RowSource.Script script() {
    return new RowSource.Script("features.sql", Map.of());
  }

  private DatasetSource source(RowSource rows) {
    return DatasetSource.builder(folder, rows, LABEL).id("id").build();
  }

  private void write(String sql) throws IOException {
    Files.writeString(folder.resolve("features.sql"), sql);
  }
}
