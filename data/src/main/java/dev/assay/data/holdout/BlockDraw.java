package dev.assay.data.holdout;

import dev.assay.core.example.Dataset;
import dev.assay.core.fingerprint.StableHash;
import dev.assay.core.problem.InvalidInputException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A draw of whole blocks, each with the same chance: rows come as the blocks hold them, so that the
 * rate of every label is that of the data but for chance. A block is drawn or not whatever other
 * blocks there are, so a longer dataset gives the same blocks and more.
 *
 * @param share the chance of a block, in {@code (0, 1]}
 * @param blockDays the days of a block, at least 1
 * @param seed another seed, other blocks
 */
public record BlockDraw(double share, int blockDays, long seed) implements HoldoutDraw {

  /** Checks the ranges. */
  public BlockDraw {
    if (!(share > 0 && share <= 1) || blockDays < 1) {
      throw new IllegalArgumentException(share + " of blocks of " + blockDays + " days.");
    }
  }

  @Override
  public int[] from(Dataset dataset) {
    int[] rows =
        new DrawBlocks(blockDays, seed)
            .of(dataset).entrySet().stream()
                .filter(block -> StableHash.unit(block.getKey()) < share)
                .map(Map.Entry::getValue)
                .flatMap(List::stream)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    if (rows.length == 0) {
      throw new InvalidInputException(
          "blocks",
          "no block is drawn at a share of " + share + ".",
          "Ask for a greater share, shorter blocks, or more days.");
    }
    return rows;
  }

  @Override
  public String words() {
    return String.format(
        Locale.ROOT,
        "%s of the blocks of %d days of a group, seed %d",
        Double.toString(share),
        blockDays,
        seed);
  }
}
