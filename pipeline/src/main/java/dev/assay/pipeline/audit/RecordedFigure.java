package dev.assay.pipeline.audit;

import dev.assay.core.evaluation.Subject;
import dev.assay.core.evaluation.Support;
import dev.assay.core.statistics.IntervalValue;

/**
 * A figure of a run's comparison as {@code verdict.json} has it.
 *
 * @param holdout the name of the set
 * @param metric the name of the metric
 * @param subject whose figure
 * @param interval of the difference, candidate minus champion
 * @param support how much evidence it rests on
 */
public record RecordedFigure(
    String holdout, String metric, Subject subject, IntervalValue interval, Support support) {}
