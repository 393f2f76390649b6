package dev.assay.pipeline.trial;

import dev.assay.core.comparison.Comparison;
import dev.assay.core.evaluation.Evaluation;
import dev.assay.core.prediction.Predictions;
import dev.assay.data.holdout.HoldoutHealth;
import java.util.Optional;

/**
 * Candidate and champion on one set, each at its own thresholds, without the rows that either was
 * trained on.
 *
 * @param set what they were scored on
 * @param candidate the candidate's figures on the rows that are left
 * @param champion the champion's figures on the same rows
 * @param comparison both, paired
 * @param allCandidate the candidate's predictions on all rows of the set
 * @param championScoresHash the hash of the champion's scores on all rows of the set
 * @param candidateScoresHash the hash of the candidate's scores on all rows of the set
 * @param health whether the set still stands for today; empty for the test part
 */
public record Scored(
    HeldOut set,
    Evaluation candidate,
    Evaluation champion,
    Comparison comparison,
    Predictions allCandidate,
    String championScoresHash,
    String candidateScoresHash,
    Optional<HoldoutHealth> health) {}
