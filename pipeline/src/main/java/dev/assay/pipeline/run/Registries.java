package dev.assay.pipeline.run;

import dev.assay.registry.Registry;

/** Opens the registry of a home. */
public final class Registries {

  private Registries() {}

  /**
   * The registry of a home, in the team's database where there is one.
   *
   * @throws dev.assay.core.problem.InvalidInputException where the database cannot be used
   */
  public static Registry open(Surroundings surroundings) {
    return surroundings
        .jdbcUrl()
        .map(url -> Registry.open(surroundings.home(), url, surroundings.clock()))
        .orElseGet(() -> Registry.open(surroundings.home(), surroundings.clock()));
  }
}
