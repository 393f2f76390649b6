package dev.assay.data.suite;

import dev.assay.core.suite.ExpectationKind;
import java.util.List;

/**
 * What a file says is expected, before it is known whether the model has such labels.
 *
 * @param kind the kind of expectation
 * @param labels label names, or {@link #ALL} alone for every label; empty where none is written
 * @param by the least difference of scores; NaN where none is written
 */
public record Claim(ExpectationKind kind, List<String> labels, double by) {

  /** Stands for every label of the model. */
  public static final String ALL = "all";

  /** Copies the labels. */
  public Claim {
    labels = List.copyOf(labels);
  }

  /** A claim without a difference of scores. */
  public static Claim of(ExpectationKind kind, List<String> labels) {
    return new Claim(kind, labels, Double.NaN);
  }

  /** Whether every label of the model is meant. */
  public boolean isOfAll() {
    return labels.equals(List.of(ALL));
  }
}
