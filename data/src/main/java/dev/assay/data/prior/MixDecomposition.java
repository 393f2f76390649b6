package dev.assay.data.prior;

import dev.assay.core.example.CategoricalColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Divides the change of a rate among the levels of a column, into what comes from their shares of
 * the rows and what comes from their own rates (Kitagawa: Components of a difference between two
 * rates, JASA 1955). With shares {@code w}, rates {@code r} and the overall rate {@code R} of the
 * periods 0 and 1, a level contributes
 *
 * <pre>{@code
 * mix    = (w1 - w0) * ((r0 + r1) / 2 - (R0 + R1) / 2)
 * within = (r1 - r0) * (w0 + w1) / 2
 * }</pre>
 *
 * and the sum over levels is {@code R1 - R0}. A level that is missing in one period has no rate
 * there; it is given the other period's, so that all of its contribution is mix.
 */
final class MixDecomposition {

  static final String NO_LEVEL = "(none)";

  private MixDecomposition() {}

  /** The contributions of all levels that have a row with a known label, greatest first. */
  static List<Contribution> of(Periods periods, CategoricalColumn column) {
    Periods.Tally[] tallies = new Periods.Tally[column.levels().size() + 1];
    Arrays.setAll(tallies, slot -> new Periods.Tally());
    for (int row = 0; row < periods.size(); row++) {
      if (periods.isKnown(row)) {
        tallies[column.code(row) + 1].add(periods.period(row), periods.isPositive(row));
      }
    }
    Rate before = sum(tallies, 0);
    Rate after = sum(tallies, 1);
    List<Contribution> contributions = new ArrayList<>();
    for (int slot = 0; slot < tallies.length; slot++) {
      Rate r0 = tallies[slot].rate(0);
      Rate r1 = tallies[slot].rate(1);
      if (r0.rows() + r1.rows() > 0) {
        String level = slot == 0 ? NO_LEVEL : column.levels().get(slot - 1);
        contributions.add(contribution(level, r0, r1, before, after));
      }
    }
    contributions.sort(
        Comparator.<Contribution>comparingDouble(c -> -Math.abs(c.total()))
            .thenComparing(Contribution::level));
    return contributions;
  }

  private static Rate sum(Periods.Tally[] tallies, int period) {
    return IntStream.range(0, tallies.length)
        .mapToObj(slot -> tallies[slot].rate(period))
        .reduce(new Rate(0, 0), Rate::plus);
  }

  private static Contribution contribution(
      String level, Rate before, Rate after, Rate allBefore, Rate allAfter) {
    double w0 = (double) before.rows() / allBefore.rows();
    double w1 = (double) after.rows() / allAfter.rows();
    double r0 = rateOr(before, after);
    double r1 = rateOr(after, before);
    double overall = (allBefore.value().orThrow() + allAfter.value().orThrow()) / 2;
    double mix = (w1 - w0) * ((r0 + r1) / 2 - overall);
    double within = (r1 - r0) * (w0 + w1) / 2;
    return new Contribution(level, before, after, mix, within);
  }

  private static double rateOr(Rate rate, Rate otherwise) {
    return (rate.rows() > 0 ? rate : otherwise).value().orThrow();
  }
}
