package dev.assay.core.model;

/**
 * A model that was trained before, whose weights a training starts from.
 *
 * @param name what it is called, such as {@code run moderation-2026-05-01-3fa81b7c}
 * @param files its files
 */
public record EarlierModel(String name, ModelFiles files) {}
