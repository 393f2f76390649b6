package dev.assay.report.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
import dev.assay.report.document.Document;
import dev.assay.report.document.SampleReport;
import dev.assay.report.document.Section;
import dev.assay.report.document.Tone;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownDocumentTest {

  @Test
  void a_document_reads_well_as_plain_text_too() {
    Document document =
        new Document(
            "weekly_forecast",
            "Run 1",
            "Held",
            Tone.BAD,
            "It loses f1.",
            List.of(new Block.Fact("Champion", "8be2")),
            List.of(
                new Section(
                    "checks",
                    "Checks",
                    List.of(
                        new Block.Notice(Tone.WARNING, "A bound\nwas loosened."),
                        new Block.Table(
                            "checks-applied",
                            "Each gate",
                            List.of("check", "outcome", "change"),
                            List.of(
                                List.of(
                                    Cell.text("a|b"),
                                    new Cell.Mark("fail", Tone.BAD),
                                    Cell.difference(-0.031)),
                                List.of(
                                    Cell.text("<c>"),
                                    new Cell.Mark("pass", Tone.GOOD),
                                    new Cell.Missing("none"))))))));

    assertThat(MarkdownDocument.render(document))
        .isEqualTo(
            """
            # weekly\\_forecast

            Run 1

            **Held** — It loses f1.

            - **Champion:** 8be2

            ## Checks

            > [!WARNING]
            > A bound was loosened.

            **Each gate**

            | check | outcome |   change |
            | ----- | ------- | -------: |
            | a\\|b  | ✗ fail  |   -0.031 |
            | \\<c\\> | ✓ pass  | – (none) |
            """);
  }

  @Test
  void a_chart_of_few_values_is_a_table_and_one_of_many_a_line() {
    String markdown = MarkdownDocument.render(SampleReport.document());

    assertThat(markdown)
        .contains("| category             | seconds |", "| train                |    71.4 |")
        .contains(
            "*Loss by round:* drawn in `report.html`, values in `tables/training-curves.csv`.");
  }

  @Test
  void a_paragraph_stays_a_paragraph() {
    Section section =
        new Section(
            "words",
            "Words",
            List.of(
                new Block.Prose("# not a title"),
                new Block.Prose("- not a list"),
                new Block.Prose("1. not one either")));

    assertThat(
            MarkdownDocument.render(
                new Document("t", "s", "h", Tone.GOOD, "why", List.of(), List.of(section))))
        .endsWith("\\# not a title\n\n\\- not a list\n\n1\\. not one either\n");
  }
}
