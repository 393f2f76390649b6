package dev.assay.text.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Texts that are scored together, padded to the longest of them.
 *
 * @param rows the places of the texts among all that are scored
 * @param tokens how many tokens the longest has
 */
record TextBatch(List<Integer> rows, int tokens) {

  /** How many texts a batch has at most. */
  static final int MOST_ROWS = 32;

  /** How many tokens a batch has at most, padding included; one text may have more. */
  static final int MOST_TOKENS = 4096;

  /**
   * Every text in one batch, those of like length together: the shortest first, of equally long
   * ones in their order.
   *
   * @param most how many texts a batch may have
   */
  static List<TextBatch> of(long[][] ids, int most) {
    Integer[] order = new Integer[ids.length];
    Arrays.setAll(order, row -> row);
    Arrays.sort(order, Comparator.comparingInt(row -> ids[row].length));
    List<TextBatch> batches = new ArrayList<>();
    int from = 0;
    for (int to = 1; to <= order.length; to++) {
      if (to == order.length || isFull(to - from, ids[order[to]].length, most)) {
        batches.add(
            new TextBatch(List.of(Arrays.copyOfRange(order, from, to)), ids[order[to - 1]].length));
        from = to;
      }
    }
    return batches;
  }

  /** The ids, text by text, with zeros for padding. */
  LongBuffer ids(long[][] all) {
    LongBuffer flat = longs();
    for (int i = 0; i < rows.size(); i++) {
      flat.put(i * tokens, all[rows.get(i)]);
    }
    return flat;
  }

  /** Ones where {@link #ids} has tokens of a text. */
  LongBuffer mask(long[][] all) {
    LongBuffer flat = longs();
    for (int i = 0; i < rows.size(); i++) {
      for (int token = 0; token < all[rows.get(i)].length; token++) {
        flat.put(i * tokens + token, 1);
      }
    }
    return flat;
  }

  /** Zeros in the same shape. */
  LongBuffer zeros() {
    return longs();
  }

  /** The shape of all of them. */
  long[] shape() {
    return new long[] {rows.size(), tokens};
  }

  private LongBuffer longs() {
    return ByteBuffer.allocateDirect(rows.size() * tokens * Long.BYTES)
        .order(ByteOrder.nativeOrder())
        .asLongBuffer();
  }

  private static boolean isFull(int rows, int nextLength, int most) {
    return rows == most || (rows + 1) * nextLength > MOST_TOKENS;
  }
}
