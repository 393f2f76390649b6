package dev.assay.core.statistics;

/**
 * A figure of one bundle whose uncertainty is asked for.
 *
 * @param resampled recomputes the figure
 * @param clusters the clusters that hold its rows
 */
public record Figure(Resampled resampled, ClusterSet clusters) {}
