package dev.assay.core.evaluation;

import dev.assay.core.example.TimeColumn;
import dev.assay.core.label.Labels;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.threshold.DecisionRule;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How often a label is there and is predicted, month by month.
 *
 * @param label the label's name
 * @param months the months that have known rows, in order
 */
public record MonthlyRates(String label, List<Month> months) {

  /** Copies the list. */
  public MonthlyRates {
    months = List.copyOf(months);
  }

  /**
   * One month (UTC).
   *
   * @param month the month
   * @param rows rows whose label is known, at least 1
   * @param prior the share of them that has the label
   * @param positiveRate the share of them that is predicted to have it
   */
  public record Month(YearMonth month, long rows, double prior, double positiveRate) {}

  /**
   * The rates of a label; empty where the examples have no time.
   *
   * @throws IllegalArgumentException for a label that the schema does not have
   */
  public static Optional<MonthlyRates> of(
      Predictions predictions, DecisionRule rule, String label) {
    int column = predictions.schema().indexOf(label);
    boolean[] decided = rule.decide(predictions)[column];
    return predictions
        .attributes()
        .time()
        .map(times -> new MonthlyRates(label, months(predictions.truth(), column, decided, times)));
  }

  private static List<Month> months(Labels truth, int column, boolean[] decided, TimeColumn times) {
    TreeMap<Integer, long[]> counts = new TreeMap<>();
    for (int row = 0; row < decided.length; row++) {
      byte state = truth.state(row, column);
      if (state != Labels.UNKNOWN) {
        long[] count = counts.computeIfAbsent(times.epochMonth(row), month -> new long[3]);
        count[0]++;
        count[1] += state == Labels.POSITIVE ? 1 : 0;
        count[2] += decided[row] ? 1 : 0;
      }
    }
    List<Month> months = new ArrayList<>();
    counts.forEach(
        (month, count) -> {
          YearMonth named = YearMonth.of(1970, 1).plusMonths(month);
          double rows = count[0];
          months.add(new Month(named, count[0], count[1] / rows, count[2] / rows));
        });
    return months;
  }
}
