package dev.assay.pipeline.reporting;

import dev.assay.core.threshold.ThresholdSelection;
import dev.assay.report.document.Block;
import java.util.Map;

/** Chosen cuts as every report shows them. */
public final class ThresholdReport {

  private ThresholdReport() {}

  /** What the cuts were chosen for, in words. */
  public static String objective(ThresholdSelection selection) {
    return ObjectiveWords.of(selection.objective());
  }

  /** The cut of each label, how sure it is, and how much its figure flatters. */
  public static Block.Table table(ThresholdSelection selection) {
    return ThresholdsSection.cuts(selection);
  }

  /** The same as nested maps that become JSON. */
  public static Map<String, Object> json(ThresholdSelection selection) {
    return ThresholdJson.of(selection);
  }
}
