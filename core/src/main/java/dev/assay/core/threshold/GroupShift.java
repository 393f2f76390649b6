package dev.assay.core.threshold;

import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.prediction.Predictions;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Shifts cuts for each group towards what its own validation rows say is best. A group with few
 * positives says little, so its shift, on the logit scale, is that of its own best cut times {@code
 * positives / (positives + shrinkage)}, which is empirical Bayes with a prior worth so many
 * positives (Efron and Morris, JASA 1975). A shift of a group's cut does what a shift of its
 * calibration's intercept does, but leaves scores comparable between groups.
 *
 * <p>On rows of a single group nothing can be cross-fitted by groups: what a shift is worth shows
 * on holdouts, as of any other change.
 *
 * @param shrinkage at how many positives of its own a group goes half of the way, {@code >= 0}
 */
public record GroupShift(double shrinkage) {

  /** The number of positives at which a group goes half of the way unless said otherwise. */
  public static final double DEFAULT_SHRINKAGE = 20;

  private static final double EDGE = 1e-6;

  /** Refuses a negative or endless shrinkage. */
  public GroupShift {
    if (!(shrinkage >= 0 && Double.isFinite(shrinkage))) {
      throw new IllegalArgumentException("A shrinkage of " + shrinkage + " positives.");
    }
  }

  /**
   * The cuts of every group that has a positive in the validation rows. A label for which a group
   * has none, or no cut of its own serves, keeps the pooled cut there; a group for which this is so
   * of every label has no cuts of its own.
   *
   * @param search what is best, and within which bounds
   * @param validation predictions on validation rows, none of a left-out group
   * @param pooled the cuts of all rows together
   */
  public GroupThresholds shift(ThresholdSearch search, Predictions validation, Thresholds pooled) {
    SortedMap<String, Thresholds> byGroup = new TreeMap<>();
    validation
        .attributes()
        .group()
        .ifPresent(
            groups -> {
              List<int[]> rows = rowsByLevel(groups);
              for (int level = 0; level < rows.size(); level++) {
                if (rows.get(level).length > 0) {
                  Thresholds own = shifted(search, validation.select(rows.get(level)), pooled);
                  if (!own.equals(pooled)) {
                    byGroup.put(groups.levels().get(level), own);
                  }
                }
              }
            });
    return new GroupThresholds(pooled, byGroup);
  }

  private static List<int[]> rowsByLevel(CategoricalColumn groups) {
    int[] counts = new int[groups.levels().size()];
    for (int row = 0; row < groups.size(); row++) {
      if (!groups.isMissing(row)) {
        counts[groups.code(row)]++;
      }
    }
    List<int[]> rows = new ArrayList<>();
    IntStream.of(counts).forEach(count -> rows.add(new int[count]));
    int[] next = new int[counts.length];
    for (int row = 0; row < groups.size(); row++) {
      if (!groups.isMissing(row)) {
        int level = groups.code(row);
        rows.get(level)[next[level]++] = row;
      }
    }
    return rows;
  }

  private Thresholds shifted(ThresholdSearch search, Predictions group, Thresholds pooled) {
    List<OptionalDouble> best = search.exact(group);
    List<Double> cuts = new ArrayList<>();
    for (int label = 0; label < best.size(); label++) {
      double positives = group.truth().positives(label);
      String name = group.schema().names().get(label);
      double cut = pooled.cut(label);
      cuts.add(
          best.get(label).isPresent()
              ? search
                  .boundsOf(name)
                  .nearest(
                      between(
                          cut, best.get(label).getAsDouble(), positives / (positives + shrinkage)))
              : cut);
    }
    return new Thresholds(pooled.schema(), cuts);
  }

  private static double between(double pooled, double own, double ownWeight) {
    double logit = logit(pooled) + ownWeight * (logit(own) - logit(pooled));
    return 1 / (1 + Math.exp(-logit));
  }

  private static double logit(double cut) {
    double inside = Math.clamp(cut, EDGE, 1 - EDGE);
    return Math.log(inside / (1 - inside));
  }
}
