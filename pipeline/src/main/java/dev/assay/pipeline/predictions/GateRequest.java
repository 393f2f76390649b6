package dev.assay.pipeline.predictions;

import dev.assay.pipeline.experiment.GatesFile;

/**
 * Predictions of candidate and champion that gates are to judge.
 *
 * @param gates what they are judged by
 * @param candidate the candidate's
 * @param champion the champion's; without files gates on changes hold
 */
public record GateRequest(GatesFile gates, SideFiles candidate, SideFiles champion) {}
