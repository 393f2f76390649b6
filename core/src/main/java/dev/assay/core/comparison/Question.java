package dev.assay.core.comparison;

import dev.assay.core.evaluation.Subject;
import dev.assay.core.metric.Metric;

/**
 * A figure that is asked for.
 *
 * @param metric which metric
 * @param subject of what
 */
public record Question(Metric metric, Subject subject) {}
