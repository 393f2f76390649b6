package dev.assay.trees.logistic;

import dev.assay.trees.internal.InputDocument;
import dev.assay.trees.internal.LinearWeights;
import dev.assay.trees.internal.SchemaDocument;
import java.util.List;

/**
 * A {@link LogisticModel} as it is stored.
 *
 * @param labels the label schema
 * @param inputs the inputs in order, with the levels that are not pooled
 * @param standardisation means and deviations by input
 * @param regressions intercept and weights by label
 */
record LogisticDocument(
    SchemaDocument labels,
    List<InputDocument> inputs,
    Standardisation standardisation,
    List<LinearWeights> regressions) {

  static final String FILE = "logistic.json";

  LogisticDocument {
    inputs = List.copyOf(inputs);
    regressions = List.copyOf(regressions);
  }

  LogisticModel toModel() {
    return new LogisticModel(
        labels.toSchema(), InputDocument.toInputs(inputs), standardisation, regressions);
  }
}
