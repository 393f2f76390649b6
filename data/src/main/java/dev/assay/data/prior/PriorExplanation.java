package dev.assay.data.prior;

import dev.assay.core.example.Dataset;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Why the prior of a label differs between two periods. Each decomposition sums to the change.
 *
 * @param label the label
 * @param split the first day of the later period
 * @param before the rate before that day
 * @param after the rate from that day on
 * @param months the rate of each month
 * @param sources the change by source, greatest contribution first; empty where none is declared
 * @param groups the change by group; empty where none is declared
 * @param events the change by number and length of events
 * @param horizons the rates under other horizons; empty where the label has no horizon
 */
public record PriorExplanation(
    String label,
    LocalDate split,
    Rate before,
    Rate after,
    List<MonthlyRate> months,
    List<Contribution> sources,
    Optional<GroupEffect> groups,
    EventEffect events,
    List<HorizonRates> horizons) {

  /** The later period where none is asked for: this many days up to the last one. */
  public static final int DEFAULT_LATER_DAYS = 90;

  /** Copies the lists. */
  public PriorExplanation {
    months = List.copyOf(months);
    sources = List.copyOf(sources);
    horizons = List.copyOf(horizons);
  }

  /**
   * Explains the change between the last {@link #DEFAULT_LATER_DAYS} days and what was before.
   *
   * @param label the label's name
   * @param horizonDays how many days ahead the label looks, 0 for none
   * @throws dev.assay.core.problem.InvalidInputException where no time is declared, or a period has
   *     no row with a known label
   */
  public static PriorExplanation of(Dataset dataset, String label, int horizonDays) {
    throw new UnsupportedOperationException("Not there yet.");
  }

  /**
   * Explains the change between what is before a day and what is from it on; see {@link
   * #of(Dataset, String, int)}.
   */
  public static PriorExplanation of(
      Dataset dataset, String label, int horizonDays, LocalDate split) {
    throw new UnsupportedOperationException("Not there yet.");
  }

  /** The later rate less the earlier one. */
  public double change() {
    return after.value().orThrow() - before.value().orThrow();
  }

  /** The explanation in plain sentences, the greatest cause first. */
  public List<String> inWords() {
    throw new UnsupportedOperationException("Not there yet.");
  }
}
