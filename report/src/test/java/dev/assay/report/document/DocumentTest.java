package dev.assay.report.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentTest {

  @Test
  void an_id_stands_for_one_part_of_the_report() {
    Block table = new Block.Table("checks", "Checks", List.of("check"), List.of());

    assertThatThrownBy(() -> document(new Section("checks", "Checks", List.of(table))))
        .hasMessageContaining("'checks'");
  }

  @Test
  void an_id_of_a_folded_table_is_no_other_parts_either() {
    Block.Table table = new Block.Table("checks", "Checks", List.of("check"), List.of());

    assertThatThrownBy(
            () ->
                document(
                    new Section(
                        "words", "Words", List.of(table, new Block.Folded("2", List.of(table))))))
        .hasMessageContaining("'checks'");
  }

  @Test
  void an_id_can_name_a_file_and_an_anchor() {
    assertThatThrownBy(() -> new Section("Two words", "Title", List.of()))
        .hasMessageContaining("Two words");
    assertThatThrownBy(() -> new Block.Table("../etc", "Title", List.of(), List.of()))
        .hasMessageContaining("../etc");
  }

  @Test
  void a_chart_has_a_value_for_every_position() {
    Block.Series uneven = new Block.Series("f1", List.of(0.0, 1.0), List.of(0.5));

    assertThatThrownBy(
            () ->
                new Block.LineChart(
                    "curve",
                    "Curve",
                    Block.Axis.unit("cut"),
                    Block.Axis.unit("f1"),
                    List.of(uneven),
                    List.of()))
        .hasMessage("curve, f1: 2 x, 1 y.");
    assertThatThrownBy(
            () ->
                new Block.BarChart(
                    "bars",
                    "Bars",
                    List.of("a", "b"),
                    Block.Axis.unit("share"),
                    List.of(new Block.Series("f1", List.of(), List.of(1.0)))))
        .hasMessage("bars, f1: 1 values in 2 categories.");
  }

  @Test
  void the_data_of_a_chart_of_intervals_are_its_dots_with_both_ends() {
    Block.IntervalChart chart =
        new Block.IntervalChart(
            "differences",
            "Differences",
            "difference",
            List.of(
                new Block.Dot("IR", 0.25, -0.5, 1),
                new Block.Dot("RU", 0.5, Double.NaN, Double.NaN)),
            new Block.Marker("no difference", 0));

    assertThat(chart.data().columns()).containsExactly("category", "difference", "low", "high");
    assertThat(chart.data().rows())
        .containsExactly(
            List.of(
                Cell.text("IR"),
                new Cell.Number(0.25, 2, false),
                new Cell.Number(-0.5, 2, false),
                new Cell.Number(1, 2, false)),
            List.of(
                Cell.text("RU"),
                new Cell.Number(0.5, 2, false),
                new Cell.Missing("no value"),
                new Cell.Missing("no value")));
  }

  @Test
  void the_data_of_a_line_chart_are_its_points_and_then_its_markers() {
    Block.LineChart chart =
        new Block.LineChart(
            "curve",
            "Curve",
            Block.Axis.unit("cut"),
            Block.Axis.unit("value"),
            List.of(new Block.Series("f1", List.of(0.25, 0.5), List.of(0.8, Double.NaN))),
            List.of(new Block.Marker("chosen", 0.25)));

    assertThat(chart.data().columns()).containsExactly("series", "cut", "value");
    assertThat(chart.data().rows())
        .containsExactly(
            List.of(
                Cell.text("f1"), new Cell.Number(0.25, 2, false), new Cell.Number(0.8, 1, false)),
            List.of(Cell.text("f1"), new Cell.Number(0.5, 2, false), new Cell.Missing("no value")),
            List.of(
                Cell.text("chosen"),
                new Cell.Number(0.25, 2, false),
                new Cell.Missing("a marked value")));
  }

  @Test
  void a_column_stands_right_where_it_holds_figures_and_nothing_else_but_gaps() {
    Block.Table table =
        new Block.Table(
            "mixed",
            "Mixed",
            List.of("figures", "words", "gaps"),
            List.of(
                List.of(Cell.count(1), Cell.count(1), new Cell.Missing("")),
                List.of(new Cell.Missing("none"), Cell.text("one"), new Cell.Missing(""))));

    assertThat(table.figureColumns()).containsExactly(true, false, false);
  }

  private static Document document(Section... sections) {
    return new Document("t", "s", "h", Tone.GOOD, "why", List.of(), List.of(sections));
  }
}
