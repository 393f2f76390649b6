package dev.assay.core.suite;

import dev.assay.core.metric.Confusion;
import dev.assay.core.metric.Measure;
import dev.assay.core.metric.MetricValue;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How a bundle comes off on a suite.
 *
 * @param suite the suite's name
 * @param outcomes one of each vector, in their order
 */
public record SuiteOutcome(String suite, List<VectorOutcome> outcomes) {

  private static final String SEVERAL = "several labels";

  /** Copies the list. */
  public SuiteOutcome {
    outcomes = List.copyOf(outcomes);
  }

  /** The share of all cases that pass. */
  public PassShare share() {
    return share("all", outcome -> true);
  }

  /** The share of the cases of each functionality, in the order of their first vectors. */
  public List<PassShare> byFunctionality() {
    Set<String> names = new LinkedHashSet<>();
    outcomes.forEach(outcome -> names.add(outcome.vector().functionality()));
    return names.stream()
        .map(name -> share(name, outcome -> outcome.vector().functionality().equals(name)))
        .toList();
  }

  /** The share of the cases in which labels must be detected: the recall of the suite. */
  public PassShare mustDetect() {
    return share(
        "must detect",
        outcome ->
            switch (outcome.vector().expectation().kind()) {
              case MUST_DETECT, MUST_CO_DETECT -> true;
              default -> false;
            });
  }

  /** The share of the cases in which labels must not be detected. */
  public PassShare mustNotDetect() {
    return share(
        "must not detect",
        outcome -> outcome.vector().expectation().kind() == ExpectationKind.MUST_NOT_DETECT);
  }

  /**
   * The mean of the F1 of detecting and that of not detecting, as scikit-learn's {@code f1_macro}
   * has it of the two classes: for suites that are about one label and have cases in which it must
   * be detected and cases in which it must not; undefined for others.
   */
  public MetricValue macroF1() {
    Map<String, Confusion> byLabel = new LinkedHashMap<>();
    for (VectorOutcome outcome : outcomes) {
      if (outcome.isCounted()) {
        add(outcome, byLabel);
      }
    }
    if (byLabel.size() != 1 || byLabel.containsKey(SEVERAL)) {
      return MetricValue.undefined("the suite is not about one label");
    }
    Confusion found = byLabel.values().iterator().next();
    if (found.positives() == 0 || found.negatives() == 0) {
      return MetricValue.undefined("the suite has one side only");
    }
    Confusion missed =
        new Confusion(
            /* truePositives= */ found.trueNegatives(),
            /* falsePositives= */ found.falseNegatives(),
            /* falseNegatives= */ found.falsePositives(),
            /* trueNegatives= */ found.truePositives());
    MetricValue detecting = found.value(Measure.F_BETA, 1);
    MetricValue sparing = missed.value(Measure.F_BETA, 1);
    return MetricValue.of((detecting.orThrow() + sparing.orThrow()) / 2);
  }

  /** Adds a case of one label; pairs and perturbations have no truth of their own. */
  private static void add(VectorOutcome outcome, Map<String, Confusion> byLabel) {
    List<LabelReading> readings = outcome.readings().getFirst();
    LabelReading reading = readings.getFirst();
    long detected = reading.isDetected() ? 1 : 0;
    String label = readings.size() == 1 ? reading.label() : SEVERAL;
    switch (outcome.vector().expectation().kind()) {
      case MUST_DETECT, MUST_CO_DETECT ->
          byLabel.merge(label, new Confusion(detected, 0, 1 - detected, 0), Confusion::plus);
      case MUST_NOT_DETECT ->
          byLabel.merge(label, new Confusion(0, detected, 0, 1 - detected), Confusion::plus);
      case MUST_DIFFER, MUST_SCORE_HIGHER, MUST_NOT_CHANGE, KNOWN_GAP, KNOWN_FALSE_ALARM -> {}
    }
  }

  /** How many vectors came out like this. */
  public long count(VectorOutcome.Result result) {
    return outcomes.stream().filter(outcome -> outcome.result() == result).count();
  }

  /** The vectors that came out like this, in their order. */
  public List<VectorOutcome> with(VectorOutcome.Result result) {
    return outcomes.stream().filter(outcome -> outcome.result() == result).toList();
  }

  /** The same without some vectors, by their ids. */
  SuiteOutcome without(Set<String> ids) {
    return ids.isEmpty()
        ? this
        : new SuiteOutcome(
            suite,
            outcomes.stream().filter(outcome -> !ids.contains(outcome.vector().id())).toList());
  }

  private PassShare share(String of, Predicate<VectorOutcome> among) {
    List<VectorOutcome> counted =
        outcomes.stream().filter(VectorOutcome::isCounted).filter(among).toList();
    return new PassShare(of, counted.stream().filter(VectorOutcome::isMet).count(), counted.size());
  }
}
