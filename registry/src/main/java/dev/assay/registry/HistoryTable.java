package dev.assay.registry;

import dev.assay.core.gate.Decision;
import dev.assay.registry.history.EventKind;
import dev.assay.registry.history.HistoryEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The SQL of the history. */
final class HistoryTable {

  private HistoryTable() {}

  static List<HistoryEvent> all(Handle handle) {
    return handle
        .createQuery("SELECT * FROM history ORDER BY sequence")
        .map((row, context) -> event(row))
        .list();
  }

  static Optional<HistoryEvent> lastChange(Handle handle) {
    return handle
        .createQuery("SELECT * FROM history WHERE kind <> 'HOLD' ORDER BY sequence DESC LIMIT 1")
        .map((row, context) -> event(row))
        .findOne();
  }

  static Optional<String> champion(Handle handle) {
    return lastChange(handle).map(HistoryEvent::bundle);
  }

  static int holdsInARow(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT COUNT(*) FROM history WHERE kind = 'HOLD' AND sequence >
              (SELECT COALESCE(MAX(sequence), 0) FROM history WHERE kind <> 'HOLD')
            """)
        .mapTo(Integer.class)
        .one();
  }

  static long nextSequence(Handle handle) {
    return handle
        .createQuery("SELECT COALESCE(MAX(sequence), 0) + 1 FROM history")
        .mapTo(Long.class)
        .one();
  }

  static void insert(Handle handle, HistoryEvent event) {
    Decision verdict = event.verdict();
    handle
        .createUpdate(
            """
            INSERT INTO history (sequence, kind, bundle, previous_champion, actor, reason, run_id,
              verdict, happened_at)
            VALUES (:sequence, :kind, :bundle, :previous, :actor, :reason, :run, :verdict, :at)
            """)
        .bind("sequence", event.sequence())
        .bind("kind", event.kind().name())
        .bind("bundle", event.bundle())
        .bind("previous", event.previousChampion())
        .bind("actor", event.actor())
        .bind("reason", event.reason())
        .bind("run", event.runId())
        .bind("verdict", verdict == null ? null : verdict.name())
        .bind("at", event.at().toString())
        .execute();
  }

  private static HistoryEvent event(ResultSet row) throws SQLException {
    return new HistoryEvent(
        row.getLong("sequence"),
        EventKind.valueOf(row.getString("kind")),
        row.getString("bundle"),
        row.getString("previous_champion"),
        row.getString("actor"),
        row.getString("reason"),
        row.getString("run_id"),
        decision(row.getString("verdict")),
        Instant.parse(row.getString("happened_at")));
  }

  private static @Nullable Decision decision(@Nullable String name) {
    return name == null ? null : Decision.valueOf(name);
  }
}
