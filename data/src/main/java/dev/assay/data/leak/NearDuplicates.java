package dev.assay.data.leak;

import dev.assay.core.example.Column;
import dev.assay.core.example.Dataset;
import dev.assay.core.example.TextColumn;
import dev.assay.core.fingerprint.StableHash;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds rows of one dataset that say the same, or nearly.
 *
 * <p><b>Tables.</b> Two rows are near-duplicates when the declared group and time are equal, at
 * least {@link RowAgreement#LEAST_SHARE 90%} of the features agree and at least {@link
 * RowAgreement#LEAST_KNOWN three} of those that agree are not missing. Numbers agree within 1% of
 * the interquartile range of their column (of its standard deviation where that range is 0),
 * categories when equal, missing values with missing ones. Rows of another group or time are
 * near-duplicates only when all features are equal and three of them distinctive: a value that at
 * most {@link #COMMON_ABOVE} rows have.
 *
 * <p><b>Texts.</b> Where there is a text feature the texts alone decide: two rows are
 * near-duplicates when the sets of two-word shingles of their normalised texts (Unicode NFKC, lower
 * case, web addresses and digits masked) have a Jaccard index of at least {@link
 * TextSearch#LEAST_JACCARD 0.8}. Group and time do not matter, as a text that appears again in
 * another place is still the same text.
 *
 * <p>A content that more than {@link #COMMON_ABOVE} rows share, or a row with more near-duplicates
 * than that, identifies nobody (quiet days of a panel, coarse tables, stock phrases): it is counted
 * as common and is in no pair.
 *
 * <p>Candidates come from locality-sensitive hashing with fixed seeds and are verified by the
 * definition, so every pair found is one; a pair just inside the definition is missed with a chance
 * of a few per cent, a copy with one or two small changes practically never.
 */
public final class NearDuplicates {

  /** A content that more rows than this share identifies nobody. */
  public static final int COMMON_ABOVE = 10;

  private NearDuplicates() {}

  /** The pairs of near-duplicates of a dataset. */
  public static Duplicates find(Dataset dataset) {
    List<TextColumn> texts = new ArrayList<>();
    for (Column column : dataset.features().values()) {
      if (column instanceof TextColumn text) {
        texts.add(text);
      }
    }
    return texts.isEmpty()
        ? new TableSearch(dataset, placeHashes(dataset)).search()
        : new TextSearch(texts).search();
  }

  /** A hash of what must be equal for two rows to be compared at all: group and time. */
  private static long[] placeHashes(Dataset dataset) {
    long[] hashes = new long[dataset.size()];
    dataset
        .attributes()
        .group()
        .ifPresent(
            group -> {
              for (int row = 0; row < hashes.length; row++) {
                hashes[row] = StableHash.combine(1, group.hash(row));
              }
            });
    dataset
        .attributes()
        .time()
        .ifPresent(
            time -> {
              for (int row = 0; row < hashes.length; row++) {
                hashes[row] = StableHash.combine(hashes[row], time.epochSecond(row));
              }
            });
    return hashes;
  }
}
