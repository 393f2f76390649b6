package dev.assay.text.tfidf;

import dev.assay.core.example.Dataset;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.TaskKind;
import dev.assay.core.model.Model;
import dev.assay.core.model.ModelFiles;
import dev.assay.core.prediction.Scores;
import dev.assay.text.input.TextInput;
import java.util.List;

/** One logistic regression for each label, on the tf-idf weights of a text's terms. */
final class TfidfLogisticModel implements Model {

  private final LabelSchema schema;
  private final TextInput input;
  private final TfidfFeatures features;
  private final LabelWeights weights;

  TfidfLogisticModel(
      LabelSchema schema, TextInput input, TfidfFeatures features, LabelWeights weights) {
    if (weights.labels() != schema.size() || weights.width() != features.width()) {
      throw new IllegalArgumentException(
          "Weights (%d, %d) for %d terms and %d labels."
              .formatted(weights.width(), weights.labels(), features.width(), schema.size()));
    }
    this.schema = schema;
    this.input = input;
    this.features = features;
    this.weights = weights;
  }

  @Override
  public LabelSchema schema() {
    return schema;
  }

  @Override
  public List<String> inputs() {
    return input.columns();
  }

  TextInput input() {
    return input;
  }

  TfidfFeatures features() {
    return features;
  }

  LabelWeights weights() {
    return weights;
  }

  @Override
  public Scores score(Dataset examples) {
    List<String> texts = input.read(examples, "examples to score");
    float[][] columns = new float[schema.size()][texts.size()];
    TfidfFeatures.Row row = features.row();
    double[] scores = new double[columns.length];
    for (int i = 0; i < texts.size(); i++) {
      row.read(texts.get(i));
      weights.logOdds(row, scores);
      double sum = 0;
      for (int label = 0; label < scores.length; label++) {
        scores[label] = 1 / (1 + Math.exp(-scores[label]));
        sum += scores[label];
      }
      for (int label = 0; label < scores.length; label++) {
        columns[label][i] =
            (float)
                (schema.kind() == TaskKind.MULTICLASS ? share(scores[label], sum) : scores[label]);
      }
    }
    return Scores.takeOver(columns);
  }

  /** A class's share of the row's sum; equal shares where every class is ruled out. */
  private double share(double score, double sum) {
    return sum > 0 ? score / sum : 1.0 / schema.size();
  }

  @Override
  public ModelFiles files() {
    return TfidfFiles.write(this);
  }

  @Override
  public void close() {}
}
