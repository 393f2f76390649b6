package dev.assay.text.tokenise;

/**
 * What cutting texts to a length cost.
 *
 * @param limit the most tokens that a text may have
 * @param texts how many texts there are
 * @param cut how many of them were longer
 * @param tokens how many tokens there were before cutting
 * @param lost how many of these were cut off
 */
public record Truncation(int limit, int texts, int cut, long tokens, long lost) {

  /** The share of all tokens that were lost, in {@code [0, 1]}. */
  public double lostShare() {
    return tokens == 0 ? 0 : (double) lost / tokens;
  }

  /** What it says, in one line. */
  public String sentence() {
    return cut == 0
        ? "no text is longer than %d tokens".formatted(limit)
        : "%,d of %,d texts are longer than %d tokens and lose their end: %.2f%% of all tokens"
            .formatted(cut, texts, limit, 100 * lostShare());
  }
}
