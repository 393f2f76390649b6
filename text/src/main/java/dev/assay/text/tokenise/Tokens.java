package dev.assay.text.tokenise;

import java.util.Arrays;

/**
 * The tokens of {@code n} texts, cut to a length, special tokens included. Immutable.
 *
 * <p>Where a text is cut, its first tokens are kept, and the special token at its end.
 */
public final class Tokens {

  private final int[][] ids;
  private final Truncation truncation;

  Tokens(int[][] ids, Truncation truncation) {
    this.ids = ids;
    this.truncation = truncation;
  }

  /** Tokens that are there already, copied: those of each text, special ones included. */
  public static Tokens of(int[][] ids) {
    int[][] copy = new int[ids.length][];
    long total = 0;
    for (int text = 0; text < ids.length; text++) {
      copy[text] = ids[text].clone();
      total += ids[text].length;
    }
    return new Tokens(copy, new Truncation(Integer.MAX_VALUE, ids.length, 0, total, 0));
  }

  /** How many texts there are, {@code n}. */
  public int size() {
    return ids.length;
  }

  /** How many tokens a text has after cutting. */
  public int length(int text) {
    return ids[text].length;
  }

  /** The id of a token of a text. */
  public int id(int text, int place) {
    return ids[text][place];
  }

  /** A copy of the ids of a text. */
  public int[] ids(int text) {
    return ids[text].clone();
  }

  /** A copy of all ids, those of each text, as ONNX Runtime takes them. */
  public long[][] wide() {
    return Arrays.stream(ids)
        .map(text -> Arrays.stream(text).asLongStream().toArray())
        .toArray(long[][]::new);
  }

  /** How many tokens there are in all. */
  public long total() {
    return Arrays.stream(ids).mapToLong(text -> text.length).sum();
  }

  /** The highest id of all; -1 where there is no token. */
  public int highestId() {
    return Arrays.stream(ids).flatMapToInt(Arrays::stream).max().orElse(-1);
  }

  /** How many texts lost how much by cutting. */
  public Truncation truncation() {
    return truncation;
  }
}
