package dev.assay.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.metric.MetricValue;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BcaTest {

  /** A sixth of the skewness, which is 2, over the root of the number of rows: 0.0075. */
  @Test
  void blocks_of_rows_accelerate_as_single_rows_do() {
    double[] skewed = skewed(2_000);
    ClusterSet rows = ClusterSet.all(Clusters.ofRows(skewed.length));
    assertThat(BcaSpread.acceleration(without(skewed, rows.blocks(2_000))))
        .isCloseTo(0.0075, within(0.001));
    assertThat(BcaSpread.acceleration(without(skewed, rows.blocks(200))))
        .isCloseTo(0.0075, within(0.003));
  }

  @Test
  void blocks_hold_every_cluster_once() {
    Clusters clusters = Clusters.byKey(1000, row -> row / 2);
    List<int[]> blocks = ClusterSet.holding(clusters, row -> row < 900).blocks(200);
    assertThat(blocks).hasSize(200);
    assertThat(blocks.stream().flatMapToInt(Arrays::stream).sorted())
        .containsExactlyElementsOf(java.util.stream.IntStream.range(0, 450).boxed().toList());
  }

  @Test
  void for_a_skewed_mean_the_interval_reaches_further_towards_the_long_tail() {
    double[] skewed = skewed(60);
    Interval percentile = interval(skewed, BootstrapSettings.Method.PERCENTILE);
    Interval bca = interval(skewed, BootstrapSettings.Method.BCA);
    assertThat(bca.method()).isEqualTo(Interval.Method.BCA);
    assertThat(bca.high()).isGreaterThan(percentile.high());
    assertThat(bca.low()).isGreaterThan(percentile.low());
  }

  @Test
  void a_figure_that_never_changes_has_an_interval_of_no_width() {
    double[] constant = new double[40];
    Arrays.fill(constant, 0.25);
    Interval interval = interval(constant, BootstrapSettings.Method.BCA);
    assertThat(interval.low()).isEqualTo(0.25);
    assertThat(interval.high()).isEqualTo(0.25);
  }

  @Test
  void replicates_on_one_side_of_the_figure_give_a_reason_instead_of_an_interval() {
    Recomputed figure =
        new Recomputed(MetricValue.of(1), new double[] {0.2, 0.3, 0.4}, new double[] {1, 1}, 30);
    assertThat(new BcaSpread().estimate(figure, 0.95).interval())
        .isEqualTo(IntervalValue.undefined("all replicates lie on one side of the figure"));
  }

  @Test
  void a_figure_that_is_undefined_without_a_block_has_a_reason_instead_of_an_interval() {
    Recomputed figure =
        new Recomputed(
            MetricValue.of(0.3), new double[] {0.2, 0.3, 0.4}, new double[] {0.3, Double.NaN}, 30);
    assertThat(new BcaSpread().estimate(figure, 0.95).interval())
        .isEqualTo(IntervalValue.undefined("undefined without 1 of 2 blocks of clusters"));
  }

  private static Interval interval(double[] values, BootstrapSettings.Method method) {
    Clusters rows = Clusters.ofRows(values.length);
    BootstrapSettings settings = new BootstrapSettings(2_000, 7, 0.95, method);
    Figure mean = new Figure(PairedBootstrapTest.mean(rows, values), ClusterSet.all(rows));
    return new Bootstrap(new BootstrapPlan(rows, settings))
        .estimate(List.of(mean))
        .getFirst()
        .interval()
        .orThrow();
  }

  private static double[] without(double[] values, List<int[]> blocks) {
    double sum = Arrays.stream(values).sum();
    return blocks.stream()
        .mapToDouble(
            block -> {
              double left = Arrays.stream(block).mapToDouble(i -> values[i]).sum();
              return (sum - left) / (values.length - block.length);
            })
        .toArray();
  }

  private static double[] skewed(int n) {
    Random random = new Random(20260417);
    return random.doubles(n).map(u -> -Math.log(1 - u)).toArray();
  }
}
