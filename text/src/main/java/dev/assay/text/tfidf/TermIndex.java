package dev.assay.text.tfidf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers terms from 0 on in the order in which they are added, and finds them by a slice of
 * characters, so that no string is made for a term that is known. Thread-safe once nothing is added
 * any more.
 */
final class TermIndex {

  /** What {@link #find} says of an unknown term. */
  static final int UNKNOWN = -1;

  private final List<String> terms = new ArrayList<>();
  private int[] slots = new int[1 << 10];
  private int[] hashes = new int[1 << 9];

  TermIndex() {
    Arrays.fill(slots, UNKNOWN);
  }

  /** The terms in the order of their numbers. */
  List<String> terms() {
    return terms;
  }

  /** The number of a term, or {@link #UNKNOWN}. */
  int find(char[] units, int from, int to) {
    return slots[slot(hash(units, from, to), units, from, to)];
  }

  /** The number of a term, which it is given where it has none. */
  int add(char[] units, int from, int to) {
    int hash = hash(units, from, to);
    int slot = slot(hash, units, from, to);
    if (slots[slot] != UNKNOWN) {
      return slots[slot];
    }
    int number = terms.size();
    if (2 * number >= slots.length) {
      grow();
      slot = slot(hash, units, from, to);
    }
    slots[slot] = number;
    hashes[number] = hash;
    terms.add(new String(units, from, to - from));
    return number;
  }

  private void grow() {
    slots = new int[2 * slots.length];
    hashes = Arrays.copyOf(hashes, slots.length / 2 + 1);
    Arrays.fill(slots, UNKNOWN);
    for (int number = 0; number < terms.size(); number++) {
      int slot = hashes[number] & (slots.length - 1);
      while (slots[slot] != UNKNOWN) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = number;
    }
  }

  /** The slot where a term stands, or the free one where it would. */
  private int slot(int hash, char[] units, int from, int to) {
    int slot = hash & (slots.length - 1);
    while (slots[slot] != UNKNOWN && !isAt(slots[slot], hash, units, from, to)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private boolean isAt(int number, int hash, char[] units, int from, int to) {
    String term = terms.get(number);
    if (hashes[number] != hash || term.length() != to - from) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (term.charAt(i - from) != units[i]) {
        return false;
      }
    }
    return true;
  }

  private static int hash(char[] units, int from, int to) {
    int hash = 0x811c9dc5;
    for (int i = from; i < to; i++) {
      hash = (hash ^ units[i]) * 0x01000193;
    }
    return hash ^ (hash >>> 15);
  }
}
