package dev.assay.report.html;

import dev.assay.report.document.Block;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A chart of intervals as options of Apache ECharts: lines that gaps break, and dots on them. */
final class IntervalOptions {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int HEIGHT_OF_A_LINE = 18;
  private static final int HEIGHT_AROUND = 96;

  private IntervalOptions() {}

  /** Height in CSS pixels. */
  static int height(Block.IntervalChart chart) {
    return HEIGHT_AROUND + HEIGHT_OF_A_LINE * chart.dots().size();
  }

  static ObjectNode of(Block.IntervalChart chart) {
    ObjectNode options = ChartOptions.frame(chart);
    ((ObjectNode) options.get("tooltip")).put("trigger", "item");
    Block.Axis axis = Block.Axis.fitting(chart.name());
    options.set(
        "xAxis", ChartOptions.nameBelow(ChartOptions.valueAxis(JSON.createObjectNode(), axis)));
    ObjectNode names = options.putObject("yAxis").put("type", "category").put("inverse", true);
    names.putObject("axisLabel").put("interval", 0);
    names.putObject("axisTick").put("show", false);
    // Else it is drawn at 0, where the marker may be.
    names.putObject("axisLine").put("onZero", false);
    ArrayNode categories = names.putArray("data");
    chart.dots().forEach(dot -> categories.add(dot.name()));
    ArrayNode series = options.putArray("series");
    addIntervals(series, chart.dots());
    addDots(series, chart);
    ChartOptions.addMarkers(series, List.of(chart.marker()));
    // The axis of names runs downwards, so that a line starts at the top.
    ((ObjectNode) series.get(series.size() - 1).at("/markLine/data/0/label"))
        .put("position", "start");
    return options;
  }

  private static void addIntervals(ArrayNode series, List<Block.Dot> dots) {
    ObjectNode drawn = series.addObject().put("type", "line").put("silent", true);
    drawn.put("showSymbol", false).putObject("lineStyle").put("width", 2).put("opacity", 0.55);
    ArrayNode data = drawn.putArray("data");
    for (int place = 0; place < dots.size(); place++) {
      Block.Dot dot = dots.get(place);
      if (Double.isFinite(dot.low()) && Double.isFinite(dot.high())) {
        data.addArray().add(dot.low()).add(place);
        data.addArray().add(dot.high()).add(place);
        data.addArray().addNull().addNull();
      }
    }
  }

  private static void addDots(ArrayNode series, Block.IntervalChart chart) {
    ObjectNode drawn = series.addObject().put("type", "scatter").put("name", chart.name());
    drawn.put("symbolSize", 8).put("colorBy", "series");
    ArrayNode data = drawn.putArray("data");
    for (int place = 0; place < chart.dots().size(); place++) {
      data.addArray().add(chart.dots().get(place).value()).add(place);
    }
  }
}
