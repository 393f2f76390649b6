package dev.assay.core.gate;

import dev.assay.core.comparison.Comparison;
import dev.assay.core.comparison.LabelOutput;
import dev.assay.core.evaluation.Subject;
import dev.assay.core.metric.MetricValue;
import dev.assay.core.statistics.IntervalValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Applies the gate that no label may be predicted everywhere, nowhere or by a constant. */
final class DegenerateCheck {

  private static final String MEASURED = "positive_rate";
  private static final String BOUND = "must not be degenerate";

  private DegenerateCheck() {}

  static Check of(DegenerateGate gate, EvidenceSource source) {
    List<Evidence> evidence = new ArrayList<>();
    for (String holdout : gate.holdouts()) {
      Optional<Comparison> comparison = source.comparison(holdout);
      if (comparison.isEmpty() || comparison.get().outputs().isEmpty()) {
        Place place = new Place(holdout, new Subject.Whole(), MEASURED);
        evidence.add(Evidence.missing(place, BOUND, "no predictions on " + holdout));
      } else {
        comparison.get().outputs().stream()
            .map(output -> evidence(holdout, output, gate.minimumSupport()))
            .forEach(evidence::add);
      }
    }
    Outcome outcome = Outcomes.ofAll(evidence);
    String sentence = Sentences.ofMany(gate.words(), evidence, Evidence::note, outcome);
    return new Check(gate, outcome, evidence, sentence);
  }

  private static Evidence evidence(String holdout, LabelOutput output, MinimumSupport minimum) {
    long rows = output.support().rows();
    MetricValue rate =
        rows == 0
            ? MetricValue.undefined("no rows")
            : MetricValue.of((double) output.predicted() / rows);
    Figures figures =
        Figures.ofCandidate(
            rate,
            IntervalValue.undefined("not judged by an interval"),
            output.support(),
            "not judged against the champion");
    Ruling ruling = ruling(output, minimum);
    Place place = new Place(holdout, new Subject.Label(output.label()), MEASURED);
    return new Evidence(
        place,
        figures,
        BOUND,
        ruling.standing(),
        ruling.note(),
        Prospect.none("not judged by an interval"));
  }

  private static Ruling ruling(LabelOutput output, MinimumSupport minimum) {
    long rows = output.support().rows();
    long positives = output.support().positives();
    boolean positivesSuffice = positives > 0 && minimum.isMetBy(output.support());
    boolean negativesSuffice = rows > positives && rows - positives >= minimum.count();
    if (positivesSuffice && output.predicted() == 0) {
      return new Ruling(
          Standing.FAIL,
          "predicted nowhere though " + Words.counted(positives, "row") + " have it");
    }
    if (negativesSuffice && output.predicted() == rows) {
      return new Ruling(
          Standing.FAIL,
          "predicted everywhere though " + Words.counted(rows - positives, "row") + " lack it");
    }
    if (positivesSuffice && negativesSuffice && output.lowest() == output.highest()) {
      return new Ruling(Standing.FAIL, "scored " + output.lowest() + " everywhere");
    }
    boolean varies = output.predicted() > 0 && output.predicted() < rows;
    return varies || positivesSuffice
        ? new Ruling(Standing.PASS, "")
        : new Ruling(Standing.TOO_LITTLE_SUPPORT, minimum.words(output.support()));
  }
}
