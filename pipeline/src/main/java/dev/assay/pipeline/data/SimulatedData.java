package dev.assay.pipeline.data;

import dev.assay.data.simulation.Simulation;
import dev.assay.data.source.SimulationFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Simulated rows as files, for programs that read files. */
public final class SimulatedData {

  private SimulatedData() {}

  /** What each simulation is, by name. */
  public static Map<String, String> descriptions() {
    Map<String, String> descriptions = new TreeMap<>();
    Simulation.ALL.forEach(each -> descriptions.put(each.name(), each.description()));
    return descriptions;
  }

  /**
   * Writes the rows that a seed gives, the same bytes every time.
   *
   * @param simulation the name of the simulation
   * @param file ends in {@code .csv} or {@code .parquet}
   * @throws dev.assay.core.problem.InvalidInputException for an unknown name or another ending
   */
  public static void write(String simulation, long seed, Path file) {
    SimulationFile.write(Simulation.named(simulation), seed, file);
  }
}
