package dev.assay.trees.heads;

import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.Dataset;
import dev.assay.core.problem.InvalidInputException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Finds the cluster of a row by its group. Clusters are numbered in the order declared. */
final class ClusterMap {

  /** Stands for a row whose group is in no cluster, or which has no group. */
  static final int NONE = -1;

  private final List<Cluster> clusters;
  private final Map<String, Integer> clusterOfGroup = new HashMap<>();

  /**
   * A map of these clusters.
   *
   * @throws IllegalArgumentException where a group is in two of them
   */
  ClusterMap(List<Cluster> clusters) {
    this.clusters = List.copyOf(clusters);
    for (int cluster = 0; cluster < clusters.size(); cluster++) {
      for (String group : clusters.get(cluster).groups()) {
        if (clusterOfGroup.put(group, cluster) != null) {
          throw new IllegalArgumentException("The group '" + group + "' is in two clusters.");
        }
      }
    }
  }

  /** The clusters by number. */
  List<Cluster> clusters() {
    return clusters;
  }

  /** How many clusters there are. */
  int size() {
    return clusters.size();
  }

  /** The cluster of each level of a column, or {@link #NONE}. */
  int[] ofLevels(CategoricalColumn groups) {
    return groups.levels().stream()
        .mapToInt(level -> clusterOfGroup.getOrDefault(level, NONE))
        .toArray();
  }

  /**
   * The cluster of each row, length {@code n}, or {@link #NONE}.
   *
   * @param where the dataset's name in problems
   * @throws InvalidInputException where the examples have no groups
   */
  int[] ofRows(Dataset examples, String where) {
    CategoricalColumn groups =
        examples
            .attributes()
            .group()
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        where,
                        "there is no group, by which the model finds the head of a row.",
                        "Declare the column of the groups: 'group: COLUMN' under 'data'."));
    int[] ofLevels = ofLevels(groups);
    return IntStream.range(0, groups.size())
        .map(row -> groups.isMissing(row) ? NONE : ofLevels[groups.code(row)])
        .toArray();
  }

  /** The rows of a cluster, in order, given the cluster of each. */
  static int[] rowsOf(int cluster, int[] clusterOfRow) {
    return IntStream.range(0, clusterOfRow.length)
        .filter(row -> clusterOfRow[row] == cluster)
        .toArray();
  }

  /** The groups of all clusters. */
  List<String> groups() {
    return clusters.stream().flatMap(cluster -> cluster.groups().stream()).toList();
  }

  @Override
  public String toString() {
    return Arrays.toString(clusters.toArray());
  }
}
