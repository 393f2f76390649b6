package dev.assay.pipeline.predictions;

import dev.assay.pipeline.experiment.DecisionDeclaration;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the scores of a predictions file become decisions. A multiclass schema is decided by the
 * highest score and takes {@link Standard} only.
 */
public sealed interface Cuts {

  /** The cut of every label where nothing is said. */
  double STANDARD_CUT = 0.5;

  /** Nothing is said: {@link #STANDARD_CUT}, or the highest score. */
  record Standard() implements Cuts {}

  /**
   * One cut for all labels.
   *
   * @param cut in {@code [0, 1]}
   */
  record Uniform(double cut) implements Cuts {}

  /**
   * A cut for each label.
   *
   * @param cuts cuts in {@code [0, 1]} by label
   */
  record ByLabel(Map<String, Double> cuts) implements Cuts {
    /** Copies the map, in alphabetical order. */
    public ByLabel {
      cuts = Collections.unmodifiableMap(new TreeMap<>(cuts));
    }
  }

  /**
   * Cuts that are chosen on validation predictions of the same model.
   *
   * @param validation their file
   * @param decision what the cuts are chosen for; its calibration is not looked at, since scores
   *     from elsewhere are taken as they are
   */
  record ChosenOn(Path validation, DecisionDeclaration decision) implements Cuts {}
}
