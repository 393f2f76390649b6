package dev.assay.registry;

import dev.assay.core.noise.NoiseFloor;
import dev.assay.registry.noise.NoiseMeasurement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The SQL of the measurements of noise. */
final class NoiseTable {

  private NoiseTable() {}

  static void insert(Handle handle, NoiseMeasurement measurement) {
    long position =
        handle
            .createQuery("SELECT COALESCE(MAX(position), 0) + 1 FROM noise")
            .mapTo(Long.class)
            .one();
    handle
        .createUpdate(
            """
            INSERT INTO noise (position, champion, experiment, data_fingerprint, actor,
              measured_at, after_run)
            VALUES (:position, :champion, :experiment, :data, :actor, :at,
              (SELECT COALESCE(MAX(position), 0) FROM run))
            """)
        .bind("position", position)
        .bind("champion", measurement.champion())
        .bind("experiment", measurement.experiment())
        .bind("data", measurement.dataFingerprint())
        .bind("actor", measurement.actor())
        .bind("at", measurement.at().toString())
        .execute();
    for (int place = 0; place < measurement.floors().size(); place++) {
      insert(handle, position, place, measurement.floors().get(place));
    }
  }

  private static void insert(Handle handle, long position, int place, NoiseFloor floor) {
    handle
        .createUpdate(
            """
            INSERT INTO noise_floor (position, place, holdout, metric, figures, same_scores)
            VALUES (:position, :place, :holdout, :metric, :figures, :same)
            """)
        .bind("position", position)
        .bind("place", place)
        .bind("holdout", floor.holdout())
        .bind("metric", floor.metric())
        .bind("figures", NoiseJson.ofFigures(floor.figures()))
        .bind("same", floor.sameScores() ? 1 : 0)
        .execute();
  }

  /** The measurements that runs from a position on know of. */
  static List<NoiseMeasurement> before(Handle handle, String champion, long run) {
    return handle
        .createQuery(
            """
            SELECT * FROM noise WHERE champion = :champion AND after_run < :run ORDER BY position
            """)
        .bind("champion", champion)
        .bind("run", run)
        .map((row, context) -> measurement(handle, row))
        .list();
  }

  private static NoiseMeasurement measurement(Handle handle, ResultSet row) throws SQLException {
    return new NoiseMeasurement(
        row.getString("champion"),
        row.getString("experiment"),
        row.getString("data_fingerprint"),
        floors(handle, row.getLong("position")),
        row.getString("actor"),
        Instant.parse(row.getString("measured_at")));
  }

  private static List<NoiseFloor> floors(Handle handle, long position) {
    return handle
        .createQuery("SELECT * FROM noise_floor WHERE position = :position ORDER BY place")
        .bind("position", position)
        .map(
            (row, context) ->
                new NoiseFloor(
                    row.getString("holdout"),
                    row.getString("metric"),
                    NoiseJson.figures(row.getString("figures")),
                    row.getInt("same_scores") == 1))
        .list();
  }
}
