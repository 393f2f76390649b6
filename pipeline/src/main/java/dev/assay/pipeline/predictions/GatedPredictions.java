package dev.assay.pipeline.predictions;

import dev.assay.core.comparison.Comparison;
import dev.assay.core.gate.Decision;
import dev.assay.core.gate.Verdict;
import dev.assay.core.suite.SuiteComparison;
import dev.assay.pipeline.experiment.GatesFile;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * What gates made of predictions.
 *
 * @param gates what they were judged by
 * @param decidedBy the decision rules in words, by side and holdout
 * @param comparisons one of each holdout
 * @param suites both sides on each suite that there are predictions for
 * @param verdict the verdict
 */
public record GatedPredictions(
    GatesFile gates,
    SequencedMap<String, String> decidedBy,
    List<Comparison> comparisons,
    List<SuiteComparison> suites,
    Verdict verdict) {

  /** Copies the collections, keeping their order. */
  public GatedPredictions {
    decidedBy = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(decidedBy));
    comparisons = List.copyOf(comparisons);
    suites = List.copyOf(suites);
  }

  /** Whether the candidate would be promoted. */
  public boolean isPromoted() {
    return verdict.decision() == Decision.PROMOTE;
  }
}
