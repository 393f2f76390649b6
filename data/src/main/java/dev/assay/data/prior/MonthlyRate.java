package dev.assay.data.prior;

import dev.assay.core.example.Dataset;
import dev.assay.core.example.TimeColumn;
import dev.assay.core.label.Labels;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often a label is positive in a month.
 *
 * @param month the month, in UTC
 * @param rate the rate of its rows
 */
public record MonthlyRate(YearMonth month, Rate rate) {

  /**
   * The months of a dataset that have a row with a known label, in order; empty where no time is
   * declared.
   */
  public static List<MonthlyRate> of(Dataset dataset, int label) {
    return dataset
        .attributes()
        .time()
        .map(time -> of(time, dataset.labels(), label))
        .orElseGet(List::of);
  }

  private static List<MonthlyRate> of(TimeColumn time, Labels labels, int label) {
    Map<Integer, long[]> counts = new TreeMap<>();
    for (int row = 0; row < labels.size(); row++) {
      if (labels.isKnown(row, label)) {
        long[] count = counts.computeIfAbsent(time.epochMonth(row), month -> new long[2]);
        count[0]++;
        count[1] += labels.state(row, label);
      }
    }
    List<MonthlyRate> months = new ArrayList<>(counts.size());
    counts.forEach(
        (month, count) ->
            months.add(
                new MonthlyRate(
                    YearMonth.of(1970, 1).plusMonths(month), new Rate(count[0], count[1]))));
    return months;
  }
}
