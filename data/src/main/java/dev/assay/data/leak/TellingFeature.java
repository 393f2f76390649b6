package dev.assay.data.leak;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A feature that alone tells labels all but perfectly, which real inputs hardly ever do and what
 * was written down after the fact does: tomorrow's rain among the measurements of today.
 *
 * @param feature the feature
 * @param tells what it tells of each such label, labels in the order of the schema; at least one
 */
public record TellingFeature(String feature, List<Tell> tells) {

  /** Copies the list and checks that there is a label. */
  public TellingFeature {
    tells = List.copyOf(tells);
    if (tells.isEmpty()) {
      throw new IllegalArgumentException("'" + feature + "' tells no label.");
    }
  }

  /** What of a feature tells a label. */
  public enum By {
    /** Its value, among the rows that have one. */
    VALUE,
    /** Whether it is missing. */
    ABSENCE
  }

  /**
   * How well one label is told.
   *
   * @param label the label
   * @param by what tells it
   * @param rocAuc the area under the ROC curve, in {@code [0.99, 1]}; lower values of a feature may
   *     be the positive ones
   * @param rows the rows that were looked at
   * @param positives how many of them have the label
   */
  public record Tell(String label, By by, double rocAuc, long rows, long positives) {

    private String inWords() {
      return String.format(
          Locale.ROOT,
          switch (by) {
            case VALUE -> "'%s' (ROC AUC %.3f)";
            case ABSENCE -> "'%s' (by being missing, ROC AUC %.3f)";
          },
          label,
          rocAuc);
    }
  }

  /** The finding and what to ask of it. */
  public String inWords() {
    return "'"
        + feature
        + "' alone tells "
        + tells.stream().map(Tell::inWords).collect(Collectors.joining(", "))
        + ": was it known when the prediction is made?";
  }
}
