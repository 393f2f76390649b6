package dev.assay.registry;

import dev.assay.core.gate.Decision;
import dev.assay.core.ledger.LedgerEntry;
import dev.assay.core.ledger.LedgerState;
import dev.assay.core.ledger.Lesson;
import dev.assay.core.ledger.Plan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The SQL of the ledger. */
final class LedgerTable {

  private static final String ENTRIES =
      """
      SELECT p.*, r.run_id, r.difference, r.measured, r.outcome, r.recorded_at,
        s.superseded_by, s.superseded_at,
        l.lesson, l.next, l.actor AS lesson_actor, l.learned_at
      FROM ledger_plan p
      LEFT JOIN ledger_run r ON r.entry_id = p.entry_id
      LEFT JOIN ledger_supersession s ON s.entry_id = p.entry_id
      LEFT JOIN ledger_lesson l ON l.entry_id = p.entry_id
        AND l.position = (SELECT MAX(position) FROM ledger_lesson WHERE entry_id = p.entry_id)
      """;

  private LedgerTable() {}

  static List<LedgerEntry> all(Handle handle) {
    return handle
        .createQuery(ENTRIES + " ORDER BY p.position")
        .map((row, context) -> entry(row))
        .list();
  }

  static Optional<LedgerEntry> byId(Handle handle, String entryId) {
    return handle
        .createQuery(ENTRIES + " WHERE p.entry_id = :id")
        .bind("id", entryId)
        .map((row, context) -> entry(row))
        .findOne();
  }

  /** The id of the next plan: {@code E} and its number, from {@code E1} without a gap. */
  static String nextId(Handle handle) {
    return "E" + nextPosition(handle);
  }

  private static long nextPosition(Handle handle) {
    return handle
        .createQuery("SELECT COALESCE(MAX(position), 0) + 1 FROM ledger_plan")
        .mapTo(Long.class)
        .one();
  }

  static void insertPlan(Handle handle, Plan plan) {
    handle
        .createUpdate(
            """
            INSERT INTO ledger_plan (position, entry_id, experiment, hypothesis, expected,
              builds_on, actor, frozen_at)
            VALUES (:position, :id, :experiment, :hypothesis, :expected, :buildsOn, :actor, :at)
            """)
        .bind("position", nextPosition(handle))
        .bind("id", plan.id())
        .bind("experiment", plan.experiment())
        .bind("hypothesis", plan.hypothesis())
        .bind("expected", LedgerJson.ofExpected(plan.expected()))
        .bind("buildsOn", plan.buildsOn())
        .bind("actor", plan.actor())
        .bind("at", plan.frozenAt().toString())
        .execute();
  }

  static void insertRun(Handle handle, String entryId, LedgerState.Run run) {
    handle
        .createUpdate(
            """
            INSERT INTO ledger_run (entry_id, run_id, difference, measured, outcome, recorded_at)
            VALUES (:id, :run, :difference, :measured, :outcome, :at)
            """)
        .bind("id", entryId)
        .bind("run", run.runId())
        .bind("difference", LedgerJson.ofDifference(run.difference()))
        .bind("measured", LedgerJson.ofMeasured(run.measured()))
        .bind("outcome", run.outcome().name())
        .bind("at", run.at().toString())
        .execute();
  }

  static void insertSupersession(Handle handle, String entryId, LedgerState.Superseded superseded) {
    handle
        .createUpdate(
            """
            INSERT INTO ledger_supersession (entry_id, superseded_by, superseded_at)
            VALUES (:id, :by, :at)
            """)
        .bind("id", entryId)
        .bind("by", superseded.by())
        .bind("at", superseded.at().toString())
        .execute();
  }

  static void insertLesson(Handle handle, String entryId, Lesson lesson) {
    handle
        .createUpdate(
            """
            INSERT INTO ledger_lesson (entry_id, position, lesson, next, actor, learned_at)
            VALUES (:id,
              (SELECT COALESCE(MAX(position), 0) + 1 FROM ledger_lesson WHERE entry_id = :id),
              :lesson, :next, :actor, :at)
            """)
        .bind("id", entryId)
        .bind("lesson", lesson.text())
        .bind("next", LedgerJson.ofSentences(lesson.next()))
        .bind("actor", lesson.actor())
        .bind("at", lesson.at().toString())
        .execute();
  }

  private static LedgerEntry entry(ResultSet row) throws SQLException {
    Plan plan =
        new Plan(
            row.getString("entry_id"),
            row.getString("experiment"),
            row.getString("hypothesis"),
            LedgerJson.expected(row.getString("expected")),
            row.getString("builds_on"),
            row.getString("actor"),
            Instant.parse(row.getString("frozen_at")));
    return new LedgerEntry(plan, state(row), lesson(row));
  }

  private static LedgerState state(ResultSet row) throws SQLException {
    String runId = row.getString("run_id");
    if (runId != null) {
      return new LedgerState.Run(
          runId,
          LedgerJson.difference(row.getString("difference")),
          LedgerJson.measured(row.getString("measured")),
          Decision.valueOf(row.getString("outcome")),
          Instant.parse(row.getString("recorded_at")));
    }
    String by = row.getString("superseded_by");
    return by == null
        ? new LedgerState.Planned()
        : new LedgerState.Superseded(by, Instant.parse(row.getString("superseded_at")));
  }

  private static @Nullable Lesson lesson(ResultSet row) throws SQLException {
    String text = row.getString("lesson");
    return text == null
        ? null
        : new Lesson(
            text,
            LedgerJson.sentences(row.getString("next")),
            row.getString("lesson_actor"),
            Instant.parse(row.getString("learned_at")));
  }
}
