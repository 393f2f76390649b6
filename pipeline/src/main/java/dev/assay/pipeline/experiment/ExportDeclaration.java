package dev.assay.pipeline.experiment;

import java.util.List;

/**
 * In which precisions the trained weights are tried, and which of them is judged and served.
 *
 * @param precisions those that are tried, none twice
 * @param serve the one that is judged and served, one of them
 * @param dropAtMost how much F1 of a label may be lower than with the weights as they were trained
 */
public record ExportDeclaration(List<String> precisions, String serve, double dropAtMost) {

  /** How much F1 of a label may fall where nothing is said. */
  public static final double STANDARD_DROP = 0.005;

  /** Checks that what is served is tried, and copies. */
  public ExportDeclaration {
    precisions = List.copyOf(precisions);
    if (!precisions.contains(serve)) {
      throw new IllegalArgumentException("'" + serve + "' is not among " + precisions + ".");
    }
  }
}
