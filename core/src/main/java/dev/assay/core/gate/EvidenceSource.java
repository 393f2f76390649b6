package dev.assay.core.gate;

import dev.assay.core.comparison.Comparison;
import dev.assay.core.metric.MetricValue;
import dev.assay.core.suite.SuiteComparison;
import java.util.List;
import java.util.Optional;

/** Where a judge finds what gates ask for. */
public interface EvidenceSource {

  /** The comparison on a holdout; empty where none was made, which holds the candidate. */
  Optional<Comparison> comparison(String holdout);

  /**
   * A measured cost of serving the candidate; undefined with a reason where it was not measured.
   */
  MetricValue cost(CostGate.Cost cost);

  /** Both sides on a suite; empty where it was not run, which holds the candidate. */
  default Optional<SuiteComparison> suite(String name) {
    return Optional.empty();
  }

  /**
   * The names of the groups that came off worst in an earlier run.
   *
   * @param worst which groups
   * @param target what the gate that asks looks at: its metric is what they came off worst in
   */
  default GroupNames named(SubjectSelector.WorstGroups worst, Target target) {
    return new GroupNames.Unknown("no earlier run is on record here");
  }

  /**
   * The same comparison of the champion with reruns of itself under other seeds: how much changes
   * by chance alone. Each must answer what the comparison answers, or it is not counted. Empty
   * where no reruns were made.
   */
  default List<Comparison> reruns(String holdout) {
    return List.of();
  }
}
