package dev.assay.core.comparison;

import dev.assay.core.evaluation.Support;
import dev.assay.core.statistics.PairedEstimate;

/**
 * The answer to a question.
 *
 * @param question what was asked
 * @param estimate the figure of champion and candidate and their difference
 * @param support how much evidence it rests on
 */
public record Compared(Question question, PairedEstimate estimate, Support support) {}
