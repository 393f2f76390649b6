package dev.assay.text.tfidf;

import java.util.Locale;

/** What of a text counts as a term. Terms are lower case; none holds a tab or the end of a line. */
sealed interface Terms {

  /** Hands every term of a text over, one after the other, as often as it stands there. */
  void split(String text, Sink sink);

  /** Takes terms. */
  @FunctionalInterface
  interface Sink {

    /**
     * A term.
     *
     * @param units holds the term from one place (inclusive) to another (exclusive); only as it is
     *     during the call
     */
    void term(char[] units, int from, int to);
  }

  /**
   * Runs of words, joined by a space each. A word has at least two characters, each a letter, a
   * digit, another number or an underscore: the token pattern of scikit-learn's {@code
   * TfidfVectorizer}.
   *
   * @param longest of how many words a run is at most
   */
  record Words(int longest) implements Terms {

    @Override
    public void split(String text, Sink sink) {
      WordBuffer words = words(text.toLowerCase(Locale.ROOT));
      for (int first = 0; first < words.count(); first++) {
        int last = Math.min(words.count(), first + longest);
        for (int end = first; end < last; end++) {
          sink.term(words.units(), words.start(first), words.end(end));
        }
      }
    }

    private static WordBuffer words(String text) {
      WordBuffer words = new WordBuffer(text.length());
      int characters = 0;
      for (int at = 0, point; at <= text.length(); at += Character.charCount(point)) {
        point = at < text.length() ? text.codePointAt(at) : ' ';
        if (isOfWord(point)) {
          words.append(point);
          characters++;
        } else {
          words.endWord(characters >= 2);
          characters = 0;
        }
      }
      return words;
    }

    private static boolean isOfWord(int point) {
      return Character.isLetterOrDigit(point)
          || point == '_'
          || Character.getType(point) == Character.LETTER_NUMBER
          || Character.getType(point) == Character.OTHER_NUMBER;
    }
  }

  /**
   * Runs of characters within what stands between spaces, one space before and after it counting
   * too: scikit-learn's {@code analyzer='char_wb'}. A surrogate without its other half, which no
   * file can hold, counts as U+FFFD.
   *
   * @param shortest of how many characters a run is at least, as long as the word has so many
   * @param longest of how many characters it is at most
   */
  record Characters(int shortest, int longest) implements Terms {

    private static final int LONE_SURROGATE = 0xFFFD;
    private static final int NEXT_LINE = 0x85;

    @Override
    public void split(String text, Sink sink) {
      String lower = text.toLowerCase(Locale.ROOT);
      // The space before a word, the word, the space after it; then their places in code points.
      char[] units = new char[lower.length() + 2];
      int[] places = new int[units.length + 1];
      units[0] = ' ';
      places[0] = 0;
      int length = 1;
      int points = 1;
      for (int at = 0, point; at <= lower.length(); at += Character.charCount(point)) {
        point = at < lower.length() ? lower.codePointAt(at) : ' ';
        if (!isSpace(point)) {
          places[points++] = length;
          length += Character.toChars(known(point), units, length);
        } else if (points > 1) {
          places[points++] = length;
          units[length++] = ' ';
          places[points] = length;
          runs(units, places, points, sink);
          length = 1;
          points = 1;
        }
      }
    }

    private void runs(char[] units, int[] places, int points, Sink sink) {
      for (int size = shortest; size <= longest; size++) {
        if (size >= points) {
          // A word that is too short for longer runs counts once, as a whole.
          sink.term(units, 0, places[points]);
          return;
        }
        for (int first = 0; first + size <= points; first++) {
          sink.term(units, places[first], places[first + size]);
        }
      }
    }

    private static int known(int point) {
      return Character.getType(point) == Character.SURROGATE ? LONE_SURROGATE : point;
    }

    private static boolean isSpace(int point) {
      return Character.isWhitespace(point) || Character.isSpaceChar(point) || point == NEXT_LINE;
    }
  }
}
