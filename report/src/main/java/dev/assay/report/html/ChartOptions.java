package dev.assay.report.html;

import dev.assay.report.document.Block;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Charts as options of Apache ECharts, without colours: those follow the page's scheme when it is
 * drawn.
 */
final class ChartOptions {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int HEIGHT = 320;
  private static final int HEIGHT_OF_A_BAR = 22;
  private static final int TOP = 48;
  private static final int LONG_CATEGORY = 12;
  private static final int MOST_POINTS_WITH_SYMBOLS = 30;

  /** Lines differ in dash and point as well as in colour. */
  private static final List<String> DASHES = List.of("solid", "dashed", "dotted");

  private static final List<String> SYMBOLS = List.of("circle", "rect", "triangle", "diamond");

  private ChartOptions() {}

  /** JSON that can stand in a script element. */
  static String of(Block.Chart chart) {
    ObjectNode options =
        switch (chart) {
          case Block.LineChart lines -> lines(lines);
          case Block.BarChart bars -> bars(bars);
          case Block.IntervalChart dots -> IntervalOptions.of(dots);
        };
    // No text may look like the end of the element.
    return JSON.writeValueAsString(options).replace("<", "\\u003c");
  }

  /** Height in CSS pixels. */
  static int height(Block.Chart chart) {
    return switch (chart) {
      case Block.LineChart lines -> HEIGHT;
      case Block.BarChart bars when isSideways(bars) ->
          80 + HEIGHT_OF_A_BAR * bars.categories().size() * Math.max(1, bars.series().size());
      case Block.BarChart bars -> HEIGHT;
      case Block.IntervalChart dots -> IntervalOptions.height(dots);
    };
  }

  private static ObjectNode lines(Block.LineChart chart) {
    ObjectNode options = frame(chart);
    nameBelow(valueAxis(options.putObject("xAxis"), chart.x()));
    nameAbove(valueAxis(options.putObject("yAxis"), chart.y()), !chart.markers().isEmpty());
    ArrayNode series = options.putArray("series");
    for (int i = 0; i < chart.series().size(); i++) {
      Block.Series line = chart.series().get(i);
      ObjectNode drawn = series.addObject().put("type", "line").put("name", line.name());
      drawn.put("showSymbol", line.x().size() <= MOST_POINTS_WITH_SYMBOLS);
      drawn.put("symbol", SYMBOLS.get(i % SYMBOLS.size())).put("symbolSize", 6);
      drawn.putObject("lineStyle").put("width", 2).put("type", DASHES.get(i % DASHES.size()));
      ArrayNode data = drawn.putArray("data");
      for (int point = 0; point < line.x().size(); point++) {
        addOrGap(data.addArray().add(line.x().get(point)), line.y().get(point));
      }
    }
    if (!chart.markers().isEmpty()) {
      addMarkers(series, chart.markers());
    }
    return options;
  }

  /** Markers are a series without points, so that they stay when a reader hides a line. */
  static void addMarkers(ArrayNode series, List<Block.Marker> markers) {
    ObjectNode drawn = series.addObject().put("type", "line").put("silent", true);
    drawn.putArray("data");
    ObjectNode markLine = drawn.putObject("markLine").put("symbol", "none").put("silent", true);
    markLine.putObject("lineStyle").put("type", "dashed").put("width", 1.5);
    ArrayNode data = markLine.putArray("data");
    for (int i = 0; i < markers.size(); i++) {
      Block.Marker marker = markers.get(i);
      ObjectNode label =
          data.addObject()
              .put("name", marker.name())
              .put("xAxis", marker.x())
              .putObject("label")
              .put("formatter", "{b}");
      if (markers.size() > 1) {
        // Neighbouring names lean away from each other.
        label.put("align", i % 2 == 0 ? "right" : "left");
      }
    }
  }

  private static ObjectNode bars(Block.BarChart chart) {
    ObjectNode options = frame(chart);
    boolean sideways = isSideways(chart);
    if (sideways) {
      // The name of the values stands below, so nothing stands above.
      ((ObjectNode) options.get("grid")).put("top", 8);
    }
    ObjectNode categories = JSON.createObjectNode().put("type", "category");
    chart.categories().forEach(categories.putArray("data")::add);
    ObjectNode values = valueAxis(JSON.createObjectNode(), chart.y()).put("scale", false);
    if (sideways) {
      options.set("xAxis", nameBelow(values));
      options.set("yAxis", categories.put("inverse", true));
    } else {
      options.set("xAxis", categories);
      options.set("yAxis", nameAbove(values, false));
    }
    ArrayNode series = options.putArray("series");
    for (Block.Series bars : chart.series()) {
      ObjectNode drawn = series.addObject().put("type", "bar").put("name", bars.name());
      drawn.put("barMaxWidth", sideways ? HEIGHT_OF_A_BAR - 6 : 36);
      ArrayNode data = drawn.putArray("data");
      bars.y().forEach(value -> addOrGap(data, value));
    }
    return options;
  }

  /** Long names of categories are read along a line each. */
  private static boolean isSideways(Block.BarChart chart) {
    return chart.categories().stream().anyMatch(name -> name.length() > LONG_CATEGORY);
  }

  static ObjectNode frame(Block.Chart chart) {
    ObjectNode options = JSON.createObjectNode().put("animation", false);
    boolean legend = chart.series().size() > 1;
    options
        .putObject("grid")
        .put("left", 16)
        .put("right", 24)
        .put("top", TOP)
        .put("bottom", legend ? 64 : 36)
        .put("containLabel", true);
    options.putObject("tooltip").put("trigger", "axis").put("confine", true);
    if (legend) {
      ObjectNode shown = options.putObject("legend").put("bottom", 0).put("type", "scroll");
      ArrayNode names = shown.putArray("data");
      chart.series().forEach(series -> names.add(series.name()));
    }
    return options;
  }

  static ObjectNode valueAxis(ObjectNode drawn, Block.Axis axis) {
    drawn.put("type", "value").put("name", axis.name()).put("scale", true);
    if (Double.isFinite(axis.least())) {
      drawn.put("min", axis.least());
    }
    if (Double.isFinite(axis.most())) {
      drawn.put("max", axis.most());
    }
    if (axis.step() > 0) {
      drawn.put("minInterval", axis.step());
    }
    return drawn;
  }

  static ObjectNode nameBelow(ObjectNode axis) {
    return axis.put("nameLocation", "middle").put("nameGap", 28);
  }

  /** Above the names of markers where there are any, which stand right above the lines. */
  private static ObjectNode nameAbove(ObjectNode axis, boolean markers) {
    axis.put("nameLocation", "end").put("nameGap", markers ? 28 : 14);
    axis.putObject("nameTextStyle").put("align", "left");
    return axis;
  }

  private static void addOrGap(ArrayNode values, double value) {
    if (Double.isFinite(value)) {
      values.add(value);
    } else {
      values.addNull();
    }
  }
}
