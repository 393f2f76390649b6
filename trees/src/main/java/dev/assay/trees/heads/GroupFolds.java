package dev.assay.trees.heads;

import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.Dataset;
import dev.assay.core.fingerprint.StableHash;
import dev.assay.core.label.Labels;
import dev.assay.core.prediction.Folds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Folds of training rows that hold groups whole. The groups are dealt in a seeded order, those of a
 * cluster one after another, each to the fold that has the fewest positives of its cluster so far,
 * then the fewest of its groups, then the fewest rows: so that a head finds something to learn from
 * without any one fold. A row without a group is dealt by itself.
 */
final class GroupFolds {

  private final Dataset examples;
  private final CategoricalColumn groups;
  private final Folds folds;

  private GroupFolds(Dataset examples, CategoricalColumn groups, Folds folds) {
    this.examples = examples;
    this.groups = groups;
    this.folds = folds;
  }

  /**
   * Deals examples that have groups.
   *
   * @param clusterOfRow the cluster of each row, or {@link ClusterMap#NONE}
   * @param most how many folds there are where there are as many groups
   */
  static GroupFolds deal(Dataset examples, int[] clusterOfRow, int most, long seed) {
    CategoricalColumn groups = examples.attributes().group().orElseThrow();
    List<Unit> units = units(examples, groups, clusterOfRow, seed);
    int count = Math.max(1, Math.min(most, units.size()));
    int clusters = IntStream.of(clusterOfRow).max().orElse(ClusterMap.NONE) + 1;
    int[] foldOf = new int[examples.size()];
    long[][] positives = new long[count][clusters + 1];
    long[][] dealt = new long[count][clusters + 1];
    long[] rows = new long[count];
    for (Unit unit : units) {
      int cluster = unit.cluster() == ClusterMap.NONE ? clusters : unit.cluster();
      int fold =
          IntStream.range(0, count)
              .boxed()
              .min(
                  Comparator.<Integer>comparingLong(f -> positives[f][cluster])
                      .thenComparingLong(f -> dealt[f][cluster])
                      .thenComparingLong(f -> rows[f]))
              .orElseThrow();
      positives[fold][cluster] += unit.positives();
      dealt[fold][cluster]++;
      rows[fold] += unit.rows().size();
      unit.rows().forEach(row -> foldOf[row] = fold);
    }
    return new GroupFolds(examples, groups, Folds.of(foldOf, count));
  }

  private static List<Unit> units(
      Dataset examples, CategoricalColumn groups, int[] clusterOfRow, long seed) {
    List<List<Integer>> rowsOfLevel = new ArrayList<>();
    groups.levels().forEach(level -> rowsOfLevel.add(new ArrayList<>()));
    List<Unit> units = new ArrayList<>();
    for (int row = 0; row < groups.size(); row++) {
      if (groups.isMissing(row)) {
        long order = StableHash.of(examples.attributes().id(row), seed);
        units.add(unit(examples.labels(), List.of(row), ClusterMap.NONE, order));
      } else {
        rowsOfLevel.get(groups.code(row)).add(row);
      }
    }
    for (int level = 0; level < rowsOfLevel.size(); level++) {
      List<Integer> rows = rowsOfLevel.get(level);
      if (!rows.isEmpty()) {
        long order = StableHash.of(groups.levels().get(level), seed);
        units.add(unit(examples.labels(), rows, clusterOfRow[rows.getFirst()], order));
      }
    }
    units.sort(Comparator.comparingInt(Unit::cluster).reversed().thenComparingLong(Unit::order));
    return units;
  }

  private static Unit unit(Labels labels, List<Integer> rows, int cluster, long order) {
    long positives = 0;
    for (int row : rows) {
      for (int label = 0; label < labels.schema().size(); label++) {
        positives += labels.state(row, label) == Labels.POSITIVE ? 1 : 0;
      }
    }
    return new Unit(rows, cluster, positives, order);
  }

  /** How many folds there are. */
  int count() {
    return folds.count();
  }

  /** The fold of a row. */
  int of(int row) {
    return folds.of(row);
  }

  /** The rows of a fold, in order. */
  int[] rowsOf(int fold) {
    return IntStream.range(0, folds.rows()).filter(row -> folds.of(row) == fold).toArray();
  }

  /** The rows of all other folds, in order. */
  int[] rowsWithout(int fold) {
    return IntStream.range(0, folds.rows()).filter(row -> folds.of(row) != fold).toArray();
  }

  /** A fold in words: its number, and its groups where they are few. */
  String words(int fold) {
    List<String> names =
        IntStream.of(rowsOf(fold))
            .filter(row -> !groups.isMissing(row))
            .mapToObj(row -> groups.levels().get(groups.code(row)))
            .distinct()
            .sorted()
            .toList();
    String shown = names.stream().limit(5).collect(Collectors.joining(", "));
    String more = names.size() > 5 ? " and %d more".formatted(names.size() - 5) : "";
    return "fold %d of %d (%s%s)".formatted(fold + 1, count(), shown, more);
  }

  /** How many rows the examples have. */
  int rows() {
    return examples.size();
  }

  /** Rows that are dealt together. */
  private record Unit(List<Integer> rows, int cluster, long positives, long order) {}
}
