package dev.assay.report.table;

import java.util.ArrayList;
import java.util.List;

/** A text broken into lines between its words; a word that fits no line is broken within. */
final class WrappedText {

  private WrappedText() {}

  /** How many places a text takes: one for each code point. */
  static int places(String text) {
    return text.codePointCount(0, text.length());
  }

  /** How many places the longest word takes. */
  static int longestWord(String text) {
    int longest = 0;
    int start = 0;
    for (int blank = text.indexOf(' '); blank >= 0; blank = text.indexOf(' ', start)) {
      longest = Math.max(longest, places(text.substring(start, blank)));
      start = blank + 1;
    }
    longest = Math.max(longest, places(text.substring(start)));
    return longest;
  }

  /**
   * The lines of a text, at least one, none with blanks at its end.
   *
   * @param width how many places a line has, at least 1
   */
  static List<String> of(String text, int width) {
    List<String> lines = new ArrayList<>();
    String rest = text.stripTrailing();
    while (places(rest) > width) {
      int full = rest.offsetByCodePoints(0, width);
      int blank = rest.lastIndexOf(' ', full);
      int end = blank > 0 && !rest.substring(0, blank).isBlank() ? blank : full;
      lines.add(rest.substring(0, end).stripTrailing());
      rest = rest.substring(end).stripLeading();
    }
    lines.add(rest);
    return lines;
  }
}
