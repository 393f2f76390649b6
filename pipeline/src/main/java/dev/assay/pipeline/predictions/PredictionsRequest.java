package dev.assay.pipeline.predictions;

import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.NearestName;
import dev.assay.core.problem.Problems;
import dev.assay.data.predictions.PredictionColumns;
import dev.assay.data.predictions.PredictionsFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Predictions that are asked for.
 *
 * @param file a Parquet, CSV or JSON lines file
 * @param labels the labels wanted, in order; empty for all in the order of the file. Of a
 *     multilabel file some may be left out; a binary one whose columns do not name the label takes
 *     its name from here
 * @param slices columns that metrics are broken down by
 */
public record PredictionsRequest(Path file, List<String> labels, List<String> slices) {

  /** Copies the lists. */
  public PredictionsRequest {
    labels = List.copyOf(labels);
    slices = List.copyOf(slices);
  }

  /**
   * Reads the file.
   *
   * @throws InvalidInputException with all that is wrong with it, or where it lacks a label
   */
  public Predictions read() {
    Predictions all = PredictionsFile.read(file, new PredictionColumns(Optional.empty(), slices));
    return labels.isEmpty() || labels.equals(all.schema().names()) ? all : selected(all);
  }

  private Predictions selected(Predictions all) {
    List<String> there = all.schema().names();
    boolean unnamed = there.equals(List.of(PredictionColumns.UNNAMED));
    if (unnamed && labels.size() == 1) {
      return new Predictions(
          all.attributes(),
          Labels.ofColumns(
              LabelSchema.binary(labels.getFirst()), new byte[][] {all.truth().column(0)}),
          all.scores());
    }
    Problems problems = new Problems();
    labels.stream()
        .filter(label -> !there.contains(label))
        .forEach(
            label ->
                problems.add(
                    file.toString(),
                    "there is no label '" + label + "'.",
                    NearestName.advice(label, there)));
    if (all.schema().kind() == TaskKind.MULTICLASS) {
      there.stream()
          .filter(label -> !labels.contains(label))
          .forEach(
              label ->
                  problems.add(
                      file.toString(),
                      "the class '" + label + "' is left out.",
                      "Classes exclude each other: name all or none."));
    }
    problems.throwIfAny();
    return all.restrictedTo(new LabelSchema(all.schema().kind(), labels));
  }
}
