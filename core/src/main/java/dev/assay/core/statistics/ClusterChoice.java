package dev.assay.core.statistics;

import dev.assay.core.example.Attributes;
import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.TimeColumn;

/**
 * Which rows are taken to depend on each other, and why.
 *
 * @param clusters the division of the rows
 * @param kind what a cluster is
 * @param words the choice in words that can stand in a report, e.g. {@code 80 groups}
 */
public record ClusterChoice(Clusters clusters, Kind kind, String words) {

  /** The shortest time block in days: a week, since many series repeat weekly. */
  public static final int LEAST_BLOCK_DAYS = 7;

  /** What a cluster is. */
  public enum Kind {
    /** The rows of one group. */
    GROUPS,
    /** The rows of some days in a row. */
    TIME_BLOCKS,
    /** One row. */
    ROWS
  }

  /**
   * The clusters for figures over many groups: groups where they are declared; else time blocks of
   * the label's horizon, at least a week, where labels of neighbouring days overlap; else rows. A
   * row without a group is a cluster of its own.
   *
   * @param horizonDays how many days ahead a label looks; 0 for none
   */
  public static ClusterChoice across(Attributes attributes, int horizonDays) {
    return attributes
        .group()
        .map(ClusterChoice::groups)
        .orElseGet(() -> within(attributes, horizonDays));
  }

  /**
   * The clusters for figures of a single group, which is one cluster by itself: time blocks where
   * labels of neighbouring days overlap, else rows. Such an interval speaks of this group alone.
   *
   * @param horizonDays how many days ahead a label looks; 0 for none
   */
  public static ClusterChoice within(Attributes attributes, int horizonDays) {
    if (horizonDays < 0) {
      throw new IllegalArgumentException("A horizon of " + horizonDays + " days.");
    }
    if (horizonDays > 0 && attributes.time().isPresent()) {
      return timeBlocks(attributes.time().get(), Math.max(horizonDays, LEAST_BLOCK_DAYS));
    }
    int rows = attributes.size();
    return new ClusterChoice(Clusters.ofRows(rows), Kind.ROWS, rows + " rows");
  }

  private static ClusterChoice groups(CategoricalColumn group) {
    int levels = group.levels().size();
    Clusters clusters =
        Clusters.byKey(
            group.size(), row -> group.isMissing(row) ? (long) levels + row : group.code(row));
    return new ClusterChoice(clusters, Kind.GROUPS, clusters.count() + " groups");
  }

  private static ClusterChoice timeBlocks(TimeColumn time, int days) {
    Clusters clusters = Clusters.byKey(time.size(), row -> Math.floorDiv(time.epochDay(row), days));
    return new ClusterChoice(
        clusters, Kind.TIME_BLOCKS, clusters.count() + " blocks of " + days + " days");
  }
}
