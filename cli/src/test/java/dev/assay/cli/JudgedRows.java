package dev.assay.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of predictions with a confusion that is known: score 0.9 for what is predicted at a cut of
 * 0.5, else 0.1.
 */
final class JudgedRows {

  private JudgedRows() {}

  /** A CSV file whose positives come first. The same counts of positives give the same truth. */
  static Path write(Path file, int truePositives, int falseNegatives, int falsePositives, int rows)
      throws IOException {
    int positives = truePositives + falseNegatives;
    List<String> lines = new ArrayList<>(List.of("id,score,truth"));
    for (int row = 0; row < rows; row++) {
      boolean positive = row < positives;
      boolean predicted = row < truePositives || (!positive && row < positives + falsePositives);
      lines.add("r%d,%s,%d".formatted(row, predicted ? "0.9" : "0.1", positive ? 1 : 0));
    }
    return Files.write(file, lines);
  }
}
