package dev.assay.core.threshold;

import dev.assay.core.metric.RankedScores;

/**
 * The cut that predicts a wanted number of rows.
 *
 * @param cut in the middle between two neighbouring scores, or between the highest and 1, or the
 *     lowest and 0
 * @param predicted how many rows it predicts; rows of equal score are predicted together or not
 */
record CountedCut(double cut, long predicted) {

  /**
   * The cut whose number of rows is nearest to the wanted one; of two equally near, the higher cut.
   *
   * @param rowWeights how often each row counts, {@code >= 0}
   * @param wanted any number; below 0 nothing is predicted
   */
  static CountedCut nearest(RankedScores scores, int[] rowWeights, double wanted) {
    double above = 1;
    long predicted = 0;
    for (int rank = 0; rank < scores.size(); ) {
      double score = scores.score(rank);
      long tied = 0;
      for (; rank < scores.size() && scores.score(rank) == score; rank++) {
        tied += rowWeights[scores.row(rank)];
      }
      if (tied > 0) {
        if (Math.abs(predicted - wanted) <= Math.abs(predicted + tied - wanted)) {
          return new CountedCut(score + (above - score) / 2, predicted);
        }
        predicted += tied;
        above = score;
      }
    }
    return new CountedCut(above / 2, predicted);
  }
}
