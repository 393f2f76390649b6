package dev.assay.core.gate;

import dev.assay.core.comparison.Compared;
import dev.assay.core.comparison.Comparison;
import dev.assay.core.comparison.ComparisonBasis;
import dev.assay.core.comparison.Exposure;
import dev.assay.core.comparison.LabelOutput;
import dev.assay.core.comparison.Question;
import dev.assay.core.evaluation.Subject;
import dev.assay.core.evaluation.Support;
import dev.assay.core.metric.Metric;
import dev.assay.core.metric.MetricValue;
import dev.assay.core.statistics.Estimate;
import dev.assay.core.statistics.Interval;
import dev.assay.core.statistics.IntervalValue;
import dev.assay.core.statistics.PairedEstimate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Evidence with stated figures. Every figure has an interval of one half-width. */
final class Found implements EvidenceSource {

  private final Map<String, List<Compared>> figures = new LinkedHashMap<>();
  private final Map<String, List<LabelOutput>> outputs = new HashMap<>();
  private final Map<String, List<Comparison>> reruns = new HashMap<>();
  private final Map<CostGate.Cost, Double> costs = new HashMap<>();
  private final Map<String, Exposure> exposures = new HashMap<>();
  private final List<String> newLabels = new ArrayList<>();
  private double halfWidth = 0.01;

  /** The half-width of the intervals of figures added from now on. */
  Found uncertain(double newHalfWidth) {
    halfWidth = newHalfWidth;
    return this;
  }

  Found whole(String holdout, String metric, double champion, double candidate) {
    return add(holdout, metric, new Subject.Whole(), champion, candidate, 100);
  }

  Found add(
      String holdout,
      String metric,
      Subject subject,
      double champion,
      double candidate,
      long events) {
    PairedEstimate estimate =
        new PairedEstimate(estimate(champion), estimate(candidate), estimate(candidate - champion));
    return add(holdout, metric, subject, estimate, events);
  }

  Found undefined(String holdout, String metric, Subject subject, String reason, long events) {
    Estimate none = Estimate.undefined(reason);
    return add(holdout, metric, subject, new PairedEstimate(none, none, none), events);
  }

  private Found add(
      String holdout, String metric, Subject subject, PairedEstimate estimate, long events) {
    figures
        .computeIfAbsent(holdout, name -> new ArrayList<>())
        .add(
            new Compared(
                new Question(Metric.parse(metric), subject),
                estimate,
                new Support(1000, events, events)));
    return this;
  }

  private Estimate estimate(double value) {
    Interval interval =
        new Interval(value - halfWidth, value + halfWidth, 0.95, Interval.Method.BOOTSTRAP);
    return new Estimate(
        MetricValue.of(value),
        IntervalValue.of(interval),
        MetricValue.of(halfWidth / 1.96),
        200,
        0);
  }

  Found output(String holdout, String label, long positives, long predicted) {
    return output(
        holdout, new LabelOutput(label, new Support(1000, positives, positives), predicted, 0, 1));
  }

  Found output(String holdout, LabelOutput output) {
    outputs.computeIfAbsent(holdout, name -> new ArrayList<>()).add(output);
    return this;
  }

  Found rerun(String holdout, Found rerun) {
    reruns
        .computeIfAbsent(holdout, name -> new ArrayList<>())
        .add(rerun.comparison(holdout).orElseThrow());
    return this;
  }

  Found cost(CostGate.Cost cost, double value) {
    costs.put(cost, value);
    return this;
  }

  Found newLabel(String label) {
    newLabels.add(label);
    return this;
  }

  Found exposure(String holdout, Exposure exposure) {
    exposures.put(holdout, exposure);
    return this;
  }

  @Override
  public Optional<Comparison> comparison(String holdout) {
    if (!figures.containsKey(holdout) && !outputs.containsKey(holdout)) {
      return Optional.empty();
    }
    List<LabelOutput> shown =
        outputs.getOrDefault(
            holdout,
            List.of(new LabelOutput("incident", new Support(1000, 100, 100), 120, 0.1f, 0.9f)));
    ComparisonBasis basis =
        new ComparisonBasis(
            1000,
            exposures.getOrDefault(holdout, new Exposure.Known(0, 0)),
            "1000 rows",
            newLabels,
            List.of());
    return Optional.of(
        new Comparison(holdout, basis, figures.getOrDefault(holdout, List.of()), shown, List.of()));
  }

  @Override
  public MetricValue cost(CostGate.Cost cost) {
    Double value = costs.get(cost);
    return value == null ? MetricValue.undefined("nobody measured it") : MetricValue.of(value);
  }

  @Override
  public List<Comparison> reruns(String holdout) {
    return reruns.getOrDefault(holdout, List.of());
  }
}
