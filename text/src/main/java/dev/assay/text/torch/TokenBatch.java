package dev.assay.text.torch;

import dev.assay.text.tokenise.Tokens;
import java.util.Arrays;

/**
 * The tokens of some texts side by side, padded to the longest: {@code (B, L)}. The tokens are
 * places among the distinct tokens of the batch, so that only their embeddings are looked at.
 */
final class TokenBatch {

  private final int texts;
  private final int length;
  private final long[] vocabulary;
  private final long[] places;
  private final int[] lengths;

  /**
   * A batch.
   *
   * @param rows which texts
   * @param padding the id of the padding token
   */
  TokenBatch(Tokens tokens, int[] rows, int padding) {
    texts = rows.length;
    lengths = Arrays.stream(rows).map(tokens::length).toArray();
    length = Arrays.stream(lengths).max().orElseThrow();
    int[] ids = new int[texts * length];
    for (int text = 0; text < texts; text++) {
      for (int at = 0; at < length; at++) {
        ids[text * length + at] = at < lengths[text] ? tokens.id(rows[text], at) : padding;
      }
    }
    int[] distinct = Arrays.stream(ids).sorted().distinct().toArray();
    vocabulary = Arrays.stream(distinct).asLongStream().toArray();
    places = Arrays.stream(ids).mapToLong(id -> Arrays.binarySearch(distinct, id)).toArray();
  }

  /** How many texts, {@code B}. */
  int texts() {
    return texts;
  }

  /** How many tokens the longest text has, {@code L}. */
  int length() {
    return length;
  }

  /** The distinct tokens, ascending. */
  long[] vocabulary() {
    return vocabulary.clone();
  }

  /** The places of all tokens among the distinct ones, {@code (B, L)} in row-major order. */
  long[] places() {
    return places.clone();
  }

  /** Whether some text is shorter than the longest. */
  boolean isPadded() {
    return Arrays.stream(lengths).anyMatch(own -> own < length);
  }

  /** 1 for tokens and 0 for padding, {@code (B, L)} in row-major order. */
  float[] mask() {
    float[] mask = new float[texts * length];
    for (int text = 0; text < texts; text++) {
      Arrays.fill(mask, text * length, text * length + lengths[text], 1);
    }
    return mask;
  }
}
