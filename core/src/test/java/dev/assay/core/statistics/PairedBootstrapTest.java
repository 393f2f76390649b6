package dev.assay.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.metric.MetricValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairedBootstrapTest {

  private static final BootstrapSettings SETTINGS = new BootstrapSettings(500, 7, 0.95);

  @Test
  void identical_sides_differ_by_nothing_in_every_replicate() {
    Clusters rows = Clusters.ofRows(60);
    Resampled mean = mean(rows, noise(60, 1, 0));
    Estimate difference = difference(rows, mean, mean);
    assertThat(difference.value()).isEqualTo(MetricValue.of(0));
    assertThat(difference.interval().orThrow())
        .isEqualTo(new Interval(0, 0, 0.95, Interval.Method.BOOTSTRAP));
  }

  @Test
  void swapping_the_sides_mirrors_the_interval() {
    for (int n : new int[] {12, 60}) {
      Clusters rows = Clusters.ofRows(n);
      Resampled champion = mean(rows, noise(n, 1, 0));
      Resampled candidate = mean(rows, noise(n, 2, 0.3));
      Interval there = difference(rows, champion, candidate).interval().orThrow();
      Interval back = difference(rows, candidate, champion).interval().orThrow();
      assertThat(back.low()).isCloseTo(-there.high(), within(1e-12));
      assertThat(back.high()).isCloseTo(-there.low(), within(1e-12));
      assertThat(there.low()).isLessThan(there.high());
    }
  }

  @Test
  void the_seed_alone_decides_the_interval() {
    Clusters rows = Clusters.ofRows(80);
    List<PairedFigure> figures =
        List.of(
            new PairedFigure(
                mean(rows, noise(80, 1, 0)), mean(rows, noise(80, 2, 0)), ClusterSet.all(rows)));
    List<PairedEstimate> first = run(rows, figures, 7);
    assertThat(run(rows, figures, 7)).isEqualTo(first);
    assertThat(run(rows, figures, 8)).isNotEqualTo(first);
  }

  @Test
  void the_number_of_threads_changes_nothing() throws Exception {
    Clusters rows = Clusters.ofRows(80);
    List<PairedFigure> figures =
        List.of(
            new PairedFigure(
                mean(rows, noise(80, 1, 0)), mean(rows, noise(80, 2, 0)), ClusterSet.all(rows)));
    List<List<PairedEstimate>> results = new ArrayList<>();
    for (int threads : new int[] {1, 2, 7}) {
      try (ForkJoinPool pool = new ForkJoinPool(threads)) {
        results.add(pool.submit(() -> run(rows, figures, 7)).get());
      }
    }
    assertThat(results).allMatch(results.getFirst()::equals);
  }

  @Test
  void a_figure_has_the_same_interval_whatever_it_is_asked_for_with() {
    Clusters rows = Clusters.ofRows(40);
    List<PairedFigure> many =
        IntStream.range(0, 300)
            .mapToObj(
                i ->
                    new PairedFigure(
                        mean(rows, noise(40, i, 0)),
                        mean(rows, noise(40, 1000 + i, 0)),
                        ClusterSet.all(rows)))
            .toList();
    assertThat(run(rows, many, 7).get(271)).isEqualTo(run(rows, many.subList(271, 272), 7).get(0));
  }

  @Test
  void below_twenty_clusters_the_interval_of_a_mean_is_the_textbook_one_by_t() {
    double[] values = noise(9, 5, 0.2);
    Clusters rows = Clusters.ofRows(9);
    Estimate estimate =
        new Bootstrap(new BootstrapPlan(rows, SETTINGS))
            .estimate(List.of(new Figure(mean(rows, values), ClusterSet.all(rows))))
            .getFirst();
    Interval textbook =
        Samples.meanInterval(java.util.Arrays.stream(values).boxed().toList(), 0.95).orThrow();
    Interval interval = estimate.interval().orThrow();
    assertThat(interval.method()).isEqualTo(Interval.Method.JACKKNIFE_T);
    assertThat(interval.low()).isCloseTo(textbook.low(), within(1e-12));
    assertThat(interval.high()).isCloseTo(textbook.high(), within(1e-12));
  }

  @Test
  void only_clusters_that_hold_rows_of_the_figure_count() {
    Clusters clusters = Clusters.byKey(300, row -> row / 3);
    double[] values = noise(300, 5, 0);
    ClusterSet first = ClusterSet.holding(clusters, row -> row < 30);
    Resampled inFirst = meanOf(clusters, values, 30);
    Estimate estimate =
        new Bootstrap(new BootstrapPlan(clusters, SETTINGS))
            .estimate(List.of(new Figure(inFirst, first)))
            .getFirst();
    assertThat(estimate.clusters()).isEqualTo(10);
    assertThat(estimate.interval().orThrow().method()).isEqualTo(Interval.Method.JACKKNIFE_T);
  }

  @Test
  void one_cluster_gives_a_reason_instead_of_an_interval_of_no_width() {
    Clusters one = Clusters.byKey(50, row -> 0);
    Resampled champion = mean(one, noise(50, 1, 0));
    Estimate difference = difference(one, champion, mean(one, noise(50, 2, 0)));
    assertThat(difference.value().isDefined()).isTrue();
    assertThat(difference.interval())
        .isEqualTo(IntervalValue.undefined("all rows lie in one cluster"));
  }

  @Test
  void too_many_undefined_replicates_leave_the_interval_undefined_and_are_counted() {
    Clusters rows = Clusters.ofRows(40);
    Resampled needsFirstRow =
        weights -> weights[0] == 0 ? MetricValue.undefined("no positive") : MetricValue.of(1);
    Estimate estimate = difference(rows, mean(rows, noise(40, 1, 0)), needsFirstRow);
    assertThat(estimate.value().isDefined()).isTrue();
    assertThat(estimate.interval().isDefined()).isFalse();
    assertThat(estimate.undefinedReplicates()).isBetween(150, 220);
  }

  @Test
  void an_undefined_side_leaves_the_difference_undefined_with_its_reason() {
    Clusters rows = Clusters.ofRows(40);
    Estimate estimate =
        difference(
            rows, weights -> MetricValue.undefined("no positive"), mean(rows, noise(40, 1, 0)));
    assertThat(estimate.value())
        .isEqualTo(MetricValue.undefined("the champion's is undefined: no positive"));
    assertThat(estimate.interval().isDefined()).isFalse();
  }

  @Test
  void a_p_value_agrees_with_the_interval_about_what_is_told_from_the_figure() {
    Clusters rows = Clusters.ofRows(200);
    Estimate estimate =
        difference(rows, mean(rows, noise(200, 1, 0)), mean(rows, noise(200, 2, 0)));
    double value = estimate.value().orThrow();
    double error = estimate.standardError().orThrow();
    double reach = StudentT.quantile(0.975, 199) * error;
    assertThat(estimate.pValue(value + reach, Estimate.Alternative.LOWER).orThrow())
        .isCloseTo(0.025, within(1e-12));
    assertThat(estimate.pValue(value + reach, Estimate.Alternative.HIGHER).orThrow())
        .isCloseTo(0.975, within(1e-12));
    assertThat(estimate.pValue(value, Estimate.Alternative.LOWER).orThrow()).isEqualTo(0.5);
    assertThat(estimate.detectable().orThrow())
        .isCloseTo(reach + StudentT.quantile(0.8, 199) * error, within(1e-12));
  }

  @Test
  void a_figure_without_spread_is_told_from_every_other_figure() {
    Estimate perfect =
        new Estimate(MetricValue.of(1), IntervalValue.undefined("none"), MetricValue.of(0), 50, 0);
    assertThat(perfect.pValue(0.9, Estimate.Alternative.HIGHER)).isEqualTo(MetricValue.of(0));
    assertThat(perfect.pValue(0.9, Estimate.Alternative.LOWER)).isEqualTo(MetricValue.of(1));
    assertThat(perfect.pValue(1, Estimate.Alternative.HIGHER)).isEqualTo(MetricValue.of(1));
    assertThat(perfect.detectable())
        .isEqualTo(MetricValue.undefined("no redrawing of its rows changes the figure"));
    Estimate undefined = Estimate.undefined("no positive");
    assertThat(undefined.pValue(0, Estimate.Alternative.LOWER))
        .isEqualTo(MetricValue.undefined("no positive"));
    assertThat(undefined.detectable()).isEqualTo(MetricValue.undefined("no positive"));
  }

  private static Estimate difference(Clusters clusters, Resampled champion, Resampled candidate) {
    PairedFigure figure = new PairedFigure(champion, candidate, ClusterSet.all(clusters));
    return run(clusters, List.of(figure), 7).getFirst().difference();
  }

  private static List<PairedEstimate> run(
      Clusters clusters, List<PairedFigure> figures, long seed) {
    BootstrapSettings settings = new BootstrapSettings(500, seed, 0.95);
    return new PairedBootstrap(new BootstrapPlan(clusters, settings)).estimate(figures);
  }

  static double[] noise(int n, long seed, double shift) {
    Random random = new Random(seed);
    return IntStream.range(0, n).mapToDouble(i -> shift + random.nextGaussian()).toArray();
  }

  static Resampled mean(Clusters clusters, double[] values) {
    return meanOf(clusters, values, values.length);
  }

  /** The mean of the first rows. */
  private static Resampled meanOf(Clusters clusters, double[] values, int rows) {
    return weights -> {
      double sum = 0;
      long count = 0;
      for (int i = 0; i < rows; i++) {
        sum += weights[clusters.of(i)] * values[i];
        count += weights[clusters.of(i)];
      }
      return count == 0 ? MetricValue.undefined("no rows") : MetricValue.of(sum / count);
    };
  }
}
