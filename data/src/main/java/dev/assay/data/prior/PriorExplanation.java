package dev.assay.data.prior;

import dev.assay.core.example.Dataset;
import dev.assay.core.example.TimeColumn;
import dev.assay.core.problem.InvalidInputException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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
   * Explains the change between the last {@link #DEFAULT_LATER_DAYS} days with a known label and
   * what was before.
   *
   * @param label the label's name
   * @param horizonDays how many days ahead the label looks, 0 for none
   * @throws InvalidInputException where no time is declared, or a period has no row with a known
   *     label
   */
  public static PriorExplanation of(Dataset dataset, String label, int horizonDays) {
    TimeColumn time = time(dataset);
    int column = dataset.schema().indexOf(label);
    long lastDay =
        IntStream.range(0, dataset.size())
            .filter(row -> dataset.labels().isKnown(row, column))
            .mapToLong(time::epochDay)
            .max()
            .orElseThrow(() -> empty(label, "no row has a known label."));
    return of(dataset, label, horizonDays, LocalDate.ofEpochDay(lastDay - DEFAULT_LATER_DAYS + 1));
  }

  /**
   * Explains the change between what is before a day and what is from it on; see {@link
   * #of(Dataset, String, int)}.
   */
  public static PriorExplanation of(
      Dataset dataset, String label, int horizonDays, LocalDate split) {
    int column = dataset.schema().indexOf(label);
    Periods periods = new Periods(dataset, time(dataset), column, split);
    Rate before = periods.rate(0);
    Rate after = periods.rate(1);
    if (before.rows() == 0 || after.rows() == 0) {
      throw empty(
          label,
          "no row with a known label is "
              + (before.rows() == 0 ? "before " : "on or after ")
              + split
              + ".");
    }
    Timeline timeline = new Timeline(periods);
    return new PriorExplanation(
        label,
        split,
        before,
        after,
        MonthlyRate.of(dataset, column),
        dataset
            .attributes()
            .source()
            .map(source -> MixDecomposition.of(periods, source))
            .orElseGet(List::of),
        dataset
            .attributes()
            .group()
            .map(group -> GroupEffect.of(MixDecomposition.of(periods, group))),
        EventEffect.of(periods, timeline),
        horizonDays == 0 ? List.of() : HorizonRates.of(periods, timeline, horizonDays));
  }

  private static TimeColumn time(Dataset dataset) {
    return dataset
        .attributes()
        .time()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "data.time", "explaining a prior needs a time column.", "Declare time."));
  }

  private static InvalidInputException empty(String label, String what) {
    return new InvalidInputException(
        "label '" + label + "'", what, "Choose another day to compare the periods at.");
  }

  /** The later rate less the earlier one. */
  public double change() {
    return after.value().orThrow() - before.value().orThrow();
  }

  /** The explanation in plain sentences. */
  public List<String> inWords() {
    return PriorWords.of(this);
  }
}
