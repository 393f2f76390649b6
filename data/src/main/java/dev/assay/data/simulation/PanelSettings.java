package dev.assay.data.simulation;

/**
 * The knobs of {@link OutagePanel}.
 *
 * @param moderateSpread how much the strength of episodes that are not severe differs
 * @param anomalyNoise deviation of the daily noise on measured anomalies, on the logit scale
 * @param measurementDrift by how many deviations measurement counts rise in 2026: what lets a model
 *     tell the eras apart, in part
 * @param confirmationLag after how many days a confirmed incident is seen in the history features
 */
public record PanelSettings(
    double moderateSpread, double anomalyNoise, double measurementDrift, int confirmationLag) {

  /**
   * A retrain on 2026 loses between 0.02 and 0.10 of F1 on rows of the earlier era, and gains on
   * recent ones.
   */
  public static final PanelSettings USUAL = new PanelSettings(0.6, 0.3, 2.2, 30);
}
