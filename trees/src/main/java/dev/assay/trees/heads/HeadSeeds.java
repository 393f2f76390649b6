package dev.assay.trees.heads;

import dev.assay.core.fingerprint.StableHash;
import dev.assay.core.label.LabelSchema;

/**
 * The seeds of the models of a training. The base has that of the training; each head has its own,
 * by the names of its cluster and label, so that it does not change when another cluster is added.
 */
final class HeadSeeds {

  private final long seed;
  private final ClusterMap clusters;
  private final LabelSchema schema;

  HeadSeeds(long seed, ClusterMap clusters, LabelSchema schema) {
    this.seed = seed;
    this.clusters = clusters;
    this.schema = schema;
  }

  long ofBase() {
    return seed;
  }

  /** The seed of a head, in {@code [0, 2^31)}. */
  long of(HeadKey head) {
    long name = StableHash.of(clusters.clusters().get(head.cluster()).name(), seed);
    long both = StableHash.of(schema.names().get(head.label()), name);
    return both & Integer.MAX_VALUE;
  }
}
