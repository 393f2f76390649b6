package dev.assay.core.statistics;

/**
 * A figure of two bundles on the same rows.
 *
 * @param champion the champion's
 * @param candidate the candidate's
 * @param difference candidate minus champion, from the same replicates of both
 */
public record PairedEstimate(Estimate champion, Estimate candidate, Estimate difference) {}
