package dev.assay.data.parts;

import org.jspecify.annotations.Nullable;

/**
 * Units joined to clusters that share a part: union-find with path halving (Tarjan, van Leeuwen:
 * Worst-case analysis of set union algorithms, JACM 1984). The root of a cluster is its smallest
 * unit, so that clusters do not depend on the order of joining.
 */
final class Clustering {

  private final int[] parent;
  private final @Nullable Part[] parts;

  Clustering(int units) {
    parent = new int[units];
    for (int unit = 0; unit < units; unit++) {
      parent[unit] = unit;
    }
    parts = new @Nullable Part[units];
  }

  int root(int unit) {
    int at = unit;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /** The part of the cluster of a unit, or null while it has none. */
  @Nullable Part part(int unit) {
    return parts[root(unit)];
  }

  void decide(int unit, Part part) {
    parts[root(unit)] = part;
  }

  /** Joins two clusters that are in one part, or of which one at least has none yet. */
  void join(int unit, int other) {
    int a = root(unit);
    int b = root(other);
    if (a == b) {
      return;
    }
    Part part = parts[a] == null ? parts[b] : parts[a];
    int root = Math.min(a, b);
    parent[Math.max(a, b)] = root;
    parts[root] = part;
  }
}
