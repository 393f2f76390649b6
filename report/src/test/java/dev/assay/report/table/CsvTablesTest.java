package dev.assay.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
import dev.assay.report.document.SampleReport;
import dev.assay.report.document.Tone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTablesTest {

  @Test
  void figures_stand_in_full_an_interval_in_two_columns_and_what_is_missing_is_empty() {
    Block.Table table =
        new Block.Table(
            "checks",
            "Checks",
            List.of("check, named", "outcome", "rows", "share", "change", "95% interval"),
            List.of(
                List.of(
                    Cell.text("the \"recent\" one"),
                    new Cell.Mark("fail", Tone.BAD),
                    Cell.count(61_204),
                    Cell.percent(1 / 3.0),
                    Cell.difference(-0.1),
                    new Cell.Interval(-0.25, 0.0625, 1, true)),
                List.of(
                    Cell.text(""),
                    new Cell.Mark("pass", Tone.GOOD),
                    new Cell.Missing("none"),
                    new Cell.Missing(""),
                    Cell.number(1e-7),
                    new Cell.Missing("3 events"))));

    assertThat(CsvTables.render(table))
        .isEqualTo(
            """
            "check, named",outcome,rows,share,change,95% interval low,95% interval high
            "the ""recent"" one",fail,61204,0.3333333333333333,-0.1,-0.25,0.0625
            "",pass,,,1.0E-7,,
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void every_table_and_chart_has_a_file_of_its_own(@TempDir Path folder) throws IOException {
    CsvTables.write(SampleReport.document(), folder);

    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "checks-applied.csv",
              "threshold-curve.csv",
              "reliability.csv",
              "monthly-rates.csv",
              "countries-compared.csv",
              "training-curves.csv",
              "stage-times.csv");
    }
    assertThat(Files.readAllLines(folder.resolve("stage-times.csv")))
        .startsWith("category,seconds", "read and check,6.2");
  }

  @Property(tries = 300, seed = "29")
  void any_words_and_numbers_survive_a_parser(
      @ForAll @Size(min = 2, max = 2) List<String> words, @ForAll double value) throws IOException {
    Block.Table table =
        new Block.Table(
            "words",
            "Words",
            List.of(words.getFirst(), "value", "more"),
            List.of(
                List.of(
                    Cell.text(words.getFirst()), Cell.number(value), Cell.text(words.getLast())),
                List.of(Cell.text(words.getLast()), new Cell.Missing(""), Cell.text("end"))));

    List<CSVRecord> rows = CSVParser.parse(CsvTables.render(table), CSVFormat.RFC4180).getRecords();

    assertThat(rows).hasSize(3);
    assertThat(rows.get(0)).containsExactly(words.getFirst(), "value", "more");
    assertThat(rows.get(1).get(0)).isEqualTo(words.getFirst());
    assertThat(Double.parseDouble(rows.get(1).get(1))).isEqualTo(value);
    assertThat(rows.get(1).get(2)).isEqualTo(words.getLast());
    assertThat(rows.get(2)).containsExactly(words.getLast(), "", "end");
  }
}
