package dev.assay.pipeline.reporting;

import dev.assay.core.bundle.BundleManifest;
import dev.assay.core.gate.Check;
import dev.assay.core.gate.Decision;
import dev.assay.core.gate.Outcome;
import dev.assay.core.gate.Verdict;
import dev.assay.pipeline.trial.ChampionStanding;
import dev.assay.pipeline.trial.CompletedRun;
import dev.assay.pipeline.trial.Scored;
import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
import dev.assay.report.document.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The outcome, why, and the figures that stand beside it. */
final class Headline {

  private static final int REASONS = 2;

  private final CompletedRun run;
  private final Verdict verdict;

  Headline(CompletedRun run) {
    this.run = run;
    verdict = run.verdict();
  }

  String word() {
    return switch (verdict.decision()) {
      case PROMOTE -> "Promoted";
      case HOLD -> "Held";
    };
  }

  Tone tone() {
    return switch (verdict.decision()) {
      case PROMOTE -> Tone.GOOD;
      case HOLD -> Tone.BAD;
    };
  }

  /** When and on what, one line. */
  String subtitle() {
    List<String> parts = new ArrayList<>();
    parts.add("Run " + run.identity().runId());
    run.loaded().asOf().ifPresent(day -> parts.add("as of " + day));
    parts.add(Cell.count(run.loaded().dataset().size()).shown() + " examples");
    if (run.loaded().facts().simulated()) {
      parts.add("simulated data");
    }
    return String.join(" · ", parts);
  }

  /** Why, in one to three sentences. */
  String summary() {
    String why =
        switch (verdict.decision()) {
          case PROMOTE -> promoted();
          case HOLD -> held();
        };
    Verdict former = verdict.underFormer();
    if (former == null) {
      return why;
    }
    return why
        + " The goalposts were loosened since the last run; under the former ones it would be "
        + (former.decision() == Decision.PROMOTE ? "promoted." : "held.");
  }

  private String promoted() {
    long letPass =
        verdict.checks().stream().filter(c -> c.outcome() == Outcome.INCONCLUSIVE).count();
    long passed = verdict.checks().stream().filter(c -> c.outcome() == Outcome.PASS).count();
    String inconclusive =
        letPass == 0
            ? ""
            : " "
                + letPass
                + " inconclusive "
                + (letPass == 1 ? "one was" : "ones were")
                + " let pass.";
    return "%d %s and none holds the candidate back: it takes the champion's place.%s%s"
        .formatted(passed, passed == 1 ? "check passes" : "checks pass", inconclusive, figure());
  }

  /**
   * What decided most, in a sentence: the headline metric on the first set that a gate looks at.
   */
  private String figure() {
    return ReadingOrder.gated(run).stream()
        .findFirst()
        .flatMap(
            scored ->
                HeadlineMetric.on(scored)
                    .map(
                        compared ->
                            " On %s its %s is %s."
                                .formatted(
                                    scored.set().name(),
                                    compared.question().metric(),
                                    HeadlineMetric.words(compared.estimate()))))
        .orElse("");
  }

  private String held() {
    List<String> reasons = verdict.reasonsToHold();
    long failing = verdict.checks().stream().filter(Check::holds).count();
    String count =
        failing == 0
            ? "The champion stays."
            : "The champion stays: %d of %d checks hold the candidate back."
                .formatted(failing, verdict.checks().size());
    StringBuilder words = new StringBuilder(count);
    reasons.stream().limit(REASONS).forEach(r -> words.append(' ').append(sentence(r)));
    if (reasons.size() > REASONS) {
      int more = reasons.size() - REASONS;
      words
          .append(" There ")
          .append(more == 1 ? "is 1 more reason." : "are " + more + " more reasons.");
    }
    return words.toString();
  }

  private static String sentence(String text) {
    String first = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    return first.endsWith(".") ? first : first + ".";
  }

  /** The handful of figures beside it: both sides on each set that gates look at. */
  List<Block.Fact> facts() {
    List<Block.Fact> facts = new ArrayList<>();
    for (Scored scored : ReadingOrder.gated(run)) {
      HeadlineMetric.on(scored)
          .ifPresent(
              compared ->
                  facts.add(
                      new Block.Fact(
                          compared.question().metric() + " on " + scored.set().name(),
                          HeadlineMetric.shortWords(compared.estimate()))));
    }
    facts.add(new Block.Fact("Candidate", words(run.candidateManifest())));
    facts.add(new Block.Fact("Champion", championWords()));
    facts.add(new Block.Fact("Held in a row before", holds(run.standing())));
    if (run.loaded().facts().simulated()) {
      facts.add(new Block.Fact("Data", "simulated: no figure is about the real world"));
    }
    return facts;
  }

  private String championWords() {
    ChampionStanding standing = run.standing();
    String age =
        standing.ageDays().isPresent() ? ", " + days(standing.ageDays().getAsLong()) + " old" : "";
    return words(run.champion().bundle().manifest()) + age;
  }

  private static String holds(ChampionStanding standing) {
    int holds = standing.holdsInARow();
    return holds == 0 ? "none" : holds + (holds == 1 ? " candidate" : " candidates");
  }

  private static String days(long days) {
    return days == 1 ? "1 day" : days + " days";
  }

  private static String words(BundleManifest manifest) {
    return manifest.trainer() + ", seed " + manifest.seed();
  }
}
