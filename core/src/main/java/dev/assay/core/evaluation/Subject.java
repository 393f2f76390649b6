package dev.assay.core.evaluation;

/** Whose figure a metric is. Its string says it in words for reports. */
public sealed interface Subject {

  /** All rows and all labels. */
  record Whole() implements Subject {
    @Override
    public String toString() {
      return "all";
    }
  }

  /**
   * One label in all rows.
   *
   * @param name its name
   */
  record Label(String name) implements Subject {
    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * The rows with one level of a slice attribute, all labels.
   *
   * @param column the attribute's name; {@code source} is the source column
   * @param level its value
   */
  record Slice(String column, String level) implements Subject {
    @Override
    public String toString() {
      return column + " = " + level;
    }
  }

  /**
   * The rows of one group, all labels.
   *
   * @param level the group
   */
  record Group(String level) implements Subject {
    @Override
    public String toString() {
      return level;
    }
  }

  /**
   * One label in the rows with one level of a slice attribute.
   *
   * @param label its name
   * @param column the attribute's name; {@code source} is the source column
   * @param level its value
   */
  record LabelInSlice(String label, String column, String level) implements Subject {
    @Override
    public String toString() {
      return label + " where " + column + " = " + level;
    }
  }
}
