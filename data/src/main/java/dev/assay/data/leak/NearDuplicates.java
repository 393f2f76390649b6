package dev.assay.data.leak;

import dev.assay.core.example.Dataset;

/** Finds rows of one dataset that say the same, or nearly. */
public final class NearDuplicates {

  /** A content that more rows than this share identifies nobody. */
  public static final int COMMON_ABOVE = 10;

  private NearDuplicates() {}

  /** The pairs of near-duplicates of a dataset. */
  public static Duplicates find(Dataset dataset) {
    throw new UnsupportedOperationException("Not there yet.");
  }
}
