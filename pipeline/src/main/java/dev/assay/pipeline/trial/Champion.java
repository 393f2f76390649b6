package dev.assay.pipeline.trial;

import dev.assay.core.bundle.Bundle;

/**
 * The bundle that a candidate is judged against.
 *
 * @param hash its hash
 * @param bundle the bundle
 * @param contender it, ready to score
 */
public record Champion(String hash, Bundle bundle, Contender contender) implements AutoCloseable {

  @Override
  public void close() {
    contender.scorer().close();
  }
}
