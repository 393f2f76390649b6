package dev.assay.core.statistics;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToLongFunction;

/**
 * A division of {@code n} rows into clusters of rows that depend on each other: what a bootstrap
 * draws from. Clusters are numbered from 0 in order of first appearance. Immutable.
 */
public final class Clusters {

  private final int[] clusterOf;
  private final int count;

  private Clusters(int[] clusterOf, int count) {
    this.clusterOf = clusterOf;
    this.count = count;
  }

  /** Every row a cluster of its own: rows are independent. */
  public static Clusters ofRows(int n) {
    int[] each = new int[n];
    for (int i = 0; i < n; i++) {
      each[i] = i;
    }
    return new Clusters(each, n);
  }

  /** Rows with the same key, such as a group's code or a time block's number, are one cluster. */
  public static Clusters byKey(int n, IntToLongFunction key) {
    Map<Long, Integer> numbers = new HashMap<>();
    int[] clusterOf = new int[n];
    for (int i = 0; i < n; i++) {
      int next = numbers.size();
      Integer number = numbers.putIfAbsent(key.applyAsLong(i), next);
      clusterOf[i] = number == null ? next : number;
    }
    return new Clusters(clusterOf, numbers.size());
  }

  /** The number of rows, {@code n}. */
  public int rows() {
    return clusterOf.length;
  }

  /** How many clusters there are. */
  public int count() {
    return count;
  }

  /** The cluster of a row. */
  public int of(int row) {
    return clusterOf[row];
  }
}
