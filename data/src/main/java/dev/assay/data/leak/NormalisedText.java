package dev.assay.data.leak;

import dev.assay.core.fingerprint.StableHash;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text without what copies change: Unicode NFKC, lower case, web addresses and digits masked, one
 * space between words.
 */
final class NormalisedText {

  private static final Pattern ADDRESS = Pattern.compile("(?:https?://|www\\.)\\S+");
  private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");

  private NormalisedText() {}

  static String of(String text) {
    String folded =
        (Normalizer.isNormalized(text, Normalizer.Form.NFKC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFKC))
            .toLowerCase(Locale.ROOT);
    String withoutAddresses =
        folded.contains("://") || folded.contains("www.")
            ? ADDRESS.matcher(folded).replaceAll("<address>")
            : folded;
    return SPACE.matcher(DIGIT.matcher(withoutAddresses).replaceAll("0")).replaceAll(" ").strip();
  }

  /**
   * The distinct hashes of the two-word shingles of a normalised text in ascending order; of a
   * single word, that word; none for an empty text.
   */
  static int[] shingles(String normalised) {
    if (normalised.isEmpty()) {
      return new int[0];
    }
    String[] words = normalised.split(" ", -1);
    int[] hashes = new int[Math.max(1, words.length - 1)];
    long previous = StableHash.of(words[0]);
    hashes[0] = (int) previous;
    for (int i = 1; i < words.length; i++) {
      long word = StableHash.of(words[i]);
      hashes[i - 1] = (int) StableHash.combine(previous, word);
      previous = word;
    }
    Arrays.sort(hashes);
    int size = 0;
    for (int hash : hashes) {
      if (size == 0 || hashes[size - 1] != hash) {
        hashes[size++] = hash;
      }
    }
    return Arrays.copyOf(hashes, size);
  }

  /** The size of the intersection by that of the union of two ascending sets, 0 for empty ones. */
  static double jaccard(int[] set, int[] other) {
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < set.length && j < other.length) {
      if (set[i] == other[j]) {
        common++;
        i++;
        j++;
      } else if (set[i] < other[j]) {
        i++;
      } else {
        j++;
      }
    }
    int union = set.length + other.length - common;
    return union == 0 ? 0 : (double) common / union;
  }
}
