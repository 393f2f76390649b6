package dev.assay.data.predictions;

import dev.assay.core.prediction.Predictions;

/**
 * What both sides of a comparison predict on one set.
 *
 * @param holdout the name of the set
 * @param candidate the candidate's predictions on all its rows
 * @param champion the champion's predictions on the rows that were compared, known by their ids;
 *     its labels may differ from the candidate's
 */
public record JudgedPredictions(String holdout, Predictions candidate, Predictions champion) {}
