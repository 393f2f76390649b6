package dev.assay.registry;

import dev.assay.core.gate.Decision;
import dev.assay.registry.run.RunRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The SQL of the runs. */
final class RunTable {

  private RunTable() {}

  static List<RunRecord> all(Handle handle) {
    return handle
        .createQuery("SELECT * FROM run ORDER BY position")
        .map((row, context) -> run(row))
        .list();
  }

  static Optional<RunRecord> byId(Handle handle, String runId) {
    return lastWhere(handle, "run_id", runId);
  }

  static List<RunRecord> byInputs(Handle handle, String inputsKey) {
    return handle
        .createQuery("SELECT * FROM run WHERE inputs_key = :key ORDER BY position")
        .bind("key", inputsKey)
        .map((row, context) -> run(row))
        .list();
  }

  /** The latest run with a value in a column; the column's name is never a user's. */
  static Optional<RunRecord> lastWhere(Handle handle, String column, String value) {
    return handle
        .createQuery("SELECT * FROM run WHERE <column> = :value ORDER BY position DESC LIMIT 1")
        .define("column", column)
        .bind("value", value)
        .map((row, context) -> run(row))
        .findOne();
  }

  /** The place of a finished run among all, from 1. */
  static long position(Handle handle, String runId) {
    return handle
        .createQuery("SELECT position FROM run WHERE run_id = :run")
        .bind("run", runId)
        .mapTo(Long.class)
        .one();
  }

  static void insert(Handle handle, RunRecord run) {
    handle
        .createUpdate(
            """
            INSERT INTO run (position, run_id, experiment, inputs_key, as_of, opponent, candidate,
              outcome, verdict_object, folder, started_at, finished_at, experiment_text, guarded,
              configuration)
            VALUES ((SELECT COALESCE(MAX(position), 0) + 1 FROM run), :runId, :experiment,
              :inputsKey, :asOf, :opponent, :candidate, :outcome, :verdict, :folder, :started,
              :finished, :experimentText, :guarded, :configuration)
            """)
        .bind("runId", run.runId())
        .bind("experiment", run.experiment())
        .bind("inputsKey", run.inputsKey())
        .bind("asOf", Objects.toString(run.asOf(), null))
        .bind("opponent", run.opponent())
        .bind("candidate", run.candidate())
        .bind("outcome", run.outcome().name())
        .bind("verdict", run.verdictObject())
        .bind("folder", run.folder())
        .bind("started", run.startedAt().toString())
        .bind("finished", run.finishedAt().toString())
        .bind("experimentText", run.experimentText())
        .bind("guarded", run.guarded())
        .bind("configuration", run.configuration())
        .execute();
  }

  private static RunRecord run(ResultSet row) throws SQLException {
    return RunRecord.builder(row.getString("run_id"), row.getString("experiment"))
        .inputs(row.getString("inputs_key"), day(row.getString("as_of")))
        .sides(row.getString("opponent"), row.getString("candidate"))
        .verdict(Decision.valueOf(row.getString("outcome")), row.getString("verdict_object"))
        .folder(row.getString("folder"))
        .time(
            Instant.parse(row.getString("started_at")), Instant.parse(row.getString("finished_at")))
        .experimentText(row.getString("experiment_text"))
        .guarded(row.getString("guarded"))
        .configuration(row.getString("configuration"))
        .build();
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }
}
