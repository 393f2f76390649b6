package dev.assay.core.suite;

import java.util.OptionalDouble;

/**
 * What a model says of one label in one input.
 *
 * @param label the label's name
 * @param score the score in {@code [0, 1]}
 * @param cut the score from which on it is detected; empty where the highest score decides
 * @param isDetected whether it is
 */
public record LabelReading(String label, float score, OptionalDouble cut, boolean isDetected) {}
