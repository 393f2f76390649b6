package dev.assay.registry;

import dev.assay.registry.run.RunRecord;
import java.util.List;
import java.util.Optional;

/** The runs that were finished. Records are only ever added. */
public final class Runs {

  private final Database database;

  Runs(Database database) {
    this.database = database;
  }

  /** All runs, the oldest first. */
  public List<RunRecord> all() {
    return database.read(RunTable::all);
  }

  /** The run of an id. */
  public Optional<RunRecord> run(String runId) {
    return database.read(handle -> RunTable.byId(handle, runId));
  }

  /** The runs of the same inputs, each against another champion, the oldest first. */
  public List<RunRecord> byInputs(String inputsKey) {
    return database.read(handle -> RunTable.byInputs(handle, inputsKey));
  }

  /** The latest run of an experiment. */
  public Optional<RunRecord> last(String experiment) {
    return database.read(handle -> RunTable.lastWhere(handle, "experiment", experiment));
  }
}
