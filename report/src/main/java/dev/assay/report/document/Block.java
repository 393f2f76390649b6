package dev.assay.report.document;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** A part of a section. */
public sealed interface Block {

  /** A block that is drawn from rows of data, under an id that is unique in the report. */
  sealed interface Tabular extends Block {
    /** Lower-case words joined by hyphens; also the name of the CSV file. */
    String id();

    /** What it shows, in a line. */
    String caption();

    /** The rows: the table itself, or what a chart is drawn from. */
    Table data();
  }

  /** A drawing, for which {@link #data()} stands in where nothing can be drawn. */
  sealed interface Chart extends Tabular {
    /** The values. */
    List<Series> series();
  }

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
   * Tables that are read on demand, closed at first. They stand in HTML alone: what they hold, such
   * as texts of people, is not spread over files.
   *
   * @param summary what is in them, in a line
   */
  record Folded(String summary, List<Table> tables) implements Block {
    /** Copies the list. */
    public Folded {
      tables = List.copyOf(tables);
    }
  }

  /**
   * A table; also written as {@code tables/<id>.csv}.
   *
   * @param id lower-case words joined by hyphens, unique in the report
   * @param columns names of the columns
   * @param rows as many cells each as there are columns
   */
  record Table(String id, String caption, List<String> columns, List<List<Cell>> rows)
      implements Tabular {
    /** Checks the shape and copies. */
    public Table {
      Section.requireId(id);
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      for (List<Cell> row : rows) {
        if (row.size() != columns.size()) {
          throw new IllegalArgumentException(
              id + ": a row of " + row.size() + " cells under " + columns.size() + " columns.");
        }
      }
    }

    @Override
    public Table data() {
      return this;
    }

    /** The cells of a column from top to bottom. */
    public List<Cell> column(int column) {
      return rows.stream().map(row -> row.get(column)).toList();
    }

    /**
     * For each column, whether it stands right: it holds figures and, besides them, only gaps. One
     * pass over the table.
     */
    public List<Boolean> figureColumns() {
      return IntStream.range(0, columns.size()).mapToObj(this::isFigures).toList();
    }

    private boolean isFigures(int column) {
      boolean any = false;
      for (List<Cell> row : rows) {
        Cell cell = row.get(column);
        if (!cell.isFigure() && !(cell instanceof Cell.Missing)) {
          return false;
        }
        any |= cell.isFigure();
      }
      return any;
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
      implements Chart {
    /** Checks that every series has as many positions as values, and copies. */
    public LineChart {
      Section.requireId(id);
      for (Series line : series) {
        if (line.x().size() != line.y().size()) {
          throw new IllegalArgumentException(
              id + ", " + line.name() + ": " + line.x().size() + " x, " + line.y().size() + " y.");
        }
      }
      series = List.copyOf(series);
      markers = List.copyOf(markers);
    }

    /** A row for each point, {@code (series, x, y)}, then one for each marker, without y. */
    @Override
    public Table data() {
      return ChartData.of(this);
    }
  }

  /**
   * Bars over categories, one bar for each series in each category.
   *
   * @param categories names along the axis, in order; every series has a value for each
   */
  record BarChart(String id, String caption, List<String> categories, Axis y, List<Series> series)
      implements Chart {
    /** Checks that every series has a value for each category, and copies. */
    public BarChart {
      Section.requireId(id);
      for (Series bars : series) {
        if (bars.y().size() != categories.size()) {
          throw new IllegalArgumentException(
              id
                  + ", "
                  + bars.name()
                  + ": "
                  + bars.y().size()
                  + " values in "
                  + categories.size()
                  + " categories.");
        }
      }
      categories = List.copyOf(categories);
      series = List.copyOf(series);
    }

    /** A row for each category, a column for each series. */
    @Override
    public Table data() {
      return ChartData.of(this);
    }
  }

  /**
   * Figures with their intervals, a line each: a dot, and a line from the lower to the upper end.
   *
   * @param id as of a table
   * @param name what the figures are
   * @param dots the figures from top to bottom
   * @param marker a value to be held against, such as no difference
   */
  record IntervalChart(String id, String caption, String name, List<Dot> dots, Marker marker)
      implements Chart {
    /** Checks the id and copies. */
    public IntervalChart {
      Section.requireId(id);
      dots = List.copyOf(dots);
    }

    /** The dots as one series; their positions are their numbers from the top. */
    @Override
    public List<Series> series() {
      List<Double> places =
          IntStream.range(0, dots.size()).mapToObj(place -> (double) place).toList();
      return List.of(new Series(name, places, dots.stream().map(Dot::value).toList()));
    }

    /** A row for each dot, {@code (name, figure, low, high)}. */
    @Override
    public Table data() {
      return ChartData.of(this);
    }
  }

  /**
   * A figure with its interval.
   *
   * @param name what it is of
   * @param value the figure, finite
   * @param low the lower end; NaN where it has no interval
   * @param high the upper end; NaN where it has no interval
   */
  record Dot(String name, double value, double low, double high) {}

  /**
   * An axis.
   *
   * @param least its lower end; NaN for one that the data give
   * @param most its upper end; NaN for one that the data give
   * @param step how far marks are apart at least; 0 for as near as they fit
   */
  record Axis(String name, double least, double most, double step) {
    /** An axis that fits the data. */
    public static Axis fitting(String name) {
      return new Axis(name, Double.NaN, Double.NaN, 0);
    }

    /** An axis of whole numbers that fits the data. */
    public static Axis counting(String name) {
      return new Axis(name, Double.NaN, Double.NaN, 1);
    }

    /** An axis from 0 to 1. */
    public static Axis unit(String name) {
      return new Axis(name, 0, 1, 0);
    }
  }

  /**
   * Values of one name.
   *
   * @param x positions, finite; empty for a bar chart
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
