package dev.assay.core.statistics;

/**
 * The same figure of two bundles on the same rows, whose difference is asked for.
 *
 * @param champion recomputes the champion's figure
 * @param candidate recomputes the candidate's figure, under the same clusters
 * @param clusters the clusters that hold the rows
 */
public record PairedFigure(Resampled champion, Resampled candidate, ClusterSet clusters) {}
