package dev.assay.core.gate;

import dev.assay.core.comparison.Compared;
import dev.assay.core.statistics.Estimate;
import dev.assay.core.statistics.PairedEstimate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Applies the gate that nothing may be called a regression. */
final class RegressionCheck {

  private static final String BOUND = "may not regress";

  private final RegressionGate gate;
  private final int judged;
  private final Map<Compared, Ruling> rulings = new HashMap<>();

  private RegressionCheck(RegressionGate gate, List<Finding> findings) {
    this.gate = gate;
    Regressions found = Regressions.among(Finding.usable(findings), MinimumSupport.NONE);
    judged = found.judged();
    found.called().forEach(loss -> rulings.put(loss.compared(), called(loss)));
    found.worthALook().forEach(loss -> rulings.put(loss.compared(), worthALook(loss)));
    found.unshown().forEach(unshown -> rulings.put(unshown.compared(), unjudged(unshown)));
  }

  static Check of(RegressionGate gate, EvidenceSource source) {
    List<Finding> findings = new ArrayList<>();
    gate.holdouts()
        .forEach(holdout -> findings.addAll(Finding.ofBoth(holdout, gate.target(), source)));
    return new RegressionCheck(gate, findings).check(findings);
  }

  private Check check(List<Finding> findings) {
    List<Evidence> evidence = findings.stream().map(this::evidence).toList();
    Outcome outcome = Outcomes.ofAll(evidence);
    String sentence =
        Sentences.ofMany(
            "%s (%d judged, 5%% in all)".formatted(gate.words(), judged),
            evidence,
            row -> Words.change(row.figures().difference()),
            outcome);
    return new Check(gate, outcome, evidence, sentence);
  }

  private Evidence evidence(Finding finding) {
    if (!(finding instanceof Finding.Usable(Place place, Compared compared))) {
      return finding.asPart(part -> part.estimate().difference(), BOUND);
    }
    Estimate difference = compared.estimate().difference();
    Ruling ruling = rulings.getOrDefault(compared, new Ruling(Standing.PASS, ""));
    return new Evidence(
        place,
        Figures.of(compared, difference),
        BOUND,
        ruling.standing(),
        ruling.note(),
        Prospect.of(difference));
  }

  private static Ruling called(Regressions.Loss loss) {
    return new Ruling(Standing.FAIL, "p " + Words.figure(loss.holm()) + " after Holm");
  }

  private static Ruling worthALook(Regressions.Loss loss) {
    String p = Words.figure(loss.falseDiscovery());
    return new Ruling(Standing.PASS, "worth a look: p " + p + " after Benjamini-Hochberg");
  }

  /** A value that only the champion has is lost; one that it does not have either is not. */
  private static Ruling unjudged(Regressions.Unshown unshown) {
    PairedEstimate estimate = unshown.compared().estimate();
    return estimate.champion().value().isDefined() && !estimate.candidate().value().isDefined()
        ? new Ruling(Standing.FAIL, unshown.reason())
        : new Ruling(Standing.TOO_LITTLE_SUPPORT, "no effect would show: " + unshown.reason());
  }
}
