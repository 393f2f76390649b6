package dev.assay.core.model;

import dev.assay.core.example.Dataset;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.prediction.Scores;
import java.util.List;
import java.util.Optional;

/**
 * A trained model. Scoring is deterministic and thread-safe; native memory that it holds is freed
 * by {@link #close()}, after which nothing else may be called.
 */
public interface Model extends AutoCloseable {

  /** The labels that it scores, in column order. */
  LabelSchema schema();

  /** The names of the features that it reads; a dataset may hold others too. */
  List<String> inputs();

  /** Whether it also reads the group of a row, so that every dataset to score must have groups. */
  default boolean readsGroups() {
    return false;
  }

  /**
   * Scores every row of a dataset, {@code (n, k)}. Labels of the dataset are not looked at.
   *
   * @throws dev.assay.core.problem.InvalidInputException where an input is missing from the dataset
   *     or of another type than in training
   */
  Scores score(Dataset examples);

  /**
   * Stores the weights otherwise. Only a model that was just trained has them at hand: one that was
   * read from its files has those of one precision.
   */
  default Optional<Exporter> exporter() {
    return Optional.empty();
  }

  /** The files that the model is stored as; the same weights give the same bytes. */
  ModelFiles files();

  /** The hash of the weights: what calibration and thresholds are bound to. */
  default String weightsHash() {
    return files().hash();
  }

  @Override
  void close();
}
