package dev.assay.core.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.calibration.Calibrator;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.core.metric.RankedScores;
import dev.assay.core.prediction.Scores;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CurvedSigmoidTest {

  /** Log odds are normal in each kind of row: about 1 with a given spread, and about -2 with 1. */
  private static RankedScores binormal(
      int positives, int negatives, double spreadOfPositives, long seed) {
    Random random = new Random(seed);
    byte[] states = new byte[positives + negatives];
    float[] scores = new float[states.length];
    for (int row = 0; row < states.length; row++) {
      boolean positive = row < positives;
      double logOdds =
          positive ? 1 + spreadOfPositives * random.nextGaussian() : -2 + random.nextGaussian();
      states[row] = (byte) (positive ? 1 : 0);
      scores[row] = (float) (1 / (1 + Math.exp(-logOdds)));
    }
    return RankedScores.of(
        Labels.ofColumns(new LabelSchema(TaskKind.BINARY, List.of("y")), new byte[][] {states}),
        Scores.takeOver(new float[][] {scores}),
        0);
  }

  private static double bayes(double logOdds, double prior, double spreadOfPositives) {
    double z = (logOdds - 1) / spreadOfPositives;
    double positive = prior * Math.exp(-z * z / 2) / spreadOfPositives;
    double negative = (1 - prior) * Math.exp(-(logOdds + 2) * (logOdds + 2) / 2);
    return positive / (positive + negative);
  }

  private static double error(RankedScores rows, CurvedSigmoid curve, double spreadOfPositives) {
    double prior = (double) rows.positives() / rows.size();
    double sum = 0;
    for (int rank = 0; rank < rows.size(); rank++) {
      double logOdds = Calibrator.Sigmoid.logOdds(rows.score(rank));
      sum += Math.abs(curve.probability(rank) - bayes(logOdds, prior, spreadOfPositives));
    }
    return sum / rows.size();
  }

  @Test
  void it_is_what_bayes_rule_gives_where_log_odds_are_normal() {
    for (double spread : new double[] {0.6, 1, 1.8}) {
      RankedScores rows = binormal(20_000, 80_000, spread, 7);
      assertThat(error(rows, new CurvedSigmoid(rows), spread))
          .as("spread %s", spread)
          .isLessThan(0.004);
    }
  }

  @Test
  void with_few_rows_it_is_nearly_a_sigmoid() {
    RankedScores rows = binormal(4, 26, 1, 11);
    CurvedSigmoid curve = new CurvedSigmoid(rows);
    int last = rows.size() - 1;
    double high = Calibrator.Sigmoid.logOdds(rows.score(0));
    double low = Calibrator.Sigmoid.logOdds(rows.score(last));
    double ofHigh = Calibrator.Sigmoid.logOdds(curve.probability(0));
    double ofLow = Calibrator.Sigmoid.logOdds(curve.probability(last));
    for (int rank = 0; rank < rows.size(); rank++) {
      double share = (Calibrator.Sigmoid.logOdds(rows.score(rank)) - low) / (high - low);
      double straight = 1 / (1 + Math.exp(-(ofLow + share * (ofHigh - ofLow))));
      assertThat(curve.probability(rank)).isCloseTo(straight, within(0.05));
    }
  }

  @Test
  void it_adds_up_to_about_as_many_positives_as_there_are() {
    RankedScores rows = binormal(300, 4_700, 0.7, 13);
    CurvedSigmoid curve = new CurvedSigmoid(rows);
    double sum = 0;
    for (int rank = 0; rank < rows.size(); rank++) {
      sum += curve.probability(rank);
    }
    // Platt's targets move each kind by less than one row.
    assertThat(sum).isCloseTo(300, within(1.0));
  }

  @Test
  void rows_that_a_cut_parts_wholly_give_finite_probabilities() {
    RankedScores rows = binormal(50, 50, 0.01, 17);
    CurvedSigmoid curve = new CurvedSigmoid(rows);
    assertThat(curve.probability(0)).isBetween(0.5, 1.0);
    assertThat(curve.probability(rows.size() - 1)).isBetween(0.0, 0.5);
  }
}
