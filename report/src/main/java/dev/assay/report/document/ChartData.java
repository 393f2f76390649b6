package dev.assay.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The rows that charts are drawn from. */
final class ChartData {

  private static final int MOST_DECIMALS = 4;

  private ChartData() {}

  static Block.Table of(Block.LineChart chart) {
    Stream<Double> points = chart.series().stream().flatMap(line -> line.x().stream());
    Stream<Double> marked = chart.markers().stream().map(Block.Marker::x);
    int xDecimals = decimals(Stream.concat(points, marked).toList());
    int yDecimals = decimals(chart.series().stream().flatMap(line -> line.y().stream()).toList());
    List<List<Cell>> rows = new ArrayList<>();
    for (Block.Series line : chart.series()) {
      for (int i = 0; i < line.x().size(); i++) {
        rows.add(
            List.of(
                Cell.text(line.name()),
                cell(line.x().get(i), xDecimals),
                cell(line.y().get(i), yDecimals)));
      }
    }
    for (Block.Marker marker : chart.markers()) {
      rows.add(
          List.of(
              Cell.text(marker.name()),
              cell(marker.x(), xDecimals),
              new Cell.Missing("a marked value")));
    }
    return new Block.Table(
        chart.id(), chart.caption(), List.of("series", chart.x().name(), chart.y().name()), rows);
  }

  static Block.Table of(Block.BarChart chart) {
    List<String> columns = new ArrayList<>(List.of("category"));
    chart.series().forEach(bars -> columns.add(bars.name()));
    int decimals = decimals(chart.series().stream().flatMap(bars -> bars.y().stream()).toList());
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < chart.categories().size(); i++) {
      List<Cell> row = new ArrayList<>(List.of(Cell.text(chart.categories().get(i))));
      for (Block.Series bars : chart.series()) {
        row.add(cell(bars.y().get(i), decimals));
      }
      rows.add(row);
    }
    return new Block.Table(chart.id(), chart.caption(), columns, rows);
  }

  static Block.Table of(Block.IntervalChart chart) {
    int decimals =
        decimals(
            chart.dots().stream()
                .flatMap(dot -> Stream.of(dot.value(), dot.low(), dot.high()))
                .toList());
    List<List<Cell>> rows = new ArrayList<>();
    for (Block.Dot dot : chart.dots()) {
      rows.add(
          List.of(
              Cell.text(dot.name()),
              cell(dot.value(), decimals),
              cell(dot.low(), decimals),
              cell(dot.high(), decimals)));
    }
    return new Block.Table(
        chart.id(), chart.caption(), List.of("category", chart.name(), "low", "high"), rows);
  }

  private static Cell cell(double value, int decimals) {
    return Double.isFinite(value)
        ? new Cell.Number(value, decimals, false)
        : new Cell.Missing("no value");
  }

  /** As few as show every value in full, within reason. */
  private static int decimals(List<Double> values) {
    int decimals = 0;
    while (decimals < MOST_DECIMALS && !isFull(values, Math.pow(10, decimals))) {
      decimals++;
    }
    return decimals;
  }

  private static boolean isFull(List<Double> values, double scale) {
    return values.stream()
        .filter(Double::isFinite)
        .allMatch(value -> Math.abs(value * scale - Math.rint(value * scale)) < 1e-6);
  }
}
