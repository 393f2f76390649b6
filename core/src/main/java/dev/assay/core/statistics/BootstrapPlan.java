package dev.assay.core.statistics;

import dev.assay.core.metric.MetricValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * One set of draws for all figures of the same rows: the weights of a replicate are drawn once and
 * every figure is computed under them, so that figures and sides stay comparable replicate by
 * replicate. Replicates run in parallel; the result does not depend on the number of threads.
 */
public final class BootstrapPlan {

  /** Below this many clusters percentiles are too narrow and the jackknife with t is used. */
  public static final int LEAST_CLUSTERS_FOR_PERCENTILES = 20;

  /** Bounds the time of the jackknife behind an acceleration, which needs no more. */
  private static final int MOST_BLOCKS = 200;

  /** Bounds the memory of a run: so many figures times replicates are held at a time. */
  private static final int FIGURES_AT_A_TIME = 128;

  private final Clusters clusters;
  private final BootstrapSettings settings;

  /** Draws of these clusters. */
  public BootstrapPlan(Clusters clusters, BootstrapSettings settings) {
    this.clusters = clusters;
    this.settings = settings;
  }

  /** What is drawn from. */
  public Clusters clusters() {
    return clusters;
  }

  /** How it is drawn. */
  public BootstrapSettings settings() {
    return settings;
  }

  /**
   * Computes figures under the weightings that suit their clusters.
   *
   * @param figures what is asked for
   * @param sides what is computed for each figure
   * @param held the clusters that hold its rows
   * @param result what is made of a figure's sides
   */
  <F, E> List<E> weigh(
      List<F> figures,
      Function<F, List<Resampled>> sides,
      Function<F, ClusterSet> held,
      BiFunction<F, Weighed, E> result) {
    List<E> results = new ArrayList<>(figures.size());
    for (int from = 0; from < figures.size(); from += FIGURES_AT_A_TIME) {
      List<F> chunk = figures.subList(from, Math.min(figures.size(), from + FIGURES_AT_A_TIME));
      List<Resampled> drawn =
          chunk.stream()
              .filter(figure -> hasPercentiles(held.apply(figure)))
              .flatMap(figure -> sides.apply(figure).stream())
              .toList();
      Iterator<double[]> replicates = Arrays.asList(replicates(drawn)).iterator();
      for (F figure : chunk) {
        Weighed weighed = weighed(sides.apply(figure), held.apply(figure), replicates);
        results.add(result.apply(figure, weighed));
      }
    }
    return Collections.unmodifiableList(results);
  }

  private Weighed weighed(List<Resampled> sides, ClusterSet held, Iterator<double[]> drawn) {
    boolean isDrawn = hasPercentiles(held);
    List<int[]> left = leftOut(held, isDrawn);
    List<Recomputed> recomputed = new ArrayList<>(sides.size());
    for (Resampled side : sides) {
      double[] replicates = isDrawn ? drawn.next() : new double[0];
      recomputed.add(
          new Recomputed(side.at(ones()), replicates, without(left, side), held.count()));
    }
    Spread spread = isDrawn ? ofDrawn() : new JackknifeSpread();
    return new Weighed(recomputed, spread, settings.level());
  }

  private Spread ofDrawn() {
    return switch (settings.method()) {
      case PERCENTILE -> new PercentileSpread();
      case BCA -> new BcaSpread();
    };
  }

  /** The blocks of clusters that are left out in turn; none where nothing is made of that. */
  private List<int[]> leftOut(ClusterSet held, boolean isDrawn) {
    if (!isDrawn) {
      return held.blocks(held.count());
    }
    return switch (settings.method()) {
      case PERCENTILE -> List.of();
      case BCA -> held.blocks(MOST_BLOCKS);
    };
  }

  private static boolean hasPercentiles(ClusterSet held) {
    return held.count() >= LEAST_CLUSTERS_FOR_PERCENTILES;
  }

  /** The figures {@code (f, replicates)} of all replicates; NaN where one is undefined. */
  private double[][] replicates(List<Resampled> figures) {
    double[][] values = new double[figures.size()][settings.replicates()];
    if (figures.isEmpty()) {
      return values;
    }
    IntStream.range(0, settings.replicates())
        .parallel()
        .forEach(
            replicate -> {
              int[] weights = Resamples.weights(clusters.count(), settings.seed(), replicate);
              for (int f = 0; f < values.length; f++) {
                values[f][replicate] = number(figures.get(f).at(weights));
              }
            });
    return values;
  }

  /** The figure without each block of clusters in turn; NaN where it is undefined. */
  private double[] without(List<int[]> blocks, Resampled figure) {
    return blocks.stream()
        .mapToDouble(
            block -> {
              int[] weights = ones();
              for (int cluster : block) {
                weights[cluster] = 0;
              }
              return number(figure.at(weights));
            })
        .toArray();
  }

  private int[] ones() {
    int[] weights = new int[clusters.count()];
    Arrays.fill(weights, 1);
    return weights;
  }

  private static double number(MetricValue value) {
    return switch (value) {
      case MetricValue.Defined defined -> defined.value();
      case MetricValue.Undefined undefined -> Double.NaN;
    };
  }
}
