package dev.assay.core.gate;

import dev.assay.core.evaluation.Subject;

/**
 * Where evidence was found.
 *
 * @param holdout the holdout's name; {@code serving} for costs
 * @param subject of what
 * @param measured what was measured: a metric's name, {@code median f1}, {@code p95 latency}
 */
public record Place(String holdout, Subject subject, String measured) {}
