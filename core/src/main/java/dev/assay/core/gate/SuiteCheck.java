package dev.assay.core.gate;

import dev.assay.core.evaluation.Subject;
import dev.assay.core.evaluation.Support;
import dev.assay.core.metric.MetricValue;
import dev.assay.core.statistics.Interval;
import dev.assay.core.statistics.IntervalValue;
import dev.assay.core.suite.PassShare;
import dev.assay.core.suite.SuiteComparison;
import dev.assay.core.suite.SuiteOutcome;
import dev.assay.core.suite.VectorOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Applies a gate on suites. */
final class SuiteCheck {

  private static final String SHARE = "pass_share";
  private static final String CLOSED = "closed_gaps";
  private static final String FUNCTIONALITY = "functionality";
  private static final double LEVEL = 0.95;
  private static final String NO_MORE = "cases of a suite are written, not drawn";

  private final SuiteGate gate;
  private final EvidenceSource source;

  private SuiteCheck(SuiteGate gate, EvidenceSource source) {
    this.gate = gate;
    this.source = source;
  }

  static Check of(SuiteGate gate, EvidenceSource source) {
    return new SuiteCheck(gate, source).check();
  }

  private Check check() {
    List<Evidence> evidence = new ArrayList<>();
    List<SuiteComparison> run = new ArrayList<>();
    for (String suite : gate.suites()) {
      Optional<SuiteComparison> found = source.suite(suite);
      if (found.isEmpty()) {
        evidence.add(missing(suite, "the suite was not run"));
      } else if (found.get().candidate().outcomes().isEmpty()) {
        evidence.add(missing(suite, "the suite has no vector"));
      } else {
        run.add(found.get());
        evidence.addAll(evidence(found.get()));
      }
    }
    if (gate.demand() instanceof SuiteDemand.GapsClosed(int count)) {
      evidence.add(closed(run, count));
    }
    Outcome outcome = Outcomes.ofAll(evidence);
    return new Check(gate, outcome, evidence, sentence(evidence, outcome));
  }

  /** Of one suite as a whole there is more to say than that one of one passes. */
  private String sentence(List<Evidence> evidence, Outcome outcome) {
    return evidence.size() == 1
        ? "%s: %s: %s".formatted(gate.words(), shown(evidence.getFirst()), Words.lower(outcome))
        : Sentences.ofMany(gate.words(), evidence, SuiteCheck::shown, outcome);
  }

  private Evidence missing(String suite, String reason) {
    return Evidence.missing(
        new Place(suite, new Subject.Whole(), SHARE), gate.demand().words(), reason);
  }

  private List<Evidence> evidence(SuiteComparison suite) {
    return switch (gate.demand()) {
      case SuiteDemand.AllPass all -> List.of(all(suite));
      case SuiteDemand.ShareAtLeast(double share, JudgedBy by) -> List.of(share(suite, share, by));
      case SuiteDemand.EachFunctionalityAtLeast each -> byFunctionality(suite, each);
      case SuiteDemand.NothingBroken unbroken -> List.of(unbroken(suite));
      case SuiteDemand.GapsClosed closed -> List.of(unbroken(suite));
    };
  }

  private Evidence all(SuiteComparison suite) {
    List<VectorOutcome> unmet = new ArrayList<>(suite.candidate().with(VectorOutcome.Result.FAIL));
    unmet.addAll(suite.candidate().with(VectorOutcome.Result.NOT_JUDGED));
    PassShare share = suite.candidate().share();
    Standing standing = share.cases() > 0 && unmet.isEmpty() ? Standing.PASS : Standing.FAIL;
    String note = share.cases() == 0 ? "no vector of it counts" : named("failing: ", unmet);
    return row(suite, new Subject.Whole(), share, suite.comparedChampion().share(), standing, note);
  }

  private Evidence share(SuiteComparison suite, double least, JudgedBy judgedBy) {
    PassShare share = suite.candidate().share();
    Ruling ruling = ruling(suite.candidate(), share, least, judgedBy);
    return row(
        suite,
        new Subject.Whole(),
        share,
        suite.comparedChampion().share(),
        ruling.standing(),
        ruling.note());
  }

  private List<Evidence> byFunctionality(
      SuiteComparison suite, SuiteDemand.EachFunctionalityAtLeast each) {
    List<Evidence> rows = new ArrayList<>();
    for (PassShare share : suite.candidate().byFunctionality()) {
      PassShare champion =
          suite.comparedChampion().byFunctionality().stream()
              .filter(other -> other.of().equals(share.of()))
              .findFirst()
              .orElse(new PassShare(share.of(), 0, 0));
      Ruling ruling =
          share.cases() < each.minimumCases()
              ? new Ruling(
                  Standing.TOO_LITTLE_SUPPORT,
                  "%s, fewer than %d"
                      .formatted(Words.counted(share.cases(), "case"), each.minimumCases()))
              : ruling(suite.candidate(), share, each.share(), each.judgedBy());
      Subject subject = new Subject.Slice(FUNCTIONALITY, share.of());
      rows.add(row(suite, subject, share, champion, ruling.standing(), ruling.note()));
    }
    return rows;
  }

