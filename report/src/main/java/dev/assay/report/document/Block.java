package dev.assay.report.document;

import java.util.List;
import java.util.Objects;

/** A part of a section. */
public sealed interface Block {

  /** A paragraph. */
  record Prose(String text) implements Block {}

  /** A statement that must not be overlooked. */
  record Notice(Tone tone, String text) implements Block {}

  /** Names and values, two columns without a header. */
  record Facts(List<Fact> facts) implements Block {
    /** Copies the list. */
    public Facts {
      facts = List.copyOf(facts);
    }
  }

  /** A name and its value. */
  record Fact(String name, String value) {}

  /**
   * A table; also written as {@code tables/<id>.csv}.
   *
   * @param id lower-case words joined by hyphens, unique in the report
   * @param columns names of the columns
   * @param rows as many cells each as there are columns
   */
  record Table(String id, String caption, List<String> columns, List<List<Cell>> rows)
      implements Block {
    /** Checks the shape and copies. */
    public Table {
      if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
        throw new IllegalArgumentException("Not a table id: '" + id + "'.");
      }
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      for (List<Cell> row : rows) {
        if (row.size() != columns.size()) {
          throw new IllegalArgumentException(
              id + ": a row of " + row.size() + " cells under " + columns.size() + " columns.");
        }
      }
    }
  }

  /**
   * Lines or points over a numeric axis.
   *
   * @param id as of a table
   * @param markers vertical lines that mark a value of x, such as the cut chosen
   */
  record LineChart(
      String id, String caption, Axis x, Axis y, List<Series> series, List<Marker> markers)
      implements Block {
    /** Copies the lists. */
    public LineChart {
      series = List.copyOf(series);
      markers = List.copyOf(markers);
    }
  }

  /**
   * Bars over categories, one bar for each series in each category.
   *
   * @param categories names along the axis, in order; every series has a value for each
   */
  record BarChart(String id, String caption, List<String> categories, Axis y, List<Series> series)
      implements Block {
    /** Copies the lists. */
    public BarChart {
      categories = List.copyOf(categories);
      series = List.copyOf(series);
    }
  }

  /** An axis: its name, and its ends where they are fixed (NaN: by the data). */
  record Axis(String name, double least, double most) {
    /** An axis that fits the data. */
    public static Axis fitting(String name) {
      return new Axis(name, Double.NaN, Double.NaN);
    }

    /** An axis from 0 to 1. */
    public static Axis unit(String name) {
      return new Axis(name, 0, 1);
    }
  }

  /**
   * Values of one name.
   *
   * @param x positions, or empty for a bar chart
   * @param y values; NaN leaves a gap
   */
  record Series(String name, List<Double> x, List<Double> y) {
    /** Copies the lists. */
    public Series {
      x = List.copyOf(x);
      y = List.copyOf(y);
      Objects.requireNonNull(name);
    }
  }

  /** A marked value of x. */
  record Marker(String name, double x) {}
}
