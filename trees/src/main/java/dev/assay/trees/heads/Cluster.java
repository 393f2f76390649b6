package dev.assay.trees.heads;

import java.util.List;

/**
 * A cluster of groups that share a head.
 *
 * @param name its name in the experiment file
 * @param groups the groups, at least one
 */
record Cluster(String name, List<String> groups) {

  Cluster {
    groups = List.copyOf(groups);
    if (name.isBlank() || groups.isEmpty()) {
      throw new IllegalArgumentException("No cluster: '" + name + "' of " + groups + ".");
    }
  }
}
