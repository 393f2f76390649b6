package dev.assay.data.holdout;

import dev.assay.core.example.Attributes;
import dev.assay.core.example.Dataset;
import dev.assay.core.fingerprint.StableHash;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.core.problem.InvalidInputException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A seeded draw of rows for a frozen holdout. Only rows with a known label are drawn.
 *
 * <p>The rows come out of as few blocks as hold enough of them, a block being some weeks of one
 * group: training loses the days around every row of a holdout, and rows strewn over all groups and
 * weeks would leave it nearly nothing. Without a time a block is a group, without a group some
 * weeks, and without both a row. Equal rows, settings and seed give the same draw, whatever the
 * order of rows.
 *
 * @param rows how many rows, at least 1
 * @param positiveRate the share of them that is positive, in {@code [0, 1]}; empty for whatever the
 *     blocks hold
 * @param blockDays the days of a block, at least 1
 * @param seed another seed, other rows
 */
public record HoldoutDraw(int rows, OptionalDouble positiveRate, int blockDays, long seed) {

  /** The days of a block unless something else is asked for: eight weeks. */
  public static final int STANDARD_BLOCK_DAYS = 56;

  /** Checks the ranges. */
  public HoldoutDraw {
    if (rows < 1 || blockDays < 1) {
      throw new IllegalArgumentException(rows + " rows in blocks of " + blockDays + " days.");
    }
    if (positiveRate.isPresent()
        && !(positiveRate.getAsDouble() >= 0 && positiveRate.getAsDouble() <= 1)) {
      throw new IllegalArgumentException("A positive rate of " + positiveRate.getAsDouble() + ".");
    }
  }

  /**
   * The numbers of the rows drawn, ascending.
   *
   * @throws InvalidInputException where a positive rate is asked of labels that are not binary, or
   *     there are too few rows to draw from
   */
  public int[] from(Dataset dataset) {
    if (positiveRate.isPresent() && dataset.schema().kind() != TaskKind.BINARY) {
      throw new InvalidInputException(
          "positive rate", "the data have no binary label.", "Draw without a positive rate.");
    }
    Pool pool = new Pool();
    for (List<Integer> block : blocks(dataset).values()) {
      for (int row : block) {
        pool.add(row, dataset.labels().state(row, 0) == Labels.POSITIVE);
      }
      if (pool.suffices()) {
        return pool.drawn(dataset.attributes());
      }
    }
    throw new InvalidInputException("sample", pool.shortage(), "Ask for less, or for more days.");
  }

  /** The rows with a known label by block, blocks in the order of their hashes. */
  private SortedMap<Long, List<Integer>> blocks(Dataset dataset) {
    SortedMap<Long, List<Integer>> blocks = new TreeMap<>();
    for (int row = 0; row < dataset.size(); row++) {
      if (dataset.labels().isAnyKnown(row)) {
        long block = block(dataset.attributes(), row);
        blocks.computeIfAbsent(block, key -> new ArrayList<>()).add(row);
      }
    }
    return blocks;
  }

  private long block(Attributes attributes, int row) {
    if (attributes.group().isEmpty() && attributes.time().isEmpty()) {
      return StableHash.of(attributes.id(row), seed);
    }
    String group = attributes.group().map(column -> column.value(row)).orElse("");
    long weeks =
        attributes.time().map(time -> Math.floorDiv(time.epochDay(row), blockDays)).orElse(0L);
    return StableHash.combine(StableHash.of(group, seed), weeks);
  }

  /** The rows of the blocks so far, apart where a rate is asked for. */
  private final class Pool {

    private final List<Integer> positives = new ArrayList<>();
    private final List<Integer> others = new ArrayList<>();
    private final int wantedPositives =
        positiveRate.isPresent() ? (int) Math.round(rows * positiveRate.getAsDouble()) : 0;

    void add(int row, boolean positive) {
      (positive && positiveRate.isPresent() ? positives : others).add(row);
    }

    boolean suffices() {
      return positives.size() >= wantedPositives && others.size() >= rows - wantedPositives;
    }

    int[] drawn(Attributes attributes) {
      List<Integer> drawn = new ArrayList<>(drawn(attributes, positives, wantedPositives));
      drawn.addAll(drawn(attributes, others, rows - wantedPositives));
      return drawn.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private List<Integer> drawn(Attributes attributes, List<Integer> from, int count) {
      return from.stream()
          .sorted(Comparator.comparingLong(row -> StableHash.of(attributes.id(row), seed)))
          .limit(count)
          .toList();
    }

    String shortage() {
      return positiveRate.isEmpty()
          ? "there are %,d rows to draw from, not %,d.".formatted(others.size(), rows)
          : "there are %,d positives and %,d negatives to draw from, not %,d and %,d."
              .formatted(positives.size(), others.size(), wantedPositives, rows - wantedPositives);
    }
  }
}
