package dev.assay.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
import dev.assay.report.document.SampleReport;
import dev.assay.report.document.Tone;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTableTest {

  private static final Block.Table CHECKS =
      new Block.Table(
          "checks",
          "Checks",
          List.of("check", "outcome", "change"),
          List.of(
              List.of(
                  Cell.text("recent reality, as it was seen from here"),
                  new Cell.Mark("fail", Tone.BAD),
                  Cell.difference(-0.031)),
              List.of(
                  Cell.text("größte 🌍"),
                  new Cell.Mark("pass", Tone.GOOD),
                  new Cell.Missing("3 events"))));

  @Test
  void columns_align_and_figures_stand_right() {
    assertThat(TextTable.plain(80).render(CHECKS))
        .isEqualTo(
            """
            check                                     outcome  change
            ─────────────────────────────────────────────────────────
            recent reality, as it was seen from here  fail     -0.031
            größte 🌍                                  pass          –
            """);
  }

  @Test
  void the_widest_words_go_on_over_further_lines() {
    assertThat(TextTable.plain(32).render(CHECKS))
        .isEqualTo(
            """
            check            outcome  change
            ────────────────────────────────
            recent reality,  fail     -0.031
            as it was seen
            from here
            größte 🌍         pass          –
            """);
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 120, 200})
  void no_line_is_wider_than_the_terminal(int width) {
    assertThat(TextTable.plain(width).render(SampleReport.groups()).lines())
        .allSatisfy(
            line -> assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(width));
  }

  @Test
  void colour_changes_no_place() {
    String coloured = TextTable.coloured(80).render(CHECKS);

    assertThat(coloured).contains("\u001b[31mfail\u001b[0m", "\u001b[32mpass\u001b[0m");
    assertThat(coloured.replaceAll("\u001b\\[\\d+m", ""))
        .isEqualTo(TextTable.plain(80).render(CHECKS));
  }

  @Test
  void a_word_longer_than_its_column_is_broken() {
    Block.Table table =
        new Block.Table(
            "hashes",
            "Hashes",
            List.of("hash"),
            List.of(List.of(Cell.text("0123456789abcdef 01"))));

    assertThat(TextTable.plain(10).render(table)).endsWith("0123456789\nabcdef 01\n");
  }

  @Test
  void text_from_a_file_cannot_steer_the_terminal() {
    Block.Table table =
        new Block.Table(
            "words", "Words", List.of("a"), List.of(List.of(Cell.text("one\n\u001b[2Jtwo"))));

    assertThat(TextTable.plain(80).render(table)).endsWith("one [2Jtwo\n");
  }
}
