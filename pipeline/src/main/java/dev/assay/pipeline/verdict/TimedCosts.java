package dev.assay.pipeline.verdict;

import dev.assay.core.gate.Check;
import dev.assay.core.gate.CostGate;
import dev.assay.core.gate.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Checks of how long serving takes, without the time that was measured: no two measurements are
 * equal, and {@code verdict.json} must be. The report shows the time.
 */
final class TimedCosts {

  /** Stands in the place of a measured time. */
  static final String NOT_SHOWN = "a measured time differs from run to run; report.html shows it";

  private TimedCosts() {}

  static boolean isTimed(Check check) {
    return check.gate() instanceof CostGate gate
        && gate.cost() == CostGate.Cost.P95_LATENCY
        && check.evidence().stream().anyMatch(row -> row.figures().candidate().isDefined());
  }

  /** The sentence of a check, of a timed one without its time. */
  static String sentence(Check check) {
    return isTimed(check)
        ? check.gate().words() + ": " + check.outcome().name().toLowerCase(Locale.ROOT)
        : check.sentence();
  }

  /** What a verdict says in these lines, those about timed checks without their times. */
  static List<String> untimed(Verdict verdict, List<String> lines) {
    List<String> untimed = new ArrayList<>(lines);
    for (Check check : verdict.checks()) {
      if (isTimed(check)) {
        untimed.replaceAll(line -> line.replace(check.sentence(), sentence(check)));
      }
    }
    return untimed;
  }
}
