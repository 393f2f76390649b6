package dev.assay.data.simulation;

import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.NearestName;
import dev.assay.data.internal.DuckDb;
import dev.assay.data.source.DatasetSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** A seeded simulation of rows, found by name. */
public interface Simulation {

  /** The simulations there are. */
  List<Simulation> ALL = List.of(new OutagePanel());

  /**
   * The simulation of a name.
   *
   * @throws InvalidInputException for an unknown one
   */
  static Simulation named(String name) {
    return ALL.stream()
        .filter(simulation -> simulation.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "simulate",
                    "there is no simulation '" + name + "'.",
                    NearestName.advice(name, ALL.stream().map(Simulation::name).toList())));
  }

  /** The name that a declaration calls it by. */
  String name();

  /** The declaration that the columns of this simulation are meant for. */
  DatasetSource declaration(Path folder, long seed);

  /** Creates a table of the simulated rows. */
  void fill(DuckDb database, String table, long seed) throws SQLException;
}
