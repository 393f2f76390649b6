package dev.assay.data.holdout;

import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.Column;
import dev.assay.core.example.Dataset;
import dev.assay.core.example.NumericColumn;
import dev.assay.core.example.TextColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * How far the distribution of a feature in recent data is from that in a holdout.
 *
 * @param feature the feature
 * @param psi the population stability index, at least 0: below 0.1 nothing to speak of, above 0.25
 *     another distribution
 */
public record FeatureDrift(String feature, double psi) {

  /** Checks the range. */
  public FeatureDrift {
    if (!(psi >= 0)) {
      throw new IllegalArgumentException("The index of '" + feature + "' is " + psi + ".");
    }
  }

  /**
   * The drift of each feature of a holdout that recent data has too, greatest first, then by name.
   * Numbers are divided at the deciles of the holdout, categories by level; a missing value is a
   * bin of its own. Of texts it is compared how long they are. Empty where either side has no rows.
   */
  public static List<FeatureDrift> between(Dataset holdout, Dataset recent) {
    List<FeatureDrift> drift = new ArrayList<>();
    if (holdout.size() == 0 || recent.size() == 0) {
      return drift;
    }
    for (Map.Entry<String, Column> feature : holdout.features().entrySet()) {
      Column other = recent.features().get(feature.getKey());
      if (other != null && other.getClass() == feature.getValue().getClass()) {
        drift.add(new FeatureDrift(feature.getKey(), psi(feature.getValue(), other)));
      }
    }
    drift.sort(
        Comparator.<FeatureDrift>comparingDouble(feature -> -feature.psi())
            .thenComparing(FeatureDrift::feature));
    return drift;
  }

  private static double psi(Column holdout, Column recent) {
    return switch (holdout) {
      case NumericColumn numbers ->
          StabilityIndex.ofNumbers(numbers.toArray(), ((NumericColumn) recent).toArray());
      case CategoricalColumn levels -> StabilityIndex.ofLevels(levels, (CategoricalColumn) recent);
      case TextColumn texts ->
          StabilityIndex.ofNumbers(lengths(texts), lengths((TextColumn) recent));
    };
  }

  private static float[] lengths(TextColumn texts) {
    float[] lengths = new float[texts.size()];
    for (int row = 0; row < lengths.length; row++) {
      String text = texts.value(row);
      lengths[row] = text == null ? Float.NaN : text.length();
    }
    return lengths;
  }
}
