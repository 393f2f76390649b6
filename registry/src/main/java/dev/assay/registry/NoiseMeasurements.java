package dev.assay.registry;

import dev.assay.registry.noise.NoiseMeasurement;
import java.util.List;

/** How far figures of champions move with the seed. Records are only ever added. */
public final class NoiseMeasurements {

  private final Database database;

  NoiseMeasurements(Database database) {
    this.database = database;
  }

  /** Writes a measurement down, whole or not at all. */
  public void add(NoiseMeasurement measurement) {
    database.write(
        handle -> {
          NoiseTable.insert(handle, measurement);
          return measurement;
        });
  }

  /**
   * The measurements of a champion, the oldest first.
   *
   * @param champion the hash of its bundle
   */
  public List<NoiseMeasurement> of(String champion) {
    return database.read(handle -> NoiseTable.before(handle, champion, Long.MAX_VALUE));
  }

  /**
   * The measurements of a champion that were on record before a finished run, the oldest first:
   * those that the run itself saw.
   */
  public List<NoiseMeasurement> ofBefore(String runId, String champion) {
    return database.read(
        handle -> NoiseTable.before(handle, champion, RunTable.position(handle, runId)));
  }
}
