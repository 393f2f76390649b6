package dev.assay.registry.run;

/**
 * A candidate was judged on a holdout: every such look wears the holdout out a little.
 *
 * @param candidate the hash of the candidate's bundle
 * @param holdout the name of the holdout
 * @param holdoutHash the content hash of its examples
 */
public record Judgement(String candidate, String holdout, String holdoutHash) {}
