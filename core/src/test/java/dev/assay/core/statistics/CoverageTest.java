package dev.assay.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How often intervals hold the true difference over seeded repetitions of an experiment. */
class CoverageTest {

  private static final int REPETITIONS = 1_000;

  @Test
  void independent_rows_are_covered_as_often_as_promised() {
    assertThat(coverage(60, 1, 0, false)).isBetween(0.93, 0.97);
  }

  @Test
  void few_clusters_are_covered_as_often_as_promised() {
    assertThat(coverage(6, 20, 1, false)).isBetween(0.93, 0.97);
  }

  @Test
  void dependent_rows_are_covered_when_their_groups_are_drawn() {
    assertThat(coverage(30, 20, 1, false)).isBetween(0.93, 0.97);
  }

  @Test
  void drawing_dependent_rows_one_by_one_would_promise_far_too_much() {
    assertThat(coverage(30, 20, 1, true)).isLessThan(0.6);
  }

  /** The true difference is 0.5; a group shifts the difference of all its rows together. */
  private static double coverage(int groups, int rowsEach, double groupSpread, boolean byRow) {
    int n = groups * rowsEach;
    Clusters clusters = byRow ? Clusters.ofRows(n) : Clusters.byKey(n, row -> row / rowsEach);
    Random random = new Random(20260417);
    int held = 0;
    for (int repetition = 0; repetition < REPETITIONS; repetition++) {
      double[] champion = new double[n];
      double[] candidate = new double[n];
      double shift = 0;
      for (int i = 0; i < n; i++) {
        if (i % rowsEach == 0) {
          shift = groupSpread * random.nextGaussian();
        }
        double common = random.nextGaussian();
        champion[i] = common + random.nextGaussian();
        candidate[i] = common + random.nextGaussian() + 0.5 + shift;
      }
      Interval interval = interval(clusters, champion, candidate, repetition);
      held += interval.low() <= 0.5 && 0.5 <= interval.high() ? 1 : 0;
    }
    return (double) held / REPETITIONS;
  }

  private static Interval interval(
      Clusters clusters, double[] champion, double[] candidate, long seed) {
    PairedFigure figure =
        new PairedFigure(
            PairedBootstrapTest.mean(clusters, champion),
            PairedBootstrapTest.mean(clusters, candidate),
            ClusterSet.all(clusters));
    BootstrapPlan plan = new BootstrapPlan(clusters, new BootstrapSettings(300, seed, 0.95));
    return new PairedBootstrap(plan)
        .estimate(List.of(figure))
        .getFirst()
        .difference()
        .interval()
        .orThrow();
  }
}
