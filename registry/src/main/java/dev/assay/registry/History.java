package dev.assay.registry;

import dev.assay.registry.bundle.BundleStore;
import dev.assay.registry.history.EventKind;
import dev.assay.registry.history.HistoryEvent;
import dev.assay.registry.history.HistoryRequest;
import dev.assay.registry.history.Promotion;
import dev.assay.registry.history.Rollback;
import dev.assay.registry.history.Standing;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Who was champion when. Events are only ever added; the databases themselves refuse to change or
 * remove one. Safe for threads and processes at once.
 */
public final class History {

  private final Database database;
  private final BundleStore bundles;
  private final Clock clock;

  History(Database database, BundleStore bundles, Clock clock) {
    this.database = database;
    this.bundles = bundles;
    this.clock = clock;
  }

  /** All events, the oldest first. */
  public List<HistoryEvent> events() {
    return database.read(HistoryTable::all);
  }

  /** The hash of the champion's bundle; empty before the first. */
  public Optional<String> champion() {
    return database.read(HistoryTable::champion);
  }

  /**
   * What the latest that happened to a bundle makes of it. A champion that is judged again and held
   * stays what it is.
   *
   * @param bundle its hash
   */
  public Standing standing(String bundle) {
    Standing standing = new Standing.Unjudged();
    for (HistoryEvent event : events()) {
      boolean wasChampion = bundle.equals(event.previousChampion());
      standing =
          switch (event.kind()) {
            case BASELINE, PROMOTE, FORCED_PROMOTE ->
                event.bundle().equals(bundle) ? new Standing.Promoted(event) : standing;
            case HOLD ->
                event.bundle().equals(bundle) && !wasChampion ? new Standing.Held(event) : standing;
            case ROLLBACK -> {
              if (event.bundle().equals(bundle)) {
                yield new Standing.Promoted(event);
              }
              yield wasChampion ? new Standing.RolledBack(event) : standing;
            }
          };
    }
    return standing;
  }

  /** How long the champion has been champion; empty before the first. */
  public Optional<Duration> championAge() {
    return database
        .read(HistoryTable::lastChange)
        .map(change -> Duration.between(change.at(), clock.instant()));
  }

  /** How many candidates were held since the champion last changed. */
  public int holdsInARow() {
    return database.read(HistoryTable::holdsInARow);
  }

  /**
   * Makes a candidate champion, provided that the champion is still the one expected. Of several
   * that try at once, one wins.
   *
   * @throws dev.assay.registry.object.DamagedStoreException where the candidate's bundle is not
   *     stored whole
   */
  public Promotion promote(HistoryRequest.Promote request) {
    bundles.verify(request.candidate());
    return database.write(handle -> promote(handle, request));
  }

  Promotion promote(Handle handle, HistoryRequest.Promote request) {
    String champion = HistoryTable.champion(handle).orElse(null);
    if (request.candidate().equals(champion)) {
      return new Promotion.AlreadyChampion(request.candidate());
    }
    if (!Objects.equals(champion, request.expectedChampion())) {
      return new Promotion.LostRace(champion);
    }
    return new Promotion.Promoted(append(handle, request.kind(), request, request.reason()));
  }

  HistoryEvent hold(Handle handle, HistoryRequest.Hold request) {
    return append(handle, EventKind.HOLD, request, request.reason());
  }

  /** Notes a candidate that passed, but against a champion that is none any more. */
  HistoryEvent holdOvertaken(Handle handle, HistoryRequest.Promote request) {
    return append(handle, EventKind.HOLD, request, "the champion changed during the run");
  }

  /**
   * Gives the champion's place back to the one before it; a second rollback goes back one further.
   *
   * @param actor who does it
   * @param reason why
   * @throws dev.assay.registry.object.DamagedStoreException where the former champion's bundle is
   *     not stored whole
   */
  public Rollback rollback(String actor, String reason) {
    if (actor.isBlank() || reason.isBlank()) {
      throw new IllegalArgumentException("A rollback has an actor and a reason.");
    }
    return database.write(
        handle -> {
          Deque<String> champions = succession(HistoryTable.all(handle));
          String champion = champions.pollLast();
          String former = champions.peekLast();
          if (champion == null || former == null) {
            return new Rollback.NoFormerChampion(champion);
          }
          bundles.verify(former);
          HistoryEvent event =
              new HistoryEvent(
                  HistoryTable.nextSequence(handle),
                  EventKind.ROLLBACK,
                  former,
                  champion,
                  actor,
                  reason,
                  null,
                  null,
                  clock.instant());
          HistoryTable.insert(handle, event);
          return new Rollback.RolledBack(event);
        });
  }

  /** The champions up to the present one, those that were rolled back taken out. */
  private static Deque<String> succession(List<HistoryEvent> events) {
    Deque<String> champions = new ArrayDeque<>();
    for (HistoryEvent event : events) {
      switch (event.kind()) {
        case BASELINE, PROMOTE, FORCED_PROMOTE -> champions.addLast(event.bundle());
        case ROLLBACK -> champions.removeLast();
        case HOLD -> {}
      }
    }
    return champions;
  }

  private HistoryEvent append(
      Handle handle, EventKind kind, HistoryRequest request, String reason) {
    HistoryEvent event =
        new HistoryEvent(
            HistoryTable.nextSequence(handle),
            kind,
            request.candidate(),
            HistoryTable.champion(handle).orElse(null),
            request.actor(),
            reason,
            request.runId(),
            request.verdict(),
            clock.instant());
    HistoryTable.insert(handle, event);
    return event;
  }
}
