package dev.assay.trees.xgboost;

import dev.assay.core.model.Target;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.trees.internal.BoundInputs;
import dev.assay.trees.internal.Input;
import dev.assay.trees.internal.Inputs;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes native matrices of rows of one dataset and one target, weighted by class. */
final class MatrixRows {

  private final Inputs inputs;
  private final BoundInputs bound;
  private final Target target;
  private final double[] classWeights;

  MatrixRows(Inputs inputs, BoundInputs bound, Target target, double[] classWeights) {
    this.inputs = inputs;
    this.bound = bound;
    this.target = target;
    this.classWeights = classWeights.clone();
  }

  /** The rows given, at least one, all of known class. The caller closes the matrix. */
  XgboostNative.Matrix matrix(int[] rows) {
    if ((long) rows.length * bound.size() > Integer.MAX_VALUE - 8) {
      throw new InvalidInputException(
          "training data",
          rows.length + " rows of " + bound.size() + " features are more than one matrix holds.",
          "Keep rows times features below 2^31, e.g. by sampling rows.");
    }
    float[] classes = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      classes[i] = target.classOf(rows[i]);
    }
    return XgboostNative.matrix(
        bound.matrix(rows), inputs.names(), types(), classes, weights(rows));
  }

  /** The sum of the weights of rows. */
  double weight(int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> classWeights[target.classOf(row)]).sum();
  }

  private float @Nullable [] weights(int[] rows) {
    if (Arrays.stream(classWeights).allMatch(weight -> weight == 1)) {
      return null;
    }
    float[] weights = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      weights[i] = (float) classWeights[target.classOf(rows[i])];
    }
    return weights;
  }

  private List<String> types() {
    return inputs.list().stream()
        .map(
            input ->
                switch (input) {
                  case Input.Numeric i -> "q";
                  case Input.Categorical i -> "c";
                })
        .toList();
  }
}
