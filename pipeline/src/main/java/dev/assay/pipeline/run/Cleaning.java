package dev.assay.pipeline.run;

import dev.assay.core.problem.InvalidInputException;
import dev.assay.pipeline.checkpoint.ExperimentCheckpoints;
import dev.assay.pipeline.fold.FoldTraining;
import dev.assay.registry.Registry;
import dev.assay.registry.Retention;
import dev.assay.registry.history.HistoryEvent;
import dev.assay.registry.object.StoredObject;
import dev.assay.registry.run.RunRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Clears old runs by policy: their folders, those that no record names, the outcomes of folds that
 * were kept to be taken up again, the states of trainings that were broken off, and the objects
 * that nothing on record needs. What history refers to as a champion stays; folds can be made
 * again. Nothing is looked at or cleared while a run is under way, whose folder, folds and objects
 * are not on record yet.
 */
public final class Cleaning {

  private final Registry registry;
  private final Clock clock;

  /** Cleans a home. */
  public Cleaning(Surroundings surroundings) {
    registry = Registries.open(surroundings);
    clock = surroundings.clock();
  }

  /**
   * What was cleared, or would be.
   *
   * @param folders the folders of runs, relative to the home
   * @param folds the folders of kept folds, relative to the home
   * @param checkpoints the folders of the states of trainings, relative to the home
   * @param objects how many objects
   * @param bytes the size of the objects
   */
  public record Cleared(
      List<String> folders, List<String> folds, List<String> checkpoints, int objects, long bytes) {
    /** Copies the lists. */
    public Cleared {
      folders = List.copyOf(folders);
      folds = List.copyOf(folds);
      checkpoints = List.copyOf(checkpoints);
    }
  }

  /**
   * What a policy gives up.
   *
   * @param runs the runs
   * @param until folds and states that were written after this instant stay
   */
  private record Old(List<RunRecord> runs, Instant until) {}

  /**
   * Keeps the latest runs.
   *
   * @param count how many, at least 0
   * @param dryRun whether to say only what would go
   * @throws InvalidInputException where a run is under way
   */
  public Cleared keepLast(int count, boolean dryRun) {
    requireCount(count);
    return clear(
        new Retention.LastRuns(count),
        runs -> endedFirst(runs.subList(0, Math.max(0, runs.size() - count))),
        dryRun);
  }

  /** Runs that go, with the folds that are no younger than they are. */
  private static Old endedFirst(List<RunRecord> runs) {
    return new Old(
        runs,
        runs.stream()
            .map(RunRecord::finishedAt)
            .max(Comparator.naturalOrder())
            .orElse(Instant.MIN));
  }

  /**
   * Keeps the runs of the last days.
   *
   * @param days how many, at least 0
   * @param dryRun whether to say only what would go
   * @throws InvalidInputException where a run is under way
   */
  public Cleared keepDays(int days, boolean dryRun) {
    requireCount(days);
    Instant from = clock.instant().minus(Duration.ofDays(days));
    return clear(
        new Retention.LastDays(days),
        runs ->
            new Old(runs.stream().filter(run -> run.finishedAt().isBefore(from)).toList(), from),
        dryRun);
  }

  private static void requireCount(int count) {
    if (count < 0) {
      throw new InvalidInputException("--keep", "is " + count + ".", "Give 0 or more.");
    }
  }

  private Cleared clear(
      Retention retention, Function<List<RunRecord>, Old> policy, boolean dryRun) {
    return HomeLock.holding(
        registry,
        lock -> {
          List<RunRecord> runs = registry.runs().all();
          Old old = policy.apply(runs);
          List<String> folders = new ArrayList<>(folders(old.runs()));
          folders.addAll(unrecorded(runs));
          LeftFolders left = new LeftFolders(registry.home());
          List<String> folds = left.notSince(FoldTraining.FOLDER, old.until());
          List<String> states = left.notSince(ExperimentCheckpoints.FOLDER, old.until());
          if (dryRun) {
            return cleared(folders, folds, states, registry.garbage().find(retention));
          }
          Stream.of(folders, folds, states).flatMap(List::stream).forEach(this::delete);
          return cleared(folders, folds, states, registry.garbage().remove(retention, lock));
        });
  }

  private static Cleared cleared(
      List<String> folders, List<String> folds, List<String> states, List<StoredObject> objects) {
    return new Cleared(
        folders,
        folds,
        states,
        objects.size(),
        objects.stream().mapToLong(StoredObject::bytes).sum());
  }

  /** The folders of old runs that led to no champion; those of champions show why they are. */
  private List<String> folders(List<RunRecord> old) {
    Set<String> champions = new HashSet<>();
    registry.history().events().forEach(event -> champions.add(championOf(event)));
    List<String> folders = new ArrayList<>();
    for (RunRecord run : old) {
      boolean promoted = champions.contains(Objects.toString(run.candidate(), ""));
      if (!promoted && Files.isDirectory(registry.home().resolve(run.folder()))) {
        folders.add(run.folder());
      }
    }
    return folders;
  }

  /**
   * Folders that no record names: of runs that were killed before their record, and of repetitions
   * that came out another way. A hidden one is a run's folder on its way to its place, which the
   * next run takes care of. A database without any run names none: it may not be the home's.
   */
  private List<String> unrecorded(List<RunRecord> runs) {
    Path folder = registry.home().resolve(RecordStage.FOLDERS);
    if (runs.isEmpty() || !Files.isDirectory(folder)) {
      return List.of();
    }
    Set<String> recorded = runs.stream().map(RunRecord::folder).collect(Collectors.toSet());
    try (Stream<Path> found = Files.list(folder)) {
      return found
          .filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
          .filter(path -> !path.getFileName().toString().startsWith("."))
          .map(path -> registry.home().relativize(path).toString())
          .filter(path -> !recorded.contains(path))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Looking through " + folder, e);
    }
  }

  private static String championOf(HistoryEvent event) {
    return switch (event.kind()) {
      case BASELINE, PROMOTE, FORCED_PROMOTE, ROLLBACK -> event.bundle();
      case HOLD -> "";
    };
  }

  private void delete(String folder) {
    Path root = registry.home().resolve(folder);
    try (Stream<Path> walk = Files.walk(root)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Clearing " + root, e);
    }
  }
}
