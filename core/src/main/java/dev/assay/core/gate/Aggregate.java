package dev.assay.core.gate;

import java.util.ArrayList;
import java.util.List;

/** Applies a gate that judges several figures as one: a summary or a count on each holdout. */
abstract sealed class Aggregate permits SummaryCheck, CountCheck {

  /** What the gate finds on one of its holdouts. */
  abstract List<Finding> find(String holdout, EvidenceSource source);

  /** The evidence that one of the figures is. */
  abstract Evidence part(Finding finding);

  /** The evidence that is judged, where no figure is missing. */
  abstract Evidence judged(Place place, List<Finding> findings, EvidenceSource source);

  /** What is judged on a holdout. */
  abstract Place place(String holdout);

  /** What the gate holds it against, in words. */
  abstract String bound();

  /** The sentence of what is judged, without its outcome. */
  abstract String sentence(List<Evidence> judged);

  /** The check: what is judged on each holdout first, then its parts. */
  final Check check(Gate gate, EvidenceSource source) {
    List<Evidence> judged = new ArrayList<>();
    List<Evidence> parts = new ArrayList<>();
    for (String holdout : gate.holdouts()) {
      List<Finding> findings = find(holdout, source);
      findings.forEach(finding -> parts.add(part(finding)));
      judged.add(complete(holdout, findings, source));
    }
    Outcome outcome = Outcomes.ofAll(judged);
    List<Evidence> evidence = new ArrayList<>(judged);
    evidence.addAll(parts);
    return new Check(gate, outcome, evidence, sentence(judged) + ": " + Words.lower(outcome));
  }

  /** One missing figure makes the count or summary one of something else. */
  private Evidence complete(String holdout, List<Finding> findings, EvidenceSource source) {
    for (Finding finding : findings) {
      if (finding instanceof Finding.Missing missing) {
        String note = missing.place().subject() + ": " + missing.note();
        return Evidence.missing(place(holdout), bound(), note);
      }
    }
    return judged(place(holdout), findings, source);
  }
}
