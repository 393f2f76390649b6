package dev.assay.pipeline.verdict;

import dev.assay.core.gate.Check;
import dev.assay.core.gate.CostGate;
import dev.assay.core.gate.Evidence;
import dev.assay.core.gate.Outcome;
import dev.assay.core.gate.Verdict;
import dev.assay.report.junit.JUnitCase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Checks as the cases of a test report. What holds the candidate has failed, whether by a fail or
 * by an inconclusive check; an inconclusive check that lets pass is skipped. A reason to hold that
 * is no check's is a case of its own.
 */
public final class CheckCases {

  private CheckCases() {}

  /**
   * The cases of a verdict.
   *
   * @param group the name of the group that they belong to
   */
  public static List<JUnitCase> of(String group, Verdict verdict) {
    List<JUnitCase> cases = new ArrayList<>();
    verdict.checks().forEach(c -> cases.add(new JUnitCase(c.gate().name(), group, outcome(c))));
    for (String reason : verdict.reasonsBeyondChecks()) {
      cases.add(new JUnitCase(reason, group, new JUnitCase.Failed(reason, "")));
    }
    return cases;
  }

  private static JUnitCase.Outcome outcome(Check check) {
    if (check.holds()) {
      return new JUnitCase.Failed(check.sentence(), detail(check));
    }
    return check.outcome() == Outcome.PASS
        ? new JUnitCase.Passed()
        : new JUnitCase.Skipped("inconclusive, and the gate lets it pass: " + check.sentence());
  }

  /** What a check rests on, a line each; of a cost its sentence says all. */
  private static String detail(Check check) {
    return check.gate() instanceof CostGate
        ? ""
        : check.evidence().stream().map(CheckCases::line).collect(Collectors.joining("\n"));
  }

  private static String line(Evidence row) {
    String note = row.note().isEmpty() ? "" : " (" + row.note() + ")";
    return "%s of %s on %s: champion %s, candidate %s, difference %s; %s: %s%s"
        .formatted(
            row.place().measured(),
            row.place().subject(),
            row.place().holdout(),
            FigureCells.words(row.figures().champion()),
            FigureCells.words(row.figures().candidate()),
            FigureCells.signedWords(row.figures().difference()),
            row.bound(),
            StandingMarks.words(row.standing()),
            note);
  }
}
