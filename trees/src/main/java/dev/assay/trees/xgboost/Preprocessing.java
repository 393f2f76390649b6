package dev.assay.trees.xgboost;

import dev.assay.trees.internal.InputDocument;
import dev.assay.trees.internal.SchemaDocument;
import java.util.List;

/**
 * What is stored beside the boosters.
 *
 * @param library the version of XGBoost that trained them
 * @param labels the label schema
 * @param inputs the inputs in the order of the boosters' features; the code of a level is its place
 * @param boosters the boosters' files in order: one for all classes, or one for each label
 */
record Preprocessing(
    String library, SchemaDocument labels, List<InputDocument> inputs, List<BoosterFile> boosters) {

  static final String FILE = "preprocessing.json";

  Preprocessing {
    inputs = List.copyOf(inputs);
    boosters = List.copyOf(boosters);
  }

  /**
   * The file of a booster.
   *
   * @param name its name
   * @param sha256 the hash of its content: the library may crash on a damaged file, so one is never
   *     handed to it
   */
  record BoosterFile(String name, String sha256) {}
}
