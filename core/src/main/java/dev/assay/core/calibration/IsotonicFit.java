package dev.assay.core.calibration;

import java.util.ArrayList;
import java.util.List;

/**
 * Fits the map of least squared error that does not fall, by pooling adjacent violators (Ayer et
 * al., 1955). Rows of equal score are averaged first; each pooled block keeps its first and last
 * score, as scikit-learn's {@code IsotonicRegression} does.
 */
final class IsotonicFit {

  private record Block(double low, double high, double positives, double rows) {
    double mean() {
      return positives / rows;
    }

    Block with(Block next) {
      return new Block(low, next.high, positives + next.positives, rows + next.rows);
    }
  }

  private IsotonicFit() {}

  static Calibrator.Isotonic fit(KnownScores known) {
    List<Block> blocks = new ArrayList<>();
    int i = 0;
    while (i < known.size()) {
      double score = known.score(i);
      int positives = 0;
      int rows = 0;
      for (; i < known.size() && known.score(i) == score; i++) {
        positives += known.isPositive(i) ? 1 : 0;
        rows++;
      }
      push(blocks, new Block(score, score, positives, rows));
    }
    return new Calibrator.Isotonic(points(blocks));
  }

  private static void push(List<Block> blocks, Block block) {
    Block pooled = block;
    while (!blocks.isEmpty() && blocks.getLast().mean() >= pooled.mean()) {
      pooled = blocks.removeLast().with(pooled);
    }
    blocks.add(pooled);
  }

  private static List<Calibrator.Isotonic.Point> points(List<Block> blocks) {
    List<Calibrator.Isotonic.Point> points = new ArrayList<>();
    for (Block block : blocks) {
      points.add(new Calibrator.Isotonic.Point(block.low(), block.mean()));
      if (block.high() > block.low()) {
        points.add(new Calibrator.Isotonic.Point(block.high(), block.mean()));
      }
    }
    return points;
  }
}
