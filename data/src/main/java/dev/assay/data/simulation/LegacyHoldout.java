package dev.assay.data.simulation;

import dev.assay.core.example.Dataset;
import dev.assay.core.fingerprint.StableHash;
import dev.assay.core.label.Labels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Draws the frozen holdout of an {@link OutagePanel} that has stayed behind in the earlier era:
 * 1,462 rows before 2026, 6.9% of them positive.
 *
 * <p>The rows come out of as few blocks of a country's eight weeks as hold enough positives, so
 * that the purge around them leaves most events of that era to training.
 */
public final class LegacyHoldout {

  private static final int ROWS = 1_462;
  private static final int POSITIVES = 101;
  private static final int BLOCK_DAYS = 56;
  private static final long DRAW = 417;

  private LegacyHoldout() {}

  /**
   * The numbers of the rows, ascending.
   *
   * @throws IllegalArgumentException where the panel has too few such rows
   */
  public static int[] rows(Dataset panel) {
    List<Integer> positives = new ArrayList<>();
    List<Integer> negatives = new ArrayList<>();
    for (List<Integer> block : blocks(panel).values()) {
      for (int row : block) {
        (panel.labels().state(row, 0) == Labels.POSITIVE ? positives : negatives).add(row);
      }
      if (positives.size() >= POSITIVES && negatives.size() >= ROWS - POSITIVES) {
        List<Integer> drawn = new ArrayList<>(drawn(panel, positives, POSITIVES));
        drawn.addAll(drawn(panel, negatives, ROWS - POSITIVES));
        return drawn.stream().mapToInt(Integer::intValue).sorted().toArray();
      }
    }
    throw new IllegalArgumentException(
        positives.size() + " positives before 2026, not " + POSITIVES + ".");
  }

  /** The rows before 2026 by block, blocks in the order of their hashes. */
  private static SortedMap<Long, List<Integer>> blocks(Dataset panel) {
    var group = panel.attributes().group().orElseThrow();
    var time = panel.attributes().time().orElseThrow();
    SortedMap<Long, List<Integer>> blocks = new TreeMap<>();
    for (int row = 0; row < panel.size(); row++) {
      if (time.day(row).isBefore(OutagePanel.SURGE)) {
        String country = Objects.requireNonNull(group.value(row));
        long block = StableHash.of(country, DRAW + time.epochDay(row) / BLOCK_DAYS);
        blocks.computeIfAbsent(block, key -> new ArrayList<>()).add(row);
      }
    }
    return blocks;
  }

  private static List<Integer> drawn(Dataset panel, List<Integer> rows, int count) {
    return rows.stream()
        .sorted(Comparator.comparingLong(row -> StableHash.of(panel.attributes().id(row), DRAW)))
        .limit(count)
        .toList();
  }
}
