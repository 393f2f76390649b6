package dev.assay.core.comparison;

import java.util.List;

/**
 * What a comparison rests on.
 *
 * @param rows how many rows both sides were scored on
 * @param exposure rows that left because a side had been trained on them
 * @param dependence which rows were drawn together, in words, e.g. {@code 80 groups}
 * @param newLabels labels that only the candidate knows: they have no champion's figure
 * @param retiredLabels labels that only the champion knows: they are in no figure
 */
public record ComparisonBasis(
    long rows,
    Exposure exposure,
    String dependence,
    List<String> newLabels,
    List<String> retiredLabels) {

  /** Copies the lists. */
  public ComparisonBasis {
    newLabels = List.copyOf(newLabels);
    retiredLabels = List.copyOf(retiredLabels);
  }
}
