package dev.assay.data.simulation;

/**
 * The knobs of {@link OutagePanel}.
 *
 * @param moderateSpread how much the strength of episodes that are not severe differs
 * @param anomalyNoise deviation of the daily noise on measured anomalies, on the logit scale
 * @param measurementDrift by how many deviations measurement counts rise: what lets a model tell
 *     the eras apart, in part
 * @param confirmationLag after how many days a confirmed incident is seen in the history features
 * @param expansionLeadDays how many days before 2026 the counts rise: rows of the earlier era that
 *     look like the later one, which a model that has learned 2026 takes for it
 */
public record PanelSettings(
    double moderateSpread,
    double anomalyNoise,
    double measurementDrift,
    int confirmationLag,
    int expansionLeadDays) {

  /**
   * A retrain on 2026 loses between 0.02 and 0.10 of F1 on rows of the earlier era, and gains on
   * recent ones.
   */
  public static final PanelSettings USUAL = new PanelSettings(0.6, 0.3, 2.5, 30, 20);
}
