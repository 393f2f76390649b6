package dev.assay.core.gate;

import dev.assay.core.comparison.Compared;
import dev.assay.core.evaluation.Subject;
import dev.assay.core.evaluation.Support;
import dev.assay.core.metric.MetricValue;
import dev.assay.core.statistics.BootstrapSettings;
import dev.assay.core.statistics.Estimate;
import dev.assay.core.statistics.IntervalValue;
import dev.assay.core.statistics.Samples;
import dev.assay.core.statistics.Simultaneous;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** Applies a gate on the median, mean or worst of several figures. */
final class SummaryCheck extends Aggregate {

  private final SummaryGate gate;
  private final String bound;

  private SummaryCheck(SummaryGate gate) {
    this.gate = gate;
    bound = "must be " + gate.limit().words();
  }

  static Check of(SummaryGate gate, EvidenceSource source) {
    return new SummaryCheck(gate).check(gate, source);
  }

  @Override
  List<Finding> find(String holdout, EvidenceSource source) {
    return Finding.on(holdout, gate.target(), source);
  }

  @Override
  Evidence part(Finding finding) {
    return finding.asPart(compared -> compared.estimate().candidate(), bound);
  }

  @Override
  Place place(String holdout) {
    String measured = Words.lower(gate.summary()) + " " + gate.target().metric();
    return new Place(holdout, new Subject.Whole(), measured);
  }

  @Override
  String bound() {
    return bound;
  }

  @Override
  String sentence(List<Evidence> judged) {
    return String.join("; ", judged.stream().map(this::words).toList());
  }

  @Override
  Evidence judged(Place place, List<Finding> findings, EvidenceSource source) {
    List<Compared> usable = Finding.usable(findings);
    int leftOut = findings.size() - usable.size();
    String note = "over %d, %d with too little support left out".formatted(usable.size(), leftOut);
    if (usable.size() < least()) {
      String undecidable =
          "undecidable: %d left, at least %d needed".formatted(usable.size(), least());
      Prospect prospect =
          new Prospect(
              new FurtherExamples.Subjects(least() - usable.size()),
              MetricValue.undefined(undecidable));
      return new Evidence(
          place, Figures.none(undecidable), bound, Standing.INCONCLUSIVE, undecidable, prospect);
    }
    Estimate candidate = summedUp(usable, compared -> compared.estimate().candidate());
    Estimate champion = summedUp(usable, compared -> compared.estimate().champion());
    Ruling ruling = Ruling.of(candidate, gate.limit(), gate.handling().judgedBy());
    Figures figures =
        new Figures(
            champion.value(),
            candidate.value(),
            difference(candidate.value(), champion.value()),
            candidate.interval(),
            together(usable));
    Prospect prospect =
        Prospect.of(
            ruling.standing(),
            candidate,
            gate.limit(),
            Adjusted.ALONE,
            factor -> settling(usable, factor));
    String remark = ruling.note().isEmpty() ? note : note + "; " + ruling.note();
    String open =
        ruling.standing() == Standing.INCONCLUSIVE ? "; " + prospect.settledBy().words() : "";
    return new Evidence(place, figures, bound, ruling.standing(), remark + open, prospect);
  }

  /** The worst is one of these subjects; a median and a mean are surer with more of them. */
  private FurtherExamples settling(List<Compared> usable, double factor) {
    return switch (gate.summary()) {
      case MEDIAN, MEAN -> FurtherExamples.subjects(usable.size(), factor);
      case WORST -> FurtherExamples.rows(together(usable), factor);
    };
  }

  private int least() {
    return gate.summary() == SummaryGate.Summary.WORST ? 1 : SummaryGate.LEAST_SUBJECTS;
  }

  private Estimate summedUp(List<Compared> usable, Function<Compared, Estimate> side) {
    List<Estimate> figures = new ArrayList<>();
    for (Compared compared : usable) {
      Estimate figure = side.apply(compared);
      if (figure.value() instanceof MetricValue.Undefined(String reason)) {
        return Estimate.undefined(compared.question().subject() + ": " + reason);
      }
      figures.add(figure);
    }
    List<Double> values = figures.stream().map(figure -> figure.value().orThrow()).toList();
    double level = BootstrapSettings.DEFAULT_LEVEL;
    Estimate summary =
        switch (gate.summary()) {
          case MEDIAN -> estimate(Samples.median(values), Samples.medianInterval(values, level));
          case MEAN -> estimate(Samples.mean(values), Samples.meanInterval(values, level));
          case WORST ->
              gate.target().metric().higherIsBetter()
                  ? estimate(Collections.min(values), Simultaneous.least(figures, level))
                  : estimate(Collections.max(values), Simultaneous.greatest(figures, level));
        };
    return summary.within(gate.target().metric());
  }

  private static Estimate estimate(double value, IntervalValue interval) {
    return new Estimate(
        MetricValue.of(value), interval, MetricValue.undefined("not used for a summary"), 0, 0);
  }

  private static MetricValue difference(MetricValue candidate, MetricValue champion) {
    return candidate instanceof MetricValue.Defined(double ours)
            && champion instanceof MetricValue.Defined(double theirs)
        ? MetricValue.of(ours - theirs)
        : MetricValue.undefined("a side is undefined");
  }

  private static Support together(List<Compared> usable) {
    return new Support(
        usable.stream().mapToLong(compared -> compared.support().rows()).sum(),
        usable.stream().mapToLong(compared -> compared.support().positives()).sum(),
        usable.stream().mapToLong(compared -> compared.support().events()).sum());
  }

  private String words(Evidence summary) {
    return "%s: %s%s; %s; %s"
        .formatted(
            Words.of(summary.place()),
            Words.figure(summary.figures().candidate()),
            Words.interval(summary.figures().interval()),
            bound,
            summary.note());
  }
}
