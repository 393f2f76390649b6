package dev.assay.data.leak;

import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.Column;
import dev.assay.core.example.Dataset;
import dev.assay.core.example.NumericColumn;
import dev.assay.core.example.TextColumn;
import dev.assay.core.label.Labels;
import dev.assay.core.metric.DescendingSort;
import dev.assay.core.metric.Measure;
import dev.assay.core.metric.MetricValue;
import dev.assay.core.metric.RankTally;
import dev.assay.data.leak.TellingFeature.By;
import dev.assay.data.leak.TellingFeature.Tell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Finds features that alone tell a label all but perfectly: the area under the ROC curve of the
 * feature as a score is at least {@link #LEAST_ROC_AUC}. Each label is looked at by itself, on the
 * rows where it is known.
 *
 * <p><b>Numbers</b> are their own score, on the rows that have one and in either direction; equal
 * values are ties. <b>Categories</b> are scored by the share of positives among the <em>other</em>
 * rows of their level (leave-one-out), so that a level of one row says nothing about that row: it
 * is scored by the share of all rows. <b>Absence</b> is a score of its own for features of every
 * kind. Texts are looked at for their absence only.
 *
 * <p>Fewer than {@link #LEAST_OF_EACH} positives or negatives show nothing and are not looked at.
 */
public final class TellingFeatures {

  /** Real inputs that tell a label as well as this alone are rare. */
  public static final double LEAST_ROC_AUC = 0.99;

  /** The fewest positives, and the fewest negatives, that a feature is judged on. */
  public static final int LEAST_OF_EACH = 10;

  private final List<String> names;
  private final byte[][] states;

  private TellingFeatures(Labels labels) {
    names = labels.schema().names();
    states = new byte[names.size()][];
    for (int label = 0; label < states.length; label++) {
      states[label] = labels.column(label);
    }
  }

  /** The features that tell a label, in the order of the dataset. */
  public static List<TellingFeature> find(Dataset dataset) {
    TellingFeatures search = new TellingFeatures(dataset.labels());
    return List.copyOf(dataset.features().entrySet()).parallelStream()
        .map(search::examine)
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<TellingFeature> examine(Map.Entry<String, Column> feature) {
    Column column = feature.getValue();
    int[] descending = column instanceof NumericColumn numbers ? descending(numbers) : new int[0];
    List<Tell> tells = new ArrayList<>();
    for (int label = 0; label < states.length; label++) {
      byte[] truth = states[label];
      String name = names.get(label);
      Optional<Tell> byValue =
          switch (column) {
            case NumericColumn numbers ->
                eitherWay(name, By.VALUE, ranks(numbers, descending, truth));
            case CategoricalColumn levels ->
                oneWay(name, By.VALUE, LevelRates.ranks(levels, truth));
            case TextColumn texts -> Optional.empty();
          };
      byValue.or(() -> eitherWay(name, By.ABSENCE, absences(column, truth))).ifPresent(tells::add);
    }
    return tells.isEmpty()
        ? Optional.empty()
        : Optional.of(new TellingFeature(feature.getKey(), tells));
  }

  /** The rows that have a number, from the highest to the lowest: sorted once for all labels. */
  private static int[] descending(NumericColumn numbers) {
    long[] keyed = new long[numbers.size()];
    int known = 0;
    for (int row = 0; row < keyed.length; row++) {
      if (!numbers.isMissing(row)) {
        keyed[known++] = DescendingSort.key(numbers.value(row)) | row;
      }
    }
    long[] sorted = DescendingSort.sort(keyed, known);
    int[] rows = new int[known];
    for (int i = 0; i < known; i++) {
      rows[i] = (int) sorted[i];
    }
    return rows;
  }

  private static RankTally ranks(NumericColumn numbers, int[] descending, byte[] truth) {
    RankTally tally = new RankTally();
    for (int row : descending) {
      if (truth[row] != Labels.UNKNOWN) {
        tally.add(numbers.value(row), truth[row] == Labels.POSITIVE, 1);
      }
    }
    return tally;
  }

  private static RankTally absences(Column column, byte[] truth) {
    int[] missing = new int[2];
    int[] present = new int[2];
    for (int row = 0; row < truth.length; row++) {
      if (truth[row] != Labels.UNKNOWN) {
        (column.isMissing(row) ? missing : present)[truth[row]]++;
      }
    }
    RankTally tally = new RankTally();
    tally.add(1, true, missing[Labels.POSITIVE]);
    tally.add(1, false, missing[Labels.NEGATIVE]);
    tally.add(0, true, present[Labels.POSITIVE]);
    tally.add(0, false, present[Labels.NEGATIVE]);
    return tally;
  }

  private static Optional<Tell> eitherWay(String label, By by, RankTally ranks) {
    OptionalDouble area = rocAuc(ranks);
    return area.isEmpty()
        ? Optional.empty()
        : tell(label, by, Math.max(area.getAsDouble(), 1 - area.getAsDouble()), ranks);
  }

  /** A leave-one-out share below that of others is no direction: noise looks like that. */
  private static Optional<Tell> oneWay(String label, By by, RankTally ranks) {
    OptionalDouble area = rocAuc(ranks);
    return area.isEmpty() ? Optional.empty() : tell(label, by, area.getAsDouble(), ranks);
  }

  private static OptionalDouble rocAuc(RankTally ranks) {
    long negatives = ranks.rows() - ranks.positives();
    boolean enough = Math.min(ranks.positives(), negatives) >= LEAST_OF_EACH;
    return enough && ranks.value(Measure.ROC_AUC) instanceof MetricValue.Defined(double area)
        ? OptionalDouble.of(area)
        : OptionalDouble.empty();
  }

  private static Optional<Tell> tell(String label, By by, double area, RankTally ranks) {
    return area >= LEAST_ROC_AUC
        ? Optional.of(new Tell(label, by, area, ranks.rows(), ranks.positives()))
        : Optional.empty();
  }
}
