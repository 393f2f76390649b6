package dev.assay.core.statistics;

import java.util.List;

/**
 * Intervals of the difference between two bundles on the same rows, with whole clusters drawn. Both
 * sides are computed under the same draws, so that what is hard for both cancels out. Percentiles,
 * or what {@link BootstrapSettings.Method} says, where a figure's rows lie in at least {@link
 * BootstrapPlan#LEAST_CLUSTERS_FOR_PERCENTILES} clusters, else a jackknife over them with a
 * quantile of t.
 */
public final class PairedBootstrap {

  private static final int CHAMPION = 0;
  private static final int CANDIDATE = 1;

  private final BootstrapPlan plan;

  /** Intervals from these draws. */
  public PairedBootstrap(BootstrapPlan plan) {
    this.plan = plan;
  }

  /** The estimates of figures, in their order. */
  public List<PairedEstimate> estimate(List<PairedFigure> figures) {
    return plan.weigh(
        figures,
        figure -> List.of(figure.champion(), figure.candidate()),
        PairedFigure::clusters,
        (figure, weighed) ->
            new PairedEstimate(
                weighed.estimate(CHAMPION),
                weighed.estimate(CANDIDATE),
                weighed.difference(CANDIDATE, CHAMPION)));
  }
}
