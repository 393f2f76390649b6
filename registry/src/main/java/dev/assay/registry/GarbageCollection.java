package dev.assay.registry;

import dev.assay.core.ledger.LedgerEntry;
import dev.assay.core.ledger.LedgerState;
import dev.assay.registry.bundle.BundleStore;
import dev.assay.registry.history.EventKind;
import dev.assay.registry.history.HistoryEvent;
import dev.assay.registry.object.ObjectStore;
import dev.assay.registry.object.StoredObject;
import dev.assay.registry.run.RunLock;
import dev.assay.registry.run.RunRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Removes objects that nothing needs any more. Records stay, all of them; only objects go. Kept are
 *
 * <ul>
 *   <li>every bundle that ever was champion
 *   <li>verdict and candidate of every run that the retention keeps
 *   <li>verdict and candidate of every run that made a champion, or that a ledger entry tells of or
 *       builds on
 * </ul>
 *
 * <p>A held candidate outside of these goes, though the history still names it.
 */
public final class GarbageCollection {

  private final Database database;
  private final ObjectStore objects;
  private final BundleStore bundles;
  private final Clock clock;

  GarbageCollection(Database database, ObjectStore objects, BundleStore bundles, Clock clock) {
    this.database = database;
    this.objects = objects;
    this.bundles = bundles;
    this.clock = clock;
  }

  /** What a removal would remove now, in the order of the hashes; removes nothing. */
  public List<StoredObject> find(Retention retention) {
    Set<String> needed = needed(retention);
    return objects.list().stream().filter(each -> !needed.contains(each.hash())).toList();
  }

  /**
   * Removes what {@link #find} finds, and what killed processes left half written.
   *
   * @param lock the run lock of this home, held: a run that is under way has stored objects that
   *     nothing refers to yet
   * @return what was removed
   */
  public List<StoredObject> remove(Retention retention, RunLock lock) {
    if (!lock.isHeld()) {
      throw new IllegalArgumentException("Garbage is only collected under the run lock.");
    }
    List<StoredObject> garbage = find(retention);
    garbage.forEach(each -> objects.delete(each.hash()));
    objects.deleteDrafts();
    return garbage;
  }

  private Set<String> needed(Retention retention) {
    return database.read(
        handle -> {
          List<RunRecord> runs = RunTable.all(handle);
          List<HistoryEvent> changes =
              HistoryTable.all(handle).stream()
                  .filter(event -> event.kind() != EventKind.HOLD)
                  .toList();
          Set<String> pinned = runsOf(LedgerTable.all(handle));
          changes.stream().map(HistoryEvent::runId).filter(Objects::nonNull).forEach(pinned::add);
          kept(runs, retention).map(RunRecord::runId).forEach(pinned::add);
          List<RunRecord> keptRuns =
              runs.stream().filter(run -> pinned.contains(run.runId())).toList();

          Set<String> needed =
              keptRuns.stream().map(RunRecord::verdictObject).collect(Collectors.toSet());
          Stream<String> champions = changes.stream().map(HistoryEvent::bundle);
          Stream<String> candidates =
              keptRuns.stream().map(RunRecord::candidate).filter(Objects::nonNull);
          Stream.concat(champions, candidates)
              .distinct()
              .filter(bundles::has)
              .forEach(bundle -> needed.addAll(bundles.objectsOf(bundle)));
          return needed;
        });
  }

  private Stream<RunRecord> kept(List<RunRecord> oldestFirst, Retention retention) {
    return switch (retention) {
      case Retention.LastRuns last ->
          oldestFirst.stream().skip(Math.max(0, oldestFirst.size() - last.count()));
      case Retention.LastDays last -> {
        Instant from = clock.instant().minus(Duration.ofDays(last.count()));
        yield oldestFirst.stream().filter(run -> !run.finishedAt().isBefore(from));
      }
    };
  }

  private static Set<String> runsOf(List<LedgerEntry> entries) {
    Set<String> runs = new HashSet<>();
    for (LedgerEntry entry : entries) {
      String buildsOn = entry.plan().buildsOn();
      if (buildsOn != null) {
        runs.add(buildsOn);
      }
      if (entry.state() instanceof LedgerState.Run run) {
        runs.add(run.runId());
      }
    }
    return runs;
  }
}
