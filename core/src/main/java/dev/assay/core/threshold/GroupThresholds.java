package dev.assay.core.threshold;

import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.prediction.Scores;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Cuts of each group's own beside the pooled ones, which decide on the rows of any other group and
 * on rows without one.
 *
 * @param pooled the cuts of whoever has none of its own
 * @param byGroup the cuts of groups by the group's name, of the same schema
 */
public record GroupThresholds(Thresholds pooled, SortedMap<String, Thresholds> byGroup)
    implements DecisionRule {

  /** Copies the map and refuses cuts of another schema. */
  public GroupThresholds {
    byGroup = Collections.unmodifiableSortedMap(new TreeMap<>(byGroup));
    for (Map.Entry<String, Thresholds> group : byGroup.entrySet()) {
      if (!group.getValue().schema().equals(pooled.schema())) {
        throw new IllegalArgumentException(
            "The cuts of '%s' are for %s, the pooled ones for %s."
                .formatted(group.getKey(), group.getValue().schema(), pooled.schema()));
      }
    }
  }

  @Override
  public LabelSchema schema() {
    return pooled.schema();
  }

  /** The cuts that decide on rows of a group. */
  public Thresholds of(String group) {
    return byGroup.getOrDefault(group, pooled);
  }

  /** The cuts of some labels of this schema, in the order of another one that holds only these. */
  public GroupThresholds restrictedTo(LabelSchema other) {
    SortedMap<String, Thresholds> restricted = new TreeMap<>();
    byGroup.forEach((group, cuts) -> restricted.put(group, cuts.restrictedTo(other)));
    return new GroupThresholds(pooled.restrictedTo(other), restricted);
  }

  @Override
  public boolean[][] decide(Predictions predictions) {
    Optional<CategoricalColumn> groups = predictions.attributes().group();
    if (groups.isEmpty()) {
      return pooled.decide(predictions);
    }
    Scores scores = predictions.scores();
    boolean[][] decided = new boolean[schema().size()][];
    for (int label = 0; label < decided.length; label++) {
      decided[label] = decide(scores, groups.get(), label);
    }
    return decided;
  }

  private boolean[] decide(Scores scores, CategoricalColumn groups, int label) {
    double[] cuts = groups.levels().stream().mapToDouble(group -> of(group).cut(label)).toArray();
    double otherwise = pooled.cut(label);
    boolean[] column = new boolean[scores.size()];
    for (int row = 0; row < column.length; row++) {
      double cut = groups.isMissing(row) ? otherwise : cuts[groups.code(row)];
      column[row] = scores.score(row, label) >= cut;
    }
    return column;
  }
}
