package dev.assay.registry.run;

/**
 * What a bundle scored on a frozen holdout, so that a later run can tell whether it still does.
 *
 * @param bundle the hash of the bundle
 * @param holdoutHash the content hash of the holdout's examples
 * @param scoresHash the hash of the scores, ids in order
 */
public record RecordedScores(String bundle, String holdoutHash, String scoresHash) {}
