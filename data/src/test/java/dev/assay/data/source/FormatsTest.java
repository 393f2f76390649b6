package dev.assay.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.progress.Progress;
import dev.assay.data.internal.DuckDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatsTest {

  private static final List<String> FORMATS = List.of("csv", "jsonl", "parquet", "csv.gz");

  @Property(seed = "6", tries = 6, shrinking = ShrinkingMode.OFF)
  void the_same_rows_have_one_fingerprint_in_every_format(
      @ForAll @IntRange(min = 1, max = 1_000_000) int seed) throws IOException, SQLException {
    Path folder = Files.createTempDirectory("assay-formats");
    writeAll(folder, seed);
    List<String> fingerprints =
        FORMATS.stream().map(format -> fingerprint(folder, format)).toList();
    assertThat(fingerprints).containsOnly(fingerprints.getFirst());
  }

  private static void writeAll(Path folder, int seed) throws SQLException {
    try (DuckDb database = DuckDb.open()) {
      database.execute(
          """
          CREATE TABLE r AS SELECT
            CASE WHEN i %% 7 = 0 THEN 'a "quoted", id ' ELSE 'plain ' END || i AS id,
            DATE '2026-01-01' + CAST(i AS INTEGER) AS day,
            CASE WHEN hash(i + %1$d) %% 5 > 0 THEN CAST(hash(i + %1$d) %% 2 AS INTEGER) END AS y,
            CASE WHEN hash(i * %1$d) %% 9 > 0
              THEN round(sin(i * %1$d) * pow(10, i %% 9), 3) END AS number,
            hash(i) %% 2 = 0 AS flag,
            CASE WHEN i %% 11 > 0 THEN 'level ' || hash(i - %1$d) %% 4 END AS level,
            'line' || chr(10) || 'ünïcode ☃ ' || i AS note
          FROM range(200) t(i)
          """
              .formatted(seed));
      database.copy("SELECT * FROM r", folder.resolve("rows.csv"), "FORMAT csv, HEADER");
      database.copy(
          "SELECT * FROM r", folder.resolve("rows.csv.gz"), "FORMAT csv, HEADER, COMPRESSION gzip");
      database.copy("SELECT * FROM r", folder.resolve("rows.jsonl"), "FORMAT json");
      database.copy("SELECT * FROM r", folder.resolve("rows.parquet"), "FORMAT parquet");
    }
  }

  private static String fingerprint(Path folder, String format) {
    DatasetSource source =
        DatasetSource.builder(
                folder,
                new RowSource.Files(List.of("rows." + format)),
                new LabelColumns.Binary("y", Set.of()))
            .id("id", "day")
            .time("day", 0)
            .features(new FeatureColumns(List.of(), Set.of(), Set.of("note")))
            .build();
    return DatasetReader.read(source, Optional.empty(), Progress.SILENT).dataset().fingerprint();
  }

  @Test
  void a_truncated_parquet_file_is_said_to_be_cut_off(@TempDir Path folder)
      throws IOException, SQLException {
    writeAll(folder, 3);
    Path file = folder.resolve("rows.parquet");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 100));
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> fingerprint(folder, "parquet"))
        .withMessageContaining("rows.parquet")
        .withMessageContaining("cut off");
  }

  @Test
  void a_broken_line_of_json_is_named(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("rows.jsonl"), "{\"id\": 1, \"y\": 1}\n{\"id\": 2, \"y\":\n");
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> fingerprint(folder, "jsonl"))
        .withMessageContaining("rows.jsonl:2");
  }

  @Test
  void a_stray_text_among_numbers_of_json_is_reported_with_its_line(@TempDir Path folder)
      throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      rows.append(
          "{\"id\": \"%d\", \"y\": %d, \"number\": %s}\n"
              .formatted(i, i % 2, i == 150 ? "\"n/a\"" : i));
    }
    Files.writeString(folder.resolve("rows.jsonl"), rows);
    DatasetSource source =
        DatasetSource.builder(
                folder,
                new RowSource.Files(List.of("rows.jsonl")),
                new LabelColumns.Binary("y", Set.of()))
            .id("id")
            .build();
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> DatasetReader.read(source, Optional.empty(), Progress.SILENT))
        .withMessageContaining("rows.jsonl:151")
        .withMessageContaining("'n/a'");
  }

  @Test
  void rows_without_an_id_get_one_from_their_content_whatever_the_order_of_columns(
      @TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("rows.csv"), "y,a,b\n1,1,x\n0,2,y\n1,1,x\n0,1,x\n");
    List<String> ids = contentIds(folder);
    Files.writeString(folder.resolve("rows.csv"), "b,a,y\nx,1,1\ny,2,1\nx,1,0\nx,1,0\n");

    assertThat(contentIds(folder)).isEqualTo(ids);
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids.subList(2, 4)).containsExactly(ids.getFirst() + "-2", ids.getFirst() + "-3");
  }

  private static List<String> contentIds(Path folder) {
    DatasetSource source =
        DatasetSource.builder(
                folder,
                new RowSource.Files(List.of("rows.csv")),
                new LabelColumns.Binary("y", Set.of()))
            .build();
    LoadedDataset loaded = DatasetReader.read(source, Optional.empty(), Progress.SILENT);
    assertThat(loaded.facts().idsFromContent()).isTrue();
    return loaded.dataset().attributes().ids();
  }
}
