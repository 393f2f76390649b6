package dev.assay.core.threshold;

/**
 * How far a cut moves when the validation rows are drawn again.
 *
 * @param low the 5th percentile of the cuts over bootstrap replicates
 * @param high the 95th percentile
 * @param replicates how many replicates there were
 */
public record CutSpread(double low, double high, int replicates) {}
