/**
 * Scores of one model on examples, beside the truth: all that thresholds, metrics and gates work
 * on.
 */
@NullMarked
package dev.assay.core.prediction;

import org.jspecify.annotations.NullMarked;
