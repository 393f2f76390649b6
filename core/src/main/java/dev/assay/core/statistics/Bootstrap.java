package dev.assay.core.statistics;

import java.util.List;

/**
 * Intervals of the figures of one bundle, with whole clusters drawn. Percentiles, or what {@link
 * BootstrapSettings.Method} says, where a figure's rows lie in at least {@link
 * BootstrapPlan#LEAST_CLUSTERS_FOR_PERCENTILES} clusters, else a jackknife over them with a
 * quantile of t.
 */
public final class Bootstrap {

  private final BootstrapPlan plan;

  /** Intervals from these draws. */
  public Bootstrap(BootstrapPlan plan) {
    this.plan = plan;
  }

  /** The estimates of figures, in their order. */
  public List<Estimate> estimate(List<Figure> figures) {
    return plan.weigh(
        figures,
        figure -> List.of(figure.resampled()),
        Figure::clusters,
        (figure, weighed) -> weighed.estimate(0));
  }
}
