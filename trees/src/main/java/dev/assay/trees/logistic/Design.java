package dev.assay.trees.logistic;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import dev.assay.core.example.CategoricalColumn;
import dev.assay.trees.internal.BoundInputs;
import dev.assay.trees.internal.Input;
import dev.assay.trees.internal.Inputs;

/**
 * Where each input stands among the {@code w} weights. A numeric input takes two places: its
 * standardised value and the indicator that it is missing. A categorical one of {@code l} levels
 * takes {@code l + 2}: the levels, the pool of rare and unknown ones, and the indicator.
 */
final class Design {

  private final Inputs inputs;
  private final int[] offsets;
  private final double[] means;
  private final double[] deviations;
  private final int width;

  Design(Inputs inputs, Standardisation standardisation) {
    int m = inputs.size();
    if (standardisation.means().size() != m) {
      throw new IllegalArgumentException(
          standardisation.means().size() + " means for " + m + " inputs.");
    }
    this.inputs = inputs;
    this.offsets = new int[m];
    this.means = standardisation.means().stream().mapToDouble(d -> d).toArray();
    this.deviations = standardisation.deviations().stream().mapToDouble(d -> d).toArray();
    int offset = 0;
    for (int j = 0; j < m; j++) {
      offsets[j] = offset;
      offset +=
          switch (inputs.list().get(j)) {
            case Input.Numeric i -> 2;
            case Input.Categorical i -> i.levels().size() + 2;
          };
    }
    this.width = offset;
  }

  /** The number of weights without the intercept, {@code w}. */
  int width() {
    return width;
  }

  /** The product of a row with weights of length {@code w}. */
  double product(BoundInputs bound, int row, double[] weights) {
    double sum = 0;
    for (int j = 0; j < offsets.length; j++) {
      sum += weights[place(bound, row, j)] * value(bound, row, j);
    }
    return sum;
  }

  /**
   * All rows as liblinear takes them: places from 1 on, and at place {@code w + 1} the one that the
   * intercept is multiplied with. Nodes of value 1 are shared between rows.
   */
  Feature[][] matrix(BoundInputs bound) {
    Feature[] ones = new Feature[width + 1];
    for (int place = 0; place <= width; place++) {
      ones[place] = new FeatureNode(place + 1, 1.0);
    }
    int m = offsets.length;
    Feature[][] rows = new Feature[bound.rows()][m + 1];
    for (int row = 0; row < rows.length; row++) {
      for (int j = 0; j < m; j++) {
        int place = place(bound, row, j);
        double value = value(bound, row, j);
        rows[row][j] = value == 1.0 ? ones[place] : new FeatureNode(place + 1, value);
      }
      rows[row][m] = ones[width];
    }
    return rows;
  }

  /** The one place among those of an input where a row is not 0. */
  private int place(BoundInputs bound, int row, int input) {
    return offsets[input]
        + switch (inputs.list().get(input)) {
          case Input.Numeric i -> Float.isNaN(bound.value(row, input)) ? 1 : 0;
          case Input.Categorical i -> {
            int code = bound.code(row, input);
            int levels = i.levels().size();
            yield switch (code) {
              case CategoricalColumn.MISSING -> levels + 1;
              case BoundInputs.UNKNOWN_LEVEL -> levels;
              default -> code;
            };
          }
        };
  }

  private double value(BoundInputs bound, int row, int input) {
    return switch (inputs.list().get(input)) {
      case Input.Numeric i -> {
        float value = bound.value(row, input);
        yield Float.isNaN(value) ? 1.0 : (value - means[input]) / deviations[input];
      }
      case Input.Categorical i -> 1.0;
    };
  }
}
