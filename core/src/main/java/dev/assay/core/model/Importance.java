package dev.assay.core.model;

/**
 * How much a model uses an input.
 *
 * @param input the feature's name
 * @param share its share of the total gain, in {@code [0, 1]}; the shares of a model sum to 1
 */
public record Importance(String input, double share) {}
