package dev.assay.text.transformer;

import dev.assay.text.tokenise.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Cuts shuffled texts into batches of like length, so that little is padded: stretches of the
 * shuffled texts are sorted by length and cut, and the batches shuffled again.
 */
final class LengthBatches {

  /** How many batches are sorted together: the more, the less padding and the less chance. */
  private static final int SORTED_TOGETHER = 100;

  private final Tokens tokens;
  private final int size;

  /**
   * Batches of texts.
   *
   * @param size how many texts a batch has; the last one may have fewer
   */
  LengthBatches(Tokens tokens, int size) {
    this.tokens = tokens;
    this.size = size;
  }

  /** How many batches so many texts make. */
  int count(int texts) {
    return (texts + size - 1) / size;
  }

  /** The batches of one epoch. */
  List<int[]> of(int[] rows, Random random) {
    List<Integer> shuffled = new ArrayList<>(Arrays.stream(rows).boxed().toList());
    Collections.shuffle(shuffled, random);
    List<int[]> batches = new ArrayList<>();
    int stretch = size * SORTED_TOGETHER;
    for (int from = 0; from < shuffled.size(); from += stretch) {
      List<Integer> near =
          new ArrayList<>(shuffled.subList(from, Math.min(from + stretch, shuffled.size())));
      near.sort(Comparator.comparingInt(tokens::length));
      for (int at = 0; at < near.size(); at += size) {
        batches.add(
            near.subList(at, Math.min(at + size, near.size())).stream()
                .mapToInt(row -> row)
                .toArray());
      }
    }
    Collections.shuffle(batches, random);
    return batches;
  }
}
