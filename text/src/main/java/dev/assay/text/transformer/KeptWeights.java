package dev.assay.text.transformer;

import dev.assay.text.network.Classifier;

/**
 * Weights that stay beside those of the model.
 *
 * @param name as {@link dev.assay.core.model.KeptModel} has it
 * @param epoch the epoch after which they were so, counted from 0
 */
record KeptWeights(String name, int epoch, Classifier weights) {}
