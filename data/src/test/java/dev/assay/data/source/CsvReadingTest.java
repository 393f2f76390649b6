package dev.assay.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.Dataset;
import dev.assay.core.example.NumericColumn;
import dev.assay.core.example.TextColumn;
import dev.assay.core.label.Labels;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problem;
import dev.assay.core.progress.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvReadingTest {

  private static final LabelColumns LATE = new LabelColumns.Binary("late", Set.of());

  @TempDir private Path folder;

  @Test
  void columns_become_numbers_categories_and_texts() throws IOException {
    write(
        "rows.csv",
        """
        id,late,distance,busy,origin,note
        a,1,2.5,true,LAS,"two
        lines, one value"
        b,0,,false,,plain
        c,,7,TRUE,ATL,
        """);
    LoadedDataset loaded =
        read(
            declare("rows.csv")
                .features(new FeatureColumns(List.of(), Set.of(), Set.of("note")))
                .build());

    var features = loaded.dataset().features();
    assertThat(features).containsOnlyKeys("distance", "busy", "origin", "note");
    assertThat(((NumericColumn) features.get("distance")).toArray())
        .containsExactly(2.5f, Float.NaN, 7f);
    assertThat(((NumericColumn) features.get("busy")).toArray()).containsExactly(1f, 0f, 1f);
    assertThat(((CategoricalColumn) features.get("origin")).value(1)).isNull();
    assertThat(((TextColumn) features.get("note")).value(0)).isEqualTo("two\nlines, one value");
    assertThat(loaded.dataset().labels().column(0))
        .containsExactly(Labels.POSITIVE, Labels.NEGATIVE, Labels.UNKNOWN);
    assertThat(loaded.dataset().attributes().ids()).containsExactly("a", "b", "c");
  }

  @Test
  void the_delimiter_is_the_one_of_the_header_and_a_byte_order_mark_is_no_part_of_a_name()
      throws IOException {
    write("rows.csv", "\ufeffid;late;x\na;1;2,5\nb;0;3,5\n");
    assertThat(read(declare("rows.csv").build()).dataset().features()).containsOnlyKeys("x");
  }

  @Test
  void globs_and_packed_files_are_read_in_alphabetical_order() throws IOException {
    Files.createDirectories(folder.resolve("in"));
    write("in/2.csv", "x,late,id\n3,0,c\n");
    try (var out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("in/1.csv.gz")))) {
      out.write("id,late,x\na,1,1\nb,0,2\n".getBytes(StandardCharsets.UTF_8));
    }
    LoadedDataset loaded = read(declare("in/*").build());

    assertThat(loaded.dataset().attributes().ids()).containsExactly("a", "b", "c");
    assertThat(loaded.facts().files())
        .extracting(SourceFile::path)
        .containsExactly("in/1.csv.gz", "in/2.csv");
    assertThat(IntStream.range(0, 3).mapToObj(loaded.locations()::where))
        .containsExactly("in/1.csv.gz:2", "in/1.csv.gz:3", "in/2.csv:2");
  }

  @Test
  void the_hash_of_a_file_is_that_of_its_bytes() throws IOException {
    write("rows.csv", "id,late,x\na,1,1\nb,0,2\n");
    assertThat(read(declare("rows.csv").build()).facts().files().getFirst().sha256())
        .isEqualTo(
            dev.assay.core.fingerprint.Sha256.of(Files.readAllBytes(folder.resolve("rows.csv"))));
  }

  @Test
  void words_for_nothing_known_are_missing_values_but_names_in_id_and_group() throws IOException {
    write(
        "rows.csv",
        """
        country,late,x,wind
        NA,Yes,1.5,N
        DE,No,NA,NA
        FR,NA,null,N/A
        IT,no,NaN,
        """);
    Dataset dataset =
        read(DatasetSource.builder(folder, new RowSource.Files(List.of("rows.csv")), LATE)
                .id("country")
                .group("country")
                .build())
            .dataset();
    assertThat(dataset.attributes().ids()).containsExactly("NA", "DE", "FR", "IT");
    assertThat(dataset.attributes().group().orElseThrow().value(0)).isEqualTo("NA");
    assertThat(((NumericColumn) dataset.features().get("x")).toArray())
        .containsExactly(1.5f, Float.NaN, Float.NaN, Float.NaN);
    var wind = (CategoricalColumn) dataset.features().get("wind");
    assertThat(wind.levels()).containsExactly("N");
    assertThat(dataset.labels().column(0))
        .containsExactly(Labels.POSITIVE, Labels.NEGATIVE, Labels.UNKNOWN, Labels.NEGATIVE);
  }

  @Test
  void a_stray_text_in_a_column_of_numbers_is_reported_with_its_line() throws IOException {
    String rows =
        IntStream.range(0, 40_000)
            .mapToObj(i -> i + "," + i % 2 + "," + (i == 39_998 ? "n/a" : i * 0.5))
            .collect(Collectors.joining("\n", "id,late,x\n", "\n"));
    write("rows.csv", rows);

    assertThat(problems(declare("rows.csv")))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.where()).isEqualTo("rows.csv:40000");
              assertThat(problem.what()).contains("'x'", "'n/a'");
            });
  }

  @Test
  void a_column_of_names_with_some_numbers_among_them_is_categorical() throws IOException {
    write("rows.csv", "id,late,x\na,1,1\nb,0,2\nc,0,other\n");
    assertThat(read(declare("rows.csv").build()).dataset().features().get("x"))
        .isInstanceOf(CategoricalColumn.class);
  }

  @Test
  void all_bad_lines_are_reported_at_once_with_the_lines_that_an_editor_shows() throws IOException {
    write("rows.csv", "id,late,x\na,1,\"1\n2\"\n\nb,0,2,7\nc,0\nd,0,4\n");
    assertThat(problems(declare("rows.csv")))
        .extracting(Problem::where)
        .containsExactly("rows.csv:5", "rows.csv:6");
  }

  @Test
  void ids_labels_and_times_that_are_wrong_are_reported_together() throws IOException {
    write(
        "rows.csv",
        """
        id,late,x,day
        a,1,1,2026-01-01
        ,0,2,2026-01-02
        a,0,3,2026-01-03
        b,perhaps,4,2026-01-04
        c,0,5,yesterday
        d,0,6,
        """);
    assertThat(problems(declare("rows.csv").time("day", 0)))
        .extracting(Problem::where)
        .containsExactly("rows.csv:3", "rows.csv:4", "rows.csv:5", "rows.csv:6", "rows.csv:7");
    assertThat(problems(declare("rows.csv").time("day", 0)))
        .extracting(Problem::what)
        .anySatisfy(what -> assertThat(what).contains("'a'", "rows.csv:2"))
        .anySatisfy(what -> assertThat(what).contains("'perhaps'"))
        .anySatisfy(what -> assertThat(what).contains("'yesterday'"));
  }

  @Test
  void unknown_columns_are_reported_together_with_the_nearest_names() throws IOException {
    write("rows.csv", "id,late,distance\na,1,1\nb,0,2\n");
    assertThat(problems(declare("rows.csv").group("distence").event("evnt")))
        .extracting(Problem::mend)
        .containsExactly("Did you mean 'distance'?", "Known: distance, id, late.");
  }

  @Test
  void a_label_is_no_feature() throws IOException {
    write("rows.csv", "id,late,x\na,1,1\nb,0,2\n");
    assertThat(
            problems(
                declare("rows.csv")
                    .features(new FeatureColumns(List.of("x", "late"), Set.of(), Set.of()))))
        .singleElement()
        .satisfies(problem -> assertThat(problem.what()).contains("'late'", "LABEL"));
  }

  @Test
  void a_date_without_a_role_is_refused() throws IOException {
    write("rows.csv", "id,late,x,opened\na,1,1,2026-01-01\nb,0,2,2026-01-02\n");
    assertThat(problems(declare("rows.csv")))
        .singleElement()
        .satisfies(problem -> assertThat(problem.what()).contains("'opened'"));
  }

  @Test
  void bytes_that_are_not_utf_8_are_located() throws IOException {
    Files.write(
        folder.resolve("rows.csv"),
        "id,late,x\na,1,plain\nb,0,caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(problems(declare("rows.csv")))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.where()).isEqualTo("rows.csv:3");
              assertThat(problem.what()).contains("byte 27 ");
              assertThat(problem.mend()).contains("iconv");
            });
  }

  @Test
  void files_that_are_not_there_or_empty_or_cut_off_are_reported_together() throws IOException {
    write("empty.csv", "");
    write("rows.csv", "id,late\n");
    byte[] packed = packed("id,late,x\n" + "a,1,1\n".repeat(5_000));
    Files.write(folder.resolve("cut.csv.gz"), java.util.Arrays.copyOf(packed, packed.length / 2));
    RowSource rows =
        new RowSource.Files(List.of("empty.csv", "cut.csv.gz", "row.csv", "none-*.csv"));
    assertThat(problems(DatasetSource.builder(folder, rows, LATE).id("id")))
        .extracting(Problem::where)
        .containsExactlyInAnyOrder("empty.csv", "cut.csv.gz", "row.csv", "none-*.csv");
  }

  @Test
  void a_header_without_rows_is_no_dataset() throws IOException {
    write("rows.csv", "id,late,x\n");
    assertThat(problems(declare("rows.csv")))
        .extracting(Problem::what)
        .containsExactly("there are no rows.");
  }

  @Test
  void labels_that_all_say_the_same_are_refused() throws IOException {
    write("negatives.csv", "id,late,x\na,0,1\nb,0,2\n");
    write("positives.csv", "id,late,x\na,1,1\nb,1,2\nc,,2\n");
    write("unknown.csv", "id,late,x\na,,1\nb,,2\n");
    for (String file : List.of("negatives.csv", "positives.csv", "unknown.csv")) {
      assertThat(problems(declare(file))).hasSize(1);
    }
  }

  @Test
  void files_of_one_source_have_the_same_columns() throws IOException {
    write("1.csv", "id,late,x\na,1,1\n");
    write("2.csv", "id,late,y\nb,0,1\n");
    assertThat(problems(declare("*.csv"))).extracting(Problem::where).containsExactly("2.csv:1");
  }

  private static byte[] packed(String text) throws IOException {
    var bytes = new java.io.ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private DatasetSource.Builder declare(String pattern) {
    return DatasetSource.builder(folder, new RowSource.Files(List.of(pattern)), LATE).id("id");
  }

  private static LoadedDataset read(DatasetSource source) {
    return DatasetReader.read(source, Optional.empty(), Progress.SILENT);
  }

  private static List<Problem> problems(DatasetSource.Builder source) {
    return catchThrowableOfType(InvalidInputException.class, () -> read(source.build())).problems();
  }
}
