package dev.assay.core.gate;

import dev.assay.core.comparison.Compared;
import dev.assay.core.comparison.Comparison;
import dev.assay.core.evaluation.Subject;
import dev.assay.core.evaluation.Support;
import dev.assay.core.metric.MetricValue;
import dev.assay.core.statistics.IntervalValue;
import dev.assay.core.statistics.Reruns;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Applies a gate on how many subjects get better. */
final class CountCheck extends Aggregate {

  /** How surely a rerun with another seed must stay below a count that passes. */
  private static final double CONFIDENCE = 0.95;

  private final CountGate gate;
  private final Limit limit;
  private final String bound;

  private CountCheck(CountGate gate) {
    this.gate = gate;
    limit = ChangeLimit.gainAtLeast(gate.improveBy()).ofDifference(gate.target().metric());
    bound =
        "at least %d must gain at least %s"
            .formatted(gate.countAtLeast(), Words.plain(gate.improveBy()));
  }

  static Check of(CountGate gate, EvidenceSource source) {
    return new CountCheck(gate).check(gate, source);
  }

  @Override
  List<Finding> find(String holdout, EvidenceSource source) {
    return Finding.ofBoth(holdout, gate.target(), source);
  }

  @Override
  Evidence part(Finding finding) {
    return finding.asPart(compared -> compared.estimate().difference(), bound);
  }

  @Override
  Place place(String holdout) {
    return new Place(holdout, new Subject.Whole(), "improved in " + gate.target().metric());
  }

  @Override
  String bound() {
    return bound;
  }

  @Override
  String sentence(List<Evidence> judged) {
    return "%s; at least %d must"
        .formatted(
            String.join("; ", judged.stream().map(Evidence::note).toList()), gate.countAtLeast());
  }

  @Override
  Evidence judged(Place place, List<Finding> findings, EvidenceSource source) {
    String holdout = place.holdout();
    List<Compared> usable = Finding.usable(findings);
    int count = (int) usable.stream().filter(this::improved).count();
    List<Integer> byChance =
        source.reruns(holdout).stream()
            .filter(rerun -> answersAll(rerun, usable))
            .map(rerun -> countIn(rerun, usable))
            .toList();
    int unjudged = findings.size() - usable.size();
    Ruling ruling = ruling(holdout, count, unjudged);
    if (ruling.standing() == Standing.PASS) {
      ruling = beyondChance(count, usable.size(), byChance);
    }
    String found =
        "%s on %s: %d of %d gain at least %s, %d with too little support left out"
            .formatted(
                gate.target().metric(),
                holdout,
                count,
                usable.size(),
                Words.plain(gate.improveBy()),
                unjudged);
    String note = ruling.note().isEmpty() ? found : found + "; " + ruling.note();
    String reason = "a count of differences has none of its own";
    Figures figures =
        Figures.ofCandidate(
            MetricValue.of(count), IntervalValue.undefined(reason), new Support(0, 0, 0), reason);
    return new Evidence(place, figures, bound, ruling.standing(), note, Prospect.none(reason));
  }

  /** What the count comes to before chance is asked about. */
  private Ruling ruling(String holdout, int count, int unjudged) {
    boolean picked =
        gate.target().subjects() instanceof SubjectSelector.NamedGroups named
            && named.pickedOn().equals(holdout);
    if (count + unjudged < gate.countAtLeast()) {
      return new Ruling(Standing.FAIL, "");
    }
    if (count < gate.countAtLeast()) {
      return new Ruling(Standing.INCONCLUSIVE, "undecidable without the unjudged ones");
    }
    if (picked) {
      return new Ruling(
          Standing.INCONCLUSIVE,
          "they were picked on this very holdout, where the worst get better by themselves");
    }
    return new Ruling(Standing.PASS, "");
  }

  /** A count passes only where a rerun of the champion with another seed would not reach it. */
  private static Ruling beyondChance(int count, int judged, List<Integer> byChance) {
    if (byChance.size() < Reruns.LEAST) {
      return new Ruling(
          Standing.INCONCLUSIVE,
          "%s of the champion with another seed on record, and it takes %d to tell how many"
                  .formatted(Words.counted(byChance.size(), "rerun"), Reruns.LEAST)
              + " improve by chance");
    }
    double bound = Reruns.atMost(byChance, judged, CONFIDENCE);
    String reached =
        "%d reruns of the champion with other seeds reach %d to %d"
            .formatted(byChance.size(), Collections.min(byChance), Collections.max(byChance));
    return count > bound
        ? new Ruling(Standing.PASS, reached)
        : new Ruling(
            Standing.INCONCLUSIVE,
            "%s, and one more would stay at or below %d in 95 of 100 cases"
                .formatted(reached, Math.min(judged, (int) Math.floor(bound))));
  }

  private static boolean answersAll(Comparison rerun, List<Compared> usable) {
    return usable.stream().allMatch(compared -> rerun.figure(compared.question()).isPresent());
  }

  private int countIn(Comparison rerun, List<Compared> usable) {
    return (int)
        usable.stream()
            .map(compared -> rerun.figure(compared.question()))
            .flatMap(Optional::stream)
            .filter(this::improved)
            .count();
  }

  /** Whether a subject gets better by enough; one whose difference is undefined does not. */
  private boolean improved(Compared compared) {
    return compared.estimate().difference().value() instanceof MetricValue.Defined(double change)
        && limit.holds(change);
  }
}
