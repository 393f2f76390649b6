package dev.assay.trees.logistic;

import dev.assay.core.example.Dataset;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.TaskKind;
import dev.assay.core.model.Model;
import dev.assay.core.model.ModelFiles;
import dev.assay.core.prediction.Scores;
import dev.assay.trees.internal.BoundInputs;
import dev.assay.trees.internal.InputDocument;
import dev.assay.trees.internal.Inputs;
import dev.assay.trees.internal.LinearWeights;
import dev.assay.trees.internal.SchemaDocument;
import dev.assay.trees.internal.StoredDocument;
import java.util.List;
import java.util.Map;

/** One logistic regression for each label. */
final class LogisticModel implements Model {

  private final LabelSchema schema;
  private final Inputs inputs;
  private final Standardisation standardisation;
  private final List<LinearWeights> regressions;
  private final Design design;
  private final double[][] weights;

  LogisticModel(
      LabelSchema schema,
      Inputs inputs,
      Standardisation standardisation,
      List<LinearWeights> regressions) {
    this.schema = schema;
    this.inputs = inputs;
    this.standardisation = standardisation;
    this.regressions = List.copyOf(regressions);
    this.design = new Design(inputs, standardisation);
    if (regressions.size() != schema.size()) {
      throw new IllegalArgumentException(regressions.size() + " regressions for " + schema.names());
    }
    for (LinearWeights regression : regressions) {
      if (regression.weights().size() != design.width()) {
        throw new IllegalArgumentException(
            regression.weights().size() + " weights, not " + design.width() + ".");
      }
    }
    this.weights =
        regressions.stream()
            .map(r -> r.weights().stream().mapToDouble(d -> d).toArray())
            .toArray(double[][]::new);
  }

  @Override
  public LabelSchema schema() {
    return schema;
  }

  @Override
  public List<String> inputs() {
    return inputs.names();
  }

  @Override
  public Scores score(Dataset examples) {
    BoundInputs bound = inputs.bind(examples, "examples to score");
    int k = weights.length;
    float[][] columns = new float[k][bound.rows()];
    double[] row = new double[k];
    for (int i = 0; i < bound.rows(); i++) {
      double sum = 0;
      for (int label = 0; label < k; label++) {
        double logOdds =
            regressions.get(label).intercept() + design.product(bound, i, weights[label]);
        row[label] = 1 / (1 + Math.exp(-logOdds));
        sum += row[label];
      }
      for (int label = 0; label < k; label++) {
        columns[label][i] =
            (float) (schema.kind() == TaskKind.MULTICLASS ? share(row[label], sum, k) : row[label]);
      }
    }
    return Scores.takeOver(columns);
  }

  /** A class's share of the row's sum; equal shares where every class is ruled out. */
  private static double share(double score, double sum, int classes) {
    return sum > 0 ? score / sum : 1.0 / classes;
  }

  @Override
  public ModelFiles files() {
    LogisticDocument document =
        new LogisticDocument(
            SchemaDocument.of(schema), InputDocument.of(inputs), standardisation, regressions);
    return new ModelFiles(Map.of(LogisticDocument.FILE, StoredDocument.write(document)));
  }

  @Override
  public void close() {}
}
