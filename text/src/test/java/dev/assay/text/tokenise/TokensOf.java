package dev.assay.text.tokenise;

import java.util.Arrays;
import java.util.Random;

/** Tokens that no tokeniser made. */
public final class TokensOf {

  private TokensOf() {}

  /** These ids, text by text. */
  public static Tokens ids(int[]... ids) {
    return Tokens.of(ids);
  }

  /** Random texts of 1 to {@code longest} tokens. */
  public static Tokens random(int texts, int longest, int vocabulary, long seed) {
    Random random = new Random(seed);
    int[][] ids = new int[texts][];
    for (int text = 0; text < texts; text++) {
      ids[text] = random.ints(1 + random.nextInt(longest), 0, vocabulary).toArray();
    }
    return ids(ids);
  }

  /** The ids as they are scored with. */
  public static long[][] longs(Tokens tokens) {
    long[][] ids = new long[tokens.size()][];
    for (int text = 0; text < ids.length; text++) {
      ids[text] = Arrays.stream(tokens.ids(text)).asLongStream().toArray();
    }
    return ids;
  }
}
