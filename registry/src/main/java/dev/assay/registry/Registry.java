package dev.assay.registry;

import dev.assay.core.ledger.LedgerState;
import dev.assay.registry.bundle.BundleStore;
import dev.assay.registry.history.HistoryRequest;
import dev.assay.registry.history.Promotion;
import dev.assay.registry.object.ObjectStore;
import dev.assay.registry.run.Finish;
import dev.assay.registry.run.RunLock;
import dev.assay.registry.run.RunOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.jdbi.v3.core.Handle;

/**
 * The registry of one home, the folder {@code .assay}: objects by hash under {@code objects/}, and
 * history, runs, judgements and ledger in SQL, in {@code assay.db} or in a PostgreSQL database of
 * the team. Safe for threads and processes at once, and against being killed at any instant.
 *
 * <p>Needs no closing: it holds no connection between calls.
 */
public final class Registry {

  private final Path home;
  private final Clock clock;
  private final Database database;
  private final ObjectStore objects;
  private final BundleStore bundles;
  private final History history;
  private final Ledger ledger;

  private Registry(Path home, Database database, Clock clock) {
    this.home = home;
    this.clock = clock;
    this.database = database;
    objects = new ObjectStore(home.resolve("objects"));
    bundles = new BundleStore(objects);
    history = new History(database, bundles, clock);
    ledger = new Ledger(database, clock);
  }

  /**
   * Opens the registry of a home with its own SQLite database, and makes both where they are
   * missing.
   *
   * @param clock gives the time stamps of all that is recorded
   * @throws dev.assay.core.problem.InvalidInputException where the database was written by a newer
   *     Assay
   */
  public static Registry open(Path home, Clock clock) {
    return open(home, "jdbc:sqlite:" + home.resolve("assay.db").toAbsolutePath(), clock);
  }

  /**
   * Opens the registry of a home whose records lie in another database; the objects stay in the
   * home, which a team therefore shares.
   *
   * @param jdbcUrl a JDBC URL of SQLite or PostgreSQL, credentials included
   * @param clock gives the time stamps of all that is recorded
   * @throws dev.assay.core.problem.InvalidInputException where the URL is of neither, the database
   *     cannot be reached, or it was written by a newer Assay
   */
  public static Registry open(Path home, String jdbcUrl, Clock clock) {
    try {
      Files.createDirectories(home);
    } catch (IOException e) {
      throw new UncheckedIOException("The home " + home + " cannot be made.", e);
    }
    return new Registry(home, Database.open(jdbcUrl, home.resolve("schema.lock")), clock);
  }

  /** The folder of the registry. */
  public Path home() {
    return home;
  }

  /** Objects by hash. */
  public ObjectStore objects() {
    return objects;
  }

  /** Bundles by hash. */
  public BundleStore bundles() {
    return bundles;
  }

  /** Who was champion when. */
  public History history() {
    return history;
  }

  /** The finished runs. */
  public Runs runs() {
    return new Runs(database);
  }

  /** Who was judged on which holdout. */
  public Judgements judgements() {
    return new Judgements(database);
  }

  /** How far the figures of champions move with the seed. */
  public NoiseMeasurements noise() {
    return new NoiseMeasurements(database);
  }

  /** The book of experiments. */
  public Ledger ledger() {
    return ledger;
  }

  /** Tries to become the only run of this home, without waiting. */
  public RunLock.Attempt lockRun() {
    return RunLock.take(home.resolve("run.lock"), clock);
  }

  /** What objects nothing needs any more, and their removal. */
  public GarbageCollection garbage() {
    return new GarbageCollection(database, objects, bundles, clock);
  }

  /**
   * Writes down all that a run leaves behind, in one transaction: either all of it is on record or
   * nothing. Its bundle and its verdict must be stored before.
   *
   * @throws dev.assay.registry.object.DamagedStoreException where its bundle or its verdict is not
   *     stored whole
   * @throws dev.assay.core.problem.InvalidInputException where its ledger entry is unknown or not
   *     planned any more
   */
  public Finish finish(RunOutcome outcome) {
    objects.get(outcome.run().verdictObject());
    HistoryRequest request = outcome.history();
    if (request != null) {
      bundles.verify(request.candidate());
    }
    return database.write(
        handle -> {
          RunTable.insert(handle, outcome.run());
          Judgements.insert(handle, outcome.run().runId(), outcome.judgements(), outcome.scores());
          insertMeasurement(handle, outcome);
          return request == null ? new Finish.NoCandidate() : decide(handle, request);
        });
  }

  private void insertMeasurement(Handle handle, RunOutcome outcome) {
    RunOutcome.Measurement measurement = outcome.ledger();
    if (measurement != null) {
      ledger.insertRun(
          handle,
          measurement.entryId(),
          new LedgerState.Run(
              outcome.run().runId(),
              measurement.difference(),
              measurement.measured(),
              outcome.run().outcome(),
              clock.instant()));
    }
  }

  private Finish decide(Handle handle, HistoryRequest request) {
    return switch (request) {
      case HistoryRequest.Hold hold -> new Finish.Held(history.hold(handle, hold));
      case HistoryRequest.Promote promote ->
          switch (history.promote(handle, promote)) {
            case Promotion.Promoted promoted -> new Finish.Promoted(promoted.event());
            case Promotion.AlreadyChampion already ->
                new Finish.AlreadyChampion(already.champion());
            case Promotion.LostRace lost ->
                new Finish.LostRace(lost.champion(), history.holdOvertaken(handle, promote));
          };
    };
  }
}
