package dev.assay.registry;

import dev.assay.registry.run.Judgement;
import dev.assay.registry.run.RecordedScores;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Who was judged on which holdout, and what was scored there. Records are only ever added. */
public final class Judgements {

  private final Database database;

  Judgements(Database database) {
    this.database = database;
  }

  /**
   * How many other candidates were judged on a holdout so far.
   *
   * @param holdoutHash the content hash of the holdout
   * @param candidate the hash of the candidate that is not counted
   */
  public int others(String holdoutHash, String candidate) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT COUNT(DISTINCT candidate) FROM judgement
                    WHERE holdout_hash = :holdout AND candidate <> :candidate
                    """)
                .bind("holdout", holdoutHash)
                .bind("candidate", candidate)
                .mapTo(Integer.class)
                .one());
  }

  /**
   * How many other candidates were judged on a holdout before a finished run, which gives the count
   * that the run itself saw.
   */
  public int othersBefore(String runId, String holdoutHash, String candidate) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT COUNT(DISTINCT j.candidate) FROM judgement j
                    JOIN run r ON r.run_id = j.run_id
                    WHERE j.holdout_hash = :holdout AND j.candidate <> :candidate
                      AND r.position < (SELECT position FROM run WHERE run_id = :run)
                    """)
                .bind("holdout", holdoutHash)
                .bind("candidate", candidate)
                .bind("run", runId)
                .mapTo(Integer.class)
                .one());
  }

  /** The hash of what a bundle scored on a holdout when it was first scored there. */
  public Optional<String> recordedScores(String bundle, String holdoutHash) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT s.scores_hash FROM recorded_scores s JOIN run r ON r.run_id = s.run_id
                    WHERE s.bundle = :bundle AND s.holdout_hash = :holdout
                    ORDER BY r.position LIMIT 1
                    """)
                .bind("bundle", bundle)
                .bind("holdout", holdoutHash)
                .mapTo(String.class)
                .findOne());
  }

  static void insert(
      Handle handle, String runId, List<Judgement> judgements, List<RecordedScores> scores) {
    for (Judgement judgement : judgements) {
      handle
          .createUpdate(
              """
              INSERT INTO judgement (run_id, candidate, holdout, holdout_hash)
              VALUES (:run, :candidate, :holdout, :hash)
              """)
          .bind("run", runId)
          .bind("candidate", judgement.candidate())
          .bind("holdout", judgement.holdout())
          .bind("hash", judgement.holdoutHash())
          .execute();
    }
    for (RecordedScores recorded : scores) {
      handle
          .createUpdate(
              """
              INSERT INTO recorded_scores (run_id, bundle, holdout_hash, scores_hash)
              VALUES (:run, :bundle, :holdout, :scores)
              """)
          .bind("run", runId)
          .bind("bundle", recorded.bundle())
          .bind("holdout", recorded.holdoutHash())
          .bind("scores", recorded.scoresHash())
          .execute();
    }
  }
}
