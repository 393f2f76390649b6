package dev.assay.text.transformer;

import dev.assay.core.label.Labels;
import dev.assay.core.metric.Measure;
import dev.assay.core.metric.MetricValue;
import dev.assay.core.metric.RankTally;
import dev.assay.core.metric.RankedScores;
import dev.assay.core.prediction.Scores;
import java.util.Locale;
import java.util.function.IntPredicate;

/** A validation figure by which one epoch is better than another; higher is better. */
enum Criterion {
  /** The mean over the labels of their average precision, where it is defined. */
  AVERAGE_PRECISION {
    @Override
    double of(Labels truth, Scores scores, IntPredicate rows) {
      double sum = 0;
      int defined = 0;
      for (int label = 0; label < truth.schema().size(); label++) {
        RankedScores ranked = RankedScores.of(truth, scores, label).where(rows);
        RankTally tally = new RankTally();
        for (int rank = 0; rank < ranked.size(); rank++) {
          tally.add(ranked.score(rank), ranked.isPositive(rank), 1);
        }
        if (tally.value(Measure.AVERAGE_PRECISION) instanceof MetricValue.Defined value) {
          sum += value.value();
          defined++;
        }
      }
      return defined == 0 ? 0 : sum / defined;
    }
  },

  /** Minus the mean log loss over all known cells. */
  LOG_LOSS {
    @Override
    boolean higherIsBetter() {
      return false;
    }

    @Override
    double of(Labels truth, Scores scores, IntPredicate rows) {
      double sum = 0;
      long cells = 0;
      for (int row = 0; row < truth.size(); row++) {
        for (int label = 0; label < truth.schema().size(); label++) {
          if (rows.test(row) && truth.isKnown(row, label)) {
            double p = Math.clamp(scores.score(row, label), LEAST, 1 - LEAST);
            sum -= Math.log(truth.state(row, label) == Labels.POSITIVE ? p : 1 - p);
            cells++;
          }
        }
      }
      return cells == 0 ? 0 : -sum / cells;
    }
  };

  private static final double LEAST = 1e-7;

  /** The figure over some rows. */
  abstract double of(Labels truth, Scores scores, IntPredicate rows);

  /** The figure as its name has it: a loss without the minus. */
  final double shown(double figure) {
    return higherIsBetter() ? figure : -figure;
  }

  /** Whether the figure as its name has it is better the higher it is. */
  boolean higherIsBetter() {
    return true;
  }

  /** Its name in an experiment file. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
