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
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A draw of so many rows, out of as few blocks as hold enough of them.
 *
 * @param rows how many rows, at least 1
 * @param positiveRate the share of them that is positive, in {@code [0, 1]}; empty for whatever the
 *     blocks hold
 * @param blockDays the days of a block, at least 1
 * @param seed another seed, other rows
 */
public record RowDraw(int rows, OptionalDouble positiveRate, int blockDays, long seed)
    implements HoldoutDraw {

  /** Checks the ranges. */
  public RowDraw {
    if (rows < 1 || blockDays < 1) {
      throw new IllegalArgumentException(rows + " rows in blocks of " + blockDays + " days.");
    }
    if (positiveRate.isPresent()
        && !(positiveRate.getAsDouble() >= 0 && positiveRate.getAsDouble() <= 1)) {
      throw new IllegalArgumentException("A positive rate of " + positiveRate.getAsDouble() + ".");
    }
  }

  @Override
  public int[] from(Dataset dataset) {
    if (positiveRate.isPresent() && dataset.schema().kind() != TaskKind.BINARY) {
      throw new InvalidInputException(
          "positive rate", "the data have no binary label.", "Draw without a positive rate.");
    }
    Pool pool = new Pool();
    for (List<Integer> block : new DrawBlocks(blockDays, seed).of(dataset).values()) {
      for (int row : block) {
        pool.add(row, dataset.labels().state(row, 0) == Labels.POSITIVE);
      }
      if (pool.suffices()) {
        return pool.drawn(dataset.attributes());
      }
    }
    throw new InvalidInputException("sample", pool.shortage(), "Ask for less, or for more days.");
  }

  @Override
  public String words() {
    String rate = positiveRate.isPresent() ? ", " + positiveRate.getAsDouble() + " positive" : "";
    return String.format(
        Locale.ROOT,
        "%d rows%s, out of few blocks of %d days of a group, seed %d",
        rows,
        rate,
        blockDays,
        seed);
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
