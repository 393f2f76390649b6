package dev.assay.data.simulation;

import dev.assay.data.source.DatasetSource;
import java.nio.file.Path;

/** A seeded simulation of rows, found by name. */
public interface Simulation {

  /** The name that a declaration calls it by. */
  String name();

  /** The declaration that the columns of this simulation are meant for. */
  DatasetSource declaration(Path folder, long seed);
}
