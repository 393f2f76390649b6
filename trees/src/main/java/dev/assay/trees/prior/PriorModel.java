package dev.assay.trees.prior;

import dev.assay.core.example.Dataset;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.model.Model;
import dev.assay.core.model.ModelFiles;
import dev.assay.core.prediction.Scores;
import dev.assay.trees.internal.StoredDocument;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Scores every row alike. */
record PriorModel(LabelSchema schema, List<Double> rates) implements Model {

  PriorModel {
    rates = List.copyOf(rates);
    if (rates.size() != schema.size()) {
      throw new IllegalArgumentException(rates.size() + " rates for " + schema.names());
    }
    for (double rate : rates) {
      if (!(rate >= 0 && rate <= 1)) {
        throw new IllegalArgumentException("The rate " + rate + " is not in [0, 1].");
      }
    }
  }

  @Override
  public List<String> inputs() {
    return List.of();
  }

  @Override
  public Scores score(Dataset examples) {
    float[][] columns = new float[rates.size()][examples.size()];
    for (int label = 0; label < columns.length; label++) {
      Arrays.fill(columns[label], rates.get(label).floatValue());
    }
    return Scores.takeOver(columns);
  }

  @Override
  public ModelFiles files() {
    return new ModelFiles(Map.of(PriorDocument.FILE, StoredDocument.write(PriorDocument.of(this))));
  }

  @Override
  public void close() {}
}
