package dev.assay.pipeline.run;

import dev.assay.core.bundle.Bundle;

/**
 * The bundle that a candidate is judged against.
 *
 * @param hash its hash
 * @param bundle the bundle
 * @param contender it, ready to score
 */
record Champion(String hash, Bundle bundle, Contender contender) {}
