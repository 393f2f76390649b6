package dev.assay.core.gate;

import dev.assay.core.evaluation.Subject;
import dev.assay.core.evaluation.Support;
import dev.assay.core.metric.MetricValue;
import dev.assay.core.statistics.IntervalValue;
import java.util.List;

/** Applies a gate on what serving costs. */
final class CostCheck {

  private CostCheck() {}

  static Check of(CostGate gate, EvidenceSource source) {
    MetricValue measured = source.cost(gate.cost());
    String bound = gate.bound();
    Place place = new Place("serving", new Subject.Whole(), gate.cost().words());
    Figures figures =
        Figures.ofCandidate(
            measured,
            IntervalValue.undefined("costs are judged as measured"),
            new Support(0, 0, 0),
            "costs are not compared");
    Outcome outcome =
        measured instanceof MetricValue.Defined(double value)
                && Limit.atMost(gate.atMost()).holds(value)
            ? Outcome.PASS
            : Outcome.FAIL;
    Standing standing = outcome == Outcome.PASS ? Standing.PASS : Standing.FAIL;
    String shown =
        switch (measured) {
          case MetricValue.Defined(double value) -> gate.cost().measured(value);
          case MetricValue.Undefined(String reason) -> "not measured (" + reason + ")";
        };
    String sentence =
        "%s: %s; %s: %s".formatted(gate.cost().words(), shown, bound, Words.lower(outcome));
    Prospect prospect = Prospect.none("costs are judged as measured");
    return new Check(
        gate,
        outcome,
        List.of(new Evidence(place, figures, bound, standing, "", prospect)),
        sentence);
  }
}
