package dev.assay.trees.prior;

import dev.assay.trees.internal.SchemaDocument;
import java.util.List;

/**
 * A {@link PriorModel} as it is stored.
 *
 * @param labels the label schema
 * @param rates the rate of each label, in {@code [0, 1]}
 */
record PriorDocument(SchemaDocument labels, List<Double> rates) {

  static final String FILE = "prior.json";

  PriorDocument {
    rates = List.copyOf(rates);
  }

  static PriorDocument of(PriorModel model) {
    return new PriorDocument(SchemaDocument.of(model.schema()), model.rates());
  }

  PriorModel toModel() {
    return new PriorModel(labels.toSchema(), rates);
  }
}
