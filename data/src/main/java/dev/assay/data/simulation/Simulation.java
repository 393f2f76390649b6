package dev.assay.data.simulation;

import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.NearestName;
import java.util.List;

/** A seeded simulation of rows, found by name. */
public interface Simulation {

  /** The simulations there are. */
  List<Simulation> ALL =
      List.of(
          new OutagePanel(),
          new RegimePanel(RegimePanel.Truth.OPPOSITE_SIGNS),
          new RegimePanel(RegimePanel.Truth.ONE_RULE));

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

  /** What it simulates, in a line. */
  String description();

  /** The columns of its rows, in order. */
  List<SimulatedColumn> columns();

  /** Makes up the rows of a seed, each with a value for every column, always the same. */
  void write(long seed, SimulatedRows rows);
}
