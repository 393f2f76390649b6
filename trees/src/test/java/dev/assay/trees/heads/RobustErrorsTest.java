package dev.assay.trees.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.metric.MetricValue;
import dev.assay.core.statistics.Clusters;
import dev.assay.core.statistics.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against stacks that are fitted to labels drawn from known coefficients. */
class RobustErrorsTest {

  private static final int GROUPS = 60;
  private static final int ROWS_EACH = 20;
  private static final int N = GROUPS * ROWS_EACH;
  private static final double WEIGHT = 1.2;

  @Test
  void they_match_the_spread_of_coefficients_over_repetitions_where_rows_are_independent() {
    assertErrorsMatchTheSpread(0);
  }

  @Test
  void they_match_the_spread_where_rows_of_a_group_share_a_push_and_repeat_their_scores() {
    assertErrorsMatchTheSpread(1);
  }

  /** The mean error is within a fifth of the deviation of the coefficients themselves. */
  private static void assertErrorsMatchTheSpread(double push) {
    int repetitions = 200;
    double[] weights = new double[repetitions];
    double errors = 0;
    int covered = 0;
    for (int i = 0; i < repetitions; i++) {
      Drawn drawn = new Drawn(push, i);
      Stack stack = drawn.fit();
      RobustErrors robust = drawn.errors(stack);
      weights[i] = stack.baseWeight();
      errors += robust.standardError(1).orThrow() / repetitions;
      Interval interval = robust.interval(1, stack.baseWeight()).orThrow();
      boolean holds = interval.low() <= drawn.truth() && drawn.truth() <= interval.high();
      covered += holds ? 1 : 0;
    }
    double mean = Arrays.stream(weights).average().orElseThrow();
    double variance = Arrays.stream(weights).map(w -> (w - mean) * (w - mean)).sum();
    double deviation = Math.sqrt(variance / (repetitions - 1));
    assertThat(errors / deviation).isCloseTo(1, within(0.2));
    assertThat(covered).isBetween(178, 199);
  }

  @Test
  void the_coefficient_of_a_head_whose_rows_lie_in_one_group_has_no_error() {
    int[] clusterOfRow = new int[N];
    Arrays.fill(clusterOfRow, ClusterMap.NONE);
    Arrays.fill(clusterOfRow, 0, ROWS_EACH, 0);
    Drawn drawn = new Drawn(0, 1);
    float[] heads = new float[N];
    Arrays.fill(heads, Float.NaN);
    for (int row = 0; row < ROWS_EACH; row++) {
      heads[row] = drawn.base[ROWS_EACH - 1 - row];
    }
    LabelScores scores = new LabelScores(drawn.base, heads, clusterOfRow);
    Stack stack = new StackFit(scores, List.of(0), 1).fit(drawn.truthLabels());

    RobustErrors errors = new RobustErrors(stack, scores, drawn.truthLabels(), Drawn.GROUPED, 1);

    assertThat(errors.standardError(1).isDefined()).isTrue();
    assertThat(errors.standardError(2))
        .isEqualTo(MetricValue.undefined("its rows lie in one group"));
    assertThat(errors.interval(2, stack.heads().getFirst().weight()).isDefined()).isFalse();
  }

  /** Scores and labels of rows; half of a row's log-odds are its group's where there is a push. */
  private static final class Drawn {

    static final Clusters GROUPED = Clusters.byKey(N, row -> row / ROWS_EACH);

    private final float[] base = new float[N];
    private final byte[] states = new byte[N];
    private final double push;

    Drawn(double push, long seed) {
      this.push = push;
      Random random = new Random(seed);
      double ofGroup = 0;
      double nudge = 0;
      for (int row = 0; row < N; row++) {
        if (row % ROWS_EACH == 0) {
          ofGroup = random.nextGaussian();
          nudge = random.nextBoolean() ? push : -push;
        }
        double logit = push > 0 ? ofGroup : random.nextGaussian();
        base[row] = (float) Logit.probability(logit);
        double p = Logit.probability(WEIGHT * logit + nudge);
        states[row] = random.nextDouble() < p ? Labels.POSITIVE : Labels.NEGATIVE;
      }
    }

    /**
     * The weight that the fit tends to. A push that it does not see draws it to 0; the figure
     * solves {@code E[x (mean over pushes of p(1.2 x + push) - p(w x))] = 0} for a normal x.
     */
    double truth() {
      return push > 0 ? 0.987 : WEIGHT;
    }

    Labels truthLabels() {
      return Labels.ofColumns(LabelSchema.binary("surge"), new byte[][] {states});
    }

    LabelScores scores() {
      float[] none = new float[N];
      Arrays.fill(none, Float.NaN);
      int[] noCluster = new int[N];
      Arrays.fill(noCluster, ClusterMap.NONE);
      return new LabelScores(base, none, noCluster);
    }

    Stack fit() {
      return new StackFit(scores(), List.of(), 1e6).fit(truthLabels());
    }

    RobustErrors errors(Stack stack) {
      return new RobustErrors(stack, scores(), truthLabels(), GROUPED, 1e6);
    }
  }
}
