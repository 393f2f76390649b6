package dev.assay.pipeline.scoring;

/**
 * A label that is not asked for.
 *
 * @param label its name
 * @param where how the user would look up who does not ask for it
 */
public record LeftOut(String label, String where) {}
