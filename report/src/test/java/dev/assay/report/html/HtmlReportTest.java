package dev.assay.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
import dev.assay.report.document.Document;
import dev.assay.report.document.SampleReport;
import dev.assay.report.document.Section;
import dev.assay.report.document.Tone;
import dev.assay.report.markdown.MarkdownDocument;
import dev.assay.report.table.CsvTables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HtmlReportTest {

  @Test
  void the_same_document_gives_the_same_bytes() {
    assertThat(HtmlReport.render(SampleReport.document()))
        .isEqualTo(HtmlReport.render(SampleReport.document()));
  }

  @Test
  void the_chart_library_is_left_out_where_nothing_is_drawn() {
    Document document =
        new Document(
            "t",
            "s",
            "h",
            Tone.GOOD,
            "why",
            List.of(),
            List.of(new Section("words", "Words", List.of(new Block.Prose("None.")))));

    assertThat(HtmlReport.render(document)).doesNotContain("echarts.init=").hasSizeLessThan(30_000);
  }

  @Test
  void every_kind_of_block_is_shown() {
    String html = HtmlReport.render(SampleReport.document());

    for (Section section : SampleReport.document().sections()) {
      assertThat(html).contains("<section id=\"" + section.id() + "\"");
    }
    for (Block.Tabular block : SampleReport.document().tabular()) {
      assertThat(html).contains("<table id=\"" + block.id() + "\"");
    }
    assertThat(html)
        .contains("The cut was chosen on validation predictions")
        .contains("'legacy' has judged 14 candidates")
        .contains("<dt>Learning rate</dt><dd>0.1</dd>");
  }

  @Test
  void folded_tables_are_closed_at_first_and_stand_in_html_alone(@TempDir Path folder)
      throws IOException {
    Block.Table letters =
        new Block.Table(
            "letters",
            "Letters of people",
            List.of("id", "text"),
            List.of(List.of(Cell.text("7"), Cell.text("Dear <you>"))));
    Document document =
        new Document(
            "t",
            "s",
            "h",
            Tone.GOOD,
            "why",
            List.of(),
            List.of(
                new Section(
                    "words", "Words", List.of(new Block.Folded("One letter", List.of(letters))))));

    CsvTables.write(document, folder);

    assertThat(HtmlReport.render(document))
        .containsPattern("<details class=\"[a-z ]+\">\\s*<summary>One letter</summary>")
        .contains("Dear &lt;you&gt;");
    assertThat(MarkdownDocument.render(document)).contains("One letter").doesNotContain("Dear");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void lines_of_intervals_are_broken_between_dots_and_left_out_where_there_is_none() {
    String options =
        ChartOptions.of(
            new Block.IntervalChart(
                "differences",
                "Differences",
                "difference",
                List.of(
                    new Block.Dot("IR", 0.25, -0.5, 1),
                    new Block.Dot("SY", 0.1, Double.NaN, Double.NaN),
                    new Block.Dot("RU", 0, -1, 0.5)),
                new Block.Marker("no difference", 0)));

    JsonNode series = JsonMapper.shared().readTree(options).get("series");
    assertThat(series.get(0).get("data").toString())
        .isEqualTo("[[-0.5,0],[1.0,0],[null,null],[-1.0,2],[0.5,2],[null,null]]");
    assertThat(series.get(1).get("data").toString()).isEqualTo("[[0.25,0],[0.1,1],[0.0,2]]");
    assertThat(series.get(2).at("/markLine/data/0/xAxis").asDouble()).isZero();
  }

  @Test
  void text_is_legible_on_its_ground_in_both_schemes() {
    String style = PageAsset.STYLE.text();
    int dark = style.indexOf("prefers-color-scheme: dark");

    for (String scheme : List.of(style.substring(0, dark), style.substring(dark))) {
      for (String ground : List.of("ground", "surface")) {
        assertThat(contrast(scheme, "ink", ground)).isGreaterThanOrEqualTo(7);
        assertThat(contrast(scheme, "quiet", ground)).isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(scheme, "link", ground)).isGreaterThanOrEqualTo(4.5);
      }
      for (Tone tone : Tone.values()) {
        String name = Page.name(tone);
        assertThat(contrast(scheme, name, name + "-soft")).as(name).isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(scheme, "ink", name + "-soft")).as(name).isGreaterThanOrEqualTo(4.5);
      }
      for (int series = 1; series <= 6; series++) {
        assertThat(contrast(scheme, "series-" + series, "surface")).isGreaterThanOrEqualTo(3);
      }
    }
  }

  /** Contrast ratio of WCAG 2.2. */
  private static double contrast(String scheme, String one, String other) {
    double first = luminance(scheme, one) + 0.05;
    double second = luminance(scheme, other) + 0.05;
    return Math.max(first, second) / Math.min(first, second);
  }

  private static double luminance(String scheme, String colour) {
    Matcher matcher = Pattern.compile("--" + colour + ": #([0-9a-f]{6});").matcher(scheme);
    assertThat(matcher.find()).as(colour).isTrue();
    int rgb = Integer.parseInt(matcher.group(1), 16);
    return 0.2126 * linear(rgb >> 16)
        + 0.7152 * linear(rgb >> 8 & 255)
        + 0.0722 * linear(rgb & 255);
  }

  private static double linear(int channel) {
    double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
