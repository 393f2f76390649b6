package dev.assay.text.onnx;

/** What the numbers of a classifier from elsewhere are. */
public enum ForeignOutputs {
  /** One logit for each label, each by itself: scores are their sigmoids. */
  LOGIT_BY_LABEL,
  /** One logit for each of several classes, which exclude each other: scores are their softmax. */
  LOGIT_BY_CLASS,
  /** Scores in {@code [0, 1]} already. */
  PROBABILITY;

  /** Turns numbers {@code (k, n)} into scores, in place. */
  void toScores(float[][] values) {
    switch (this) {
      case LOGIT_BY_LABEL -> {
        for (float[] column : values) {
          for (int row = 0; row < column.length; row++) {
            column[row] = (float) (1 / (1 + Math.exp(-column[row])));
          }
        }
      }
      case LOGIT_BY_CLASS -> softmax(values);
      case PROBABILITY -> {
        // Nothing to do.
      }
    }
  }

  private static void softmax(float[][] values) {
    for (int row = 0; row < values[0].length; row++) {
      double highest = Double.NEGATIVE_INFINITY;
      for (float[] column : values) {
        highest = Math.max(highest, column[row]);
      }
      double sum = 0;
      for (float[] column : values) {
        sum += Math.exp(column[row] - highest);
      }
      for (float[] column : values) {
        column[row] = (float) (Math.exp(column[row] - highest) / sum);
      }
    }
  }
}
