package dev.assay.data.holdout;

import dev.assay.core.example.Attributes;
import dev.assay.core.example.Dataset;
import dev.assay.core.fingerprint.StableHash;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How rows fall into blocks: some weeks of one group. Without a time a block is a group, without a
 * group some weeks of all rows, and without both a row.
 *
 * @param days the days of a block, at least 1
 * @param seed decides the order of the blocks
 */
record DrawBlocks(int days, long seed) {

  DrawBlocks {
    if (days < 1) {
      throw new IllegalArgumentException("Blocks of " + days + " days.");
    }
  }

  /** The rows with a known label by block, blocks in the order of their hashes. */
  SortedMap<Long, List<Integer>> of(Dataset dataset) {
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
    long block = attributes.time().map(time -> Math.floorDiv(time.epochDay(row), days)).orElse(0L);
    return StableHash.of(group, seed + block);
  }
}
