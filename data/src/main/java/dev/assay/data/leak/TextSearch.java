package dev.assay.data.leak;

import dev.assay.core.example.TextColumn;
import dev.assay.core.fingerprint.StableHash;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Near-duplicates of texts by MinHash (Broder: On the resemblance and containment of documents,
 * 1997) with banding (Leskovec, Rajaraman, Ullman: Mining of Massive Datasets, chapter 3), verified
 * by the exact Jaccard index. One band of hashes is in memory at a time.
 */
final class TextSearch {

  /** Two texts are near-duplicates from this index on. */
  static final double LEAST_JACCARD = 0.8;

  /** 21 bands of 6 of 128 hashes find a pair with an index of 0.8 in 99.8% of cases. */
  private static final int BANDS = 21;

  private static final int HASHES_PER_BAND = 6;

  /** Larger buckets are stock phrases. */
  private static final int LARGEST_BUCKET = 200;

  private static final long SEED = 7_046_029_254_386_353_131L;

  private final int[][] shingles;
  private final long[] contents;
  private final PairCollector pairs;
  private final boolean[] common;
  private final boolean[] absent;

  /** A search over texts; of several columns each row's texts count as one. */
  TextSearch(List<TextColumn> texts) {
    int n = texts.get(0).size();
    shingles = new int[n][];
    contents = new long[n];
    pairs = new PairCollector(n);
    common = new boolean[n];
    absent = new boolean[n];
    IntStream.range(0, n)
        .parallel()
        .forEach(
            row -> {
              String text = NormalisedText.of(text(texts, row));
              shingles[row] = NormalisedText.shingles(text);
              contents[row] = StableHash.of(text);
              absent[row] = text.isEmpty();
            });
  }

  private static String text(List<TextColumn> texts, int row) {
    return texts.stream()
        .filter(column -> !column.isMissing(row))
        .map(column -> column.value(row))
        .collect(Collectors.joining("\n"));
  }

  Duplicates search() {
    Buckets.visit(contents.clone(), absent, this::markOrPair);
    for (int band = 0; band < BANDS; band++) {
      Buckets.visit(keys(band), absent, this::compare);
    }
    return pairs.toDuplicates(common);
  }

  private void markOrPair(int[] rows, int size) {
    if (size > NearDuplicates.COMMON_ABOVE) {
      for (int i = 0; i < size; i++) {
        common[rows[i]] = true;
        absent[rows[i]] = true;
      }
      return;
    }
    for (int i = 0; i < size; i++) {
      for (int j = i + 1; j < size; j++) {
        if (contents[rows[i]] == contents[rows[j]]) {
          pairs.add(rows[i], rows[j], true);
        }
      }
    }
  }

  private long[] keys(int band) {
    long[] keys = new long[shingles.length];
    Arrays.parallelSetAll(keys, row -> absent[row] ? 0 : key(shingles[row], band));
    return keys;
  }

  private static long key(int[] set, int band) {
    long key = band;
    for (int i = 0; i < HASHES_PER_BAND; i++) {
      long seed = StableHash.mix(SEED + (long) band * HASHES_PER_BAND + i);
      long least = Long.MAX_VALUE;
      for (int shingle : set) {
        // Multiply-shift is random enough for a minimum, and several times quicker than mixing.
        long hash = (shingle ^ seed) * (seed | 1);
        least = Math.min(least, hash ^ (hash >>> 29));
      }
      key = StableHash.combine(key, least);
    }
    return key;
  }

  private void compare(int[] rows, int size) {
    if (size > LARGEST_BUCKET) {
      return;
    }
    for (int i = 0; i < size; i++) {
      for (int j = i + 1; j < size; j++) {
        int[] set = shingles[rows[i]];
        int[] other = shingles[rows[j]];
        boolean sizesFit =
            Math.min(set.length, other.length)
                >= LEAST_JACCARD * Math.max(set.length, other.length);
        if (sizesFit && NormalisedText.jaccard(set, other) >= LEAST_JACCARD) {
          pairs.add(rows[i], rows[j], contents[rows[i]] == contents[rows[j]]);
        }
      }
    }
  }
}
