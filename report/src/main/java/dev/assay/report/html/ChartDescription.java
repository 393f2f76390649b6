package dev.assay.report.html;

import dev.assay.report.document.Block;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.stream.Collectors;

/** A chart in words, for those who do not see it; its values stand in a table below it. */
final class ChartDescription {

  private ChartDescription() {}

  static String of(Block.Chart chart) {
    String names =
        chart.series().stream().map(Block.Series::name).collect(Collectors.joining(", "));
    return switch (chart) {
      case Block.LineChart lines ->
          "Line chart: %s. %s over %s, for %s.%s"
              .formatted(
                  lines.caption(),
                  lines.y().name(),
                  lines.x().name(),
                  names,
                  lines.markers().stream()
                      .map(ChartDescription::sentence)
                      .collect(Collectors.joining()));
      case Block.BarChart bars ->
          "Bar chart: %s. %s in %d categories: %s."
              .formatted(bars.caption(), bars.y().name(), bars.categories().size(), names);
      case Block.IntervalChart dots ->
          "Chart of intervals: %s. %s in %d lines.%s"
              .formatted(dots.caption(), dots.name(), dots.dots().size(), sentence(dots.marker()));
    };
  }

  private static String sentence(Block.Marker marker) {
    BigDecimal x = BigDecimal.valueOf(marker.x()).round(new MathContext(4)).stripTrailingZeros();
    return " Marked: %s at %s.".formatted(marker.name(), x.toPlainString());
  }
}
