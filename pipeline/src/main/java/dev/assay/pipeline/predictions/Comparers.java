package dev.assay.pipeline.predictions;

import dev.assay.core.comparison.Comparer;
import dev.assay.core.statistics.BootstrapSettings;

/** Comparisons whose draws are fixed, so that the same files give the same intervals. */
final class Comparers {

  private static final long SEED = 1;

  private Comparers() {}

  static Comparer standard(int horizonDays) {
    return new Comparer(BootstrapSettings.seeded(SEED), horizonDays);
  }
}
