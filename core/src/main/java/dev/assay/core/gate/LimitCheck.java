package dev.assay.core.gate;

import dev.assay.core.comparison.Compared;
import dev.assay.core.evaluation.Support;
import dev.assay.core.statistics.Estimate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** Applies a gate that asks each of its subjects to keep a limit. */
final class LimitCheck {

  /** Where a gate looks: at the candidate, or at both sides. */
  @FunctionalInterface
  private interface Finder {
    List<Finding> find(String holdout, Target target, EvidenceSource source);
  }

  private final Gate gate;
  private final Finder finder;
  private final Target target;
  private final JudgedBy judgedBy;
  private final Limit limit;
  private final String bound;
  private final Function<Compared, Estimate> judged;
  private final Function<Figures, String> shown;
  private final Function<Figures, String> spelled;

  private LimitCheck(ValueGate gate) {
    this.gate = gate;
    finder = Finding::on;
    target = gate.target();
    judgedBy = gate.handling().judgedBy();
    limit = gate.limit();
    bound = "must be " + limit.words();
    judged = compared -> compared.estimate().candidate();
    shown = figures -> Words.figure(figures.candidate());
    spelled = figures -> shown.apply(figures) + Words.interval(figures.interval());
  }

  private LimitCheck(ChangeGate gate) {
    this.gate = gate;
    finder = Finding::ofBoth;
    target = gate.target();
    judgedBy = gate.handling().judgedBy();
    limit = gate.limit().ofDifference(target.metric());
    String sense = target.metric().higherIsBetter() ? "" : " (lower is better)";
    bound = Words.changeAsked(gate.limit()) + sense;
    judged = compared -> compared.estimate().difference();
    shown = figures -> Words.change(figures.difference());
    spelled =
        figures ->
            figures.champion().isDefined()
                ? "%s against %s of the champion, %s%s"
                    .formatted(
                        Words.figure(figures.candidate()),
                        Words.figure(figures.champion()),
                        shown.apply(figures),
                        Words.changeInterval(figures.interval()))
                : "%s; the champion's is %s"
                    .formatted(Words.figure(figures.candidate()), Words.figure(figures.champion()));
  }

  static Check of(ValueGate gate, EvidenceSource source) {
    return new LimitCheck(gate).check(source);
  }

  static Check of(ChangeGate gate, EvidenceSource source) {
    return new LimitCheck(gate).check(source);
  }

  private Check check(EvidenceSource source) {
    List<Evidence> evidence = new ArrayList<>();
    for (String holdout : target.holdouts()) {
      evidence.addAll(evidence(finder.find(holdout, target, source)));
    }
    Outcome outcome = Outcomes.ofAll(evidence);
    return new Check(gate, outcome, evidence, sentence(evidence, outcome));
  }

  private List<Evidence> evidence(List<Finding> findings) {
    Iterator<Adjusted> adjusted =
        Adjusted.ofAll(Finding.usable(findings).stream().map(judged).toList(), limit).iterator();
    List<Evidence> evidence = new ArrayList<>();
    for (Finding finding : findings) {
      evidence.add(
          finding instanceof Finding.Usable usable
              ? evidence(usable, adjusted.next())
              : finding.asPart(judged, bound));
    }
    return evidence;
  }

  private Evidence evidence(Finding.Usable usable, Adjusted adjusted) {
    Estimate estimate = judged.apply(usable.compared());
    Ruling ruling = Ruling.of(estimate, limit, judgedBy, adjusted);
    Support support = usable.compared().support();
    Prospect prospect =
        Prospect.of(
            ruling.standing(),
            estimate,
            limit,
            adjusted,
            factor -> FurtherExamples.rows(support, factor));
    return new Evidence(
        usable.place(),
        Figures.of(usable.compared(), estimate),
        bound,
        ruling.standing(),
        ruling.standing() == Standing.INCONCLUSIVE
            ? ruling.note() + "; " + prospect.settledBy().words()
            : ruling.note(),
        prospect);
  }

  private String sentence(List<Evidence> evidence, Outcome outcome) {
    if (evidence.size() > 1) {
      return Sentences.ofMany(gate.words(), evidence, row -> shown.apply(row.figures()), outcome);
    }
    Evidence only = evidence.getFirst();
    String remark =
        switch (only.standing()) {
          case TOO_LITTLE_SUPPORT -> "; too little support: " + only.note();
          case INCONCLUSIVE -> "; " + only.note();
          case PASS, FAIL, WITHOUT_CHAMPION, COUNTED_IN -> "";
        };
    return "%s: %s; %s%s: %s"
        .formatted(
            Words.of(only.place()),
            spelled.apply(only.figures()),
            bound,
            remark,
            Words.lower(outcome));
  }
}