  private static Ruling ruling(
      SuiteOutcome outcome, PassShare share, double least, JudgedBy judgedBy) {
    long unjudged = outcome.count(VectorOutcome.Result.NOT_JUDGED);
    if (unjudged > 0) {
      return new Ruling(Standing.FAIL, Words.counted(unjudged, "vector") + " not judged");
    }
    if (share.cases() == 0) {
      return new Ruling(Standing.FAIL, "no vector of it counts");
    }
    Limit limit = Limit.atLeast(least);
    return switch (judgedBy) {
      case POINT ->
          new Ruling(limit.holds(share.value().orThrow()) ? Standing.PASS : Standing.FAIL, "");
      case BOUND -> byBound(share.interval(LEVEL).orThrow(), limit);
    };
  }

  private static Ruling byBound(Interval interval, Limit limit) {
    if (limit.holdsAll(interval)) {
      return new Ruling(Standing.PASS, "");
    }
    return limit.holdsNone(interval)
        ? new Ruling(Standing.FAIL, "")
        : new Ruling(Standing.INCONCLUSIVE, "the limit lies within the interval");
  }

  private Evidence unbroken(SuiteComparison suite) {
    Ruling ruling = unbrokenRuling(suite);
    return row(
        suite,
        new Subject.Whole(),
        suite.candidate().share(),
        suite.comparedChampion().share(),
        ruling.standing(),
        ruling.note());
  }

  /**
   * Both must have been judged, or there is no evidence. A champion that was and passes nothing, as
   * a first baseline may, leaves nothing to break; the note says so, since that proves little.
   */
  private static Ruling unbrokenRuling(SuiteComparison suite) {
    List<VectorOutcome> champion = suite.comparedChampion().outcomes();
    if (champion.stream().noneMatch(VectorOutcome::isJudged)) {
      return new Ruling(Standing.FAIL, "the champion was judged on no vector of it");
    }
    List<VectorOutcome> broken = candidates(suite.broken());
    if (!broken.isEmpty()) {
      return new Ruling(Standing.FAIL, named("broken: ", broken));
    }
    List<VectorOutcome> unjudged = candidates(suite.unanswered());
    if (!unjudged.isEmpty()) {
      return new Ruling(Standing.FAIL, named("passed by the champion and not judged: ", unjudged));
    }
    return new Ruling(
        Standing.PASS,
        champion.stream().anyMatch(VectorOutcome::isMet)
            ? ""
            : "the champion passes no vector of it, so nothing could break");
  }

  private static List<VectorOutcome> candidates(List<SuiteComparison.Turned> turned) {
    return turned.stream().map(SuiteComparison.Turned::candidate).toList();
  }

  private Evidence closed(List<SuiteComparison> run, int least) {
    long closed = run.stream().mapToLong(suite -> suite.closedGaps().size()).sum();
    long known =
        run.stream()
            .flatMap(suite -> suite.candidate().outcomes().stream())
            .filter(outcome -> outcome.vector().expectation().kind().isKnown())
            .count();
    Figures figures =
        Figures.ofCandidate(
            MetricValue.of((double) closed),
            IntervalValue.undefined("a count of vectors has no interval"),
            new Support(known, closed, closed),
            "gaps close against the champion");
    return new Evidence(
        new Place(String.join(", ", gate.suites()), new Subject.Whole(), CLOSED),
        figures,
        "at least " + least,
        closed >= least ? Standing.PASS : Standing.FAIL,
        "%d of %s closed".formatted(closed, Words.counted(known, "known gap")),
        Prospect.none(NO_MORE));
  }

  private static String named(String lead, List<VectorOutcome> outcomes) {
    return outcomes.isEmpty()
        ? ""
        : lead + Words.named(outcomes.stream().map(outcome -> outcome.vector().id()).toList());
  }

  private Evidence row(
      SuiteComparison suite,
      Subject subject,
      PassShare candidate,
      PassShare champion,
      Standing standing,
      String note) {
    Figures figures =
        new Figures(
            champion.value(),
            candidate.value(),
            difference(champion, candidate),
            candidate.interval(LEVEL),
            new Support(candidate.cases(), candidate.passed(), candidate.passed()));
    return new Evidence(
        new Place(suite.suite(), subject, SHARE),
        figures,
        gate.demand().words(),
        standing,
        note,
        Prospect.none(NO_MORE));
  }

  private static MetricValue difference(PassShare champion, PassShare candidate) {
    if (champion.cases() != candidate.cases()) {
      return MetricValue.undefined("the champion was judged on other cases");
    }
    return candidate.cases() == 0
        ? MetricValue.undefined("no case")
        : MetricValue.of(candidate.value().orThrow() - champion.value().orThrow());
  }

  /** How many pass and which do not: {@code 3 of 4 pass, 0.750 [0.301, 0.954] (failing: a1)}. */
  private static String shown(Evidence row) {
    Figures figures = row.figures();
    if (figures.support().rows() == 0) {
      return row.note();
    }
    String counts =
        row.place().measured().equals(CLOSED)
            ? row.note()
            : "%d of %d pass, %s%s"
                .formatted(
                    figures.support().positives(),
                    figures.support().rows(),
                    Words.figure(figures.candidate()),
                    Words.interval(figures.interval()));
    boolean said = row.note().isEmpty() || row.place().measured().equals(CLOSED);
    return said ? counts : counts + " (" + row.note() + ")";
  }
}
