package dev.assay.core.gate;

import dev.assay.core.metric.MetricValue;
import dev.assay.core.statistics.Estimate;
import dev.assay.core.statistics.Multiplicity;
import java.util.Iterator;
import java.util.List;

/**
 * The p-value of one of several figures that are judged together, adjusted for their number.
 *
 * @param among how many figures have a p-value
 * @param holm adjusted for calling any of them falsely, 1 where the figure has none
 * @param falseDiscovery adjusted for the share of false ones among those called, 1 likewise
 */
record Adjusted(int among, double holm, double falseDiscovery) {

  /** A figure that is judged by itself. */
  static final Adjusted ALONE = new Adjusted(1, 1, 1);

  /**
   * The adjusted p-values of missing a limit.
   *
   * @param figures what should keep it
   * @return in the order of the figures
   */
  static List<Adjusted> ofAll(List<Estimate> figures, Limit limit) {
    return ofPValues(figures.stream().map(figure -> limit.pValueOfMissing(figure)).toList());
  }

  /** The adjusted p-values of those that are defined, in their order. */
  static List<Adjusted> ofPValues(List<MetricValue> pValues) {
    List<Double> defined =
        pValues.stream().filter(MetricValue::isDefined).map(MetricValue::orThrow).toList();
    Iterator<Double> holm = Multiplicity.holm(defined).iterator();
    Iterator<Double> falseDiscovery = Multiplicity.benjaminiHochberg(defined).iterator();
    return pValues.stream()
        .map(
            p ->
                p.isDefined()
                    ? new Adjusted(defined.size(), holm.next(), falseDiscovery.next())
                    : new Adjusted(defined.size(), 1, 1))
        .toList();
  }
}
