package dev.assay.core.noise;

import dev.assay.core.metric.MetricValue;

/**
 * A metric of one configuration trained with one seed.
 *
 * @param seed the seed
 * @param value the metric's value
 */
public record SeedFigure(long seed, MetricValue value) {}
