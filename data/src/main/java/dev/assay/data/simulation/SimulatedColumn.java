package dev.assay.data.simulation;

/**
 * A column of simulated rows.
 *
 * @param name its name
 * @param kind what its values are
 */
public record SimulatedColumn(String name, Kind kind) {

  /** What the values of a column are. */
  public enum Kind {
    /** Texts. */
    TEXT,
    /** Days. */
    DAY,
    /** Whole numbers. */
    WHOLE,
    /** Numbers. */
    NUMBER,
    /** True or false. */
    FLAG
  }

  /** A column of texts. */
  public static SimulatedColumn text(String name) {
    return new SimulatedColumn(name, Kind.TEXT);
  }

  /** A column of days. */
  public static SimulatedColumn day(String name) {
    return new SimulatedColumn(name, Kind.DAY);
  }

  /** A column of whole numbers. */
  public static SimulatedColumn whole(String name) {
    return new SimulatedColumn(name, Kind.WHOLE);
  }

  /** A column of numbers. */
  public static SimulatedColumn number(String name) {
    return new SimulatedColumn(name, Kind.NUMBER);
  }

  /** A column of true and false. */
  public static SimulatedColumn flag(String name) {
    return new SimulatedColumn(name, Kind.FLAG);
  }
}
