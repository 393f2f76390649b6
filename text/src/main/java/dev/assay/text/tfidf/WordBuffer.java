package dev.assay.text.tfidf;

import java.util.Arrays;

/** The words of a text, one space after each, so that a run of them is one slice. */
final class WordBuffer {

  private final char[] units;
  private int length;
  private int[] bounds = new int[32];
  private int count;
  private int start;

  WordBuffer(int textLength) {
    units = new char[textLength + 1];
  }

  /** Appends a character to the word under way. */
  void append(int point) {
    length += Character.toChars(point, units, length);
  }

  /** Ends what was appended last, as a word or as none. */
  void endWord(boolean keep) {
    if (!keep) {
      length = start;
      return;
    }
    if (2 * count + 2 > bounds.length) {
      bounds = Arrays.copyOf(bounds, 2 * bounds.length);
    }
    bounds[2 * count] = start;
    bounds[2 * count + 1] = length;
    count++;
    units[length++] = ' ';
    start = length;
  }

  /** Holds the words. */
  char[] units() {
    return units;
  }

  /** How many words there are. */
  int count() {
    return count;
  }

  /** Where a word starts. */
  int start(int word) {
    return bounds[2 * word];
  }

  /** Where a word ends, exclusive. */
  int end(int word) {
    return bounds[2 * word + 1];
  }
}
