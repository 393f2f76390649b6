package dev.assay.trees.xgboost;

import dev.assay.trees.internal.BoundInputs;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Scores rows by one booster into columns, piece by piece, so that no large matrix is copied. */
final class BoosterScoring {

  private static final int PIECE = 16_384;

  private BoosterScoring() {}

  /**
   * Scores rows.
   *
   * @param rows which rows
   * @param rounds how many rounds of trees are asked; 0 for all
   * @param columns receives the scores, columns from {@code first} on, one per output
   */
  static void score(
      XgboostNative.Booster booster,
      BoundInputs bound,
      int[] rows,
      int rounds,
      float[][] columns,
      int first) {
    int pieces = Math.ceilDiv(rows.length, PIECE);
    if (pieces == 1) {
      scorePiece(booster, bound, rows, rounds, columns, first);
      return;
    }
    IntStream.range(0, pieces)
        .parallel()
        .forEach(
            piece -> {
              int from = piece * PIECE;
              int to = Math.min(from + PIECE, rows.length);
              scorePiece(
                  booster, bound, Arrays.copyOfRange(rows, from, to), rounds, columns, first);
            });
  }

  private static void scorePiece(
      XgboostNative.Booster booster,
      BoundInputs bound,
      int[] rows,
      int rounds,
      float[][] columns,
      int first) {
    float[][] outputs = booster.predict(bound.matrix(rows), rows.length, bound.size(), rounds);
    for (int i = 0; i < rows.length; i++) {
      for (int output = 0; output < outputs[i].length; output++) {
        columns[first + output][rows[i]] = outputs[i][output];
      }
    }
  }
}
