package dev.assay.pipeline.trial;

import dev.assay.core.bundle.TrainingExposure;
import dev.assay.pipeline.scoring.Scorer;

/**
 * One side of a comparison: candidate or champion.
 *
 * @param hash the hash of its bundle
 * @param scorer scores as it was gated
 * @param exposure what its gated model was trained on
 */
public record Contender(String hash, Scorer scorer, TrainingExposure exposure) {}
