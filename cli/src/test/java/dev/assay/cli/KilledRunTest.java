package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.registry.Registry;
import dev.assay.registry.history.EventKind;
import dev.assay.registry.history.HistoryEvent;
import dev.assay.registry.run.RunLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills {@code assay run} at random instants between taking the lock and ending. {@code ./mvnw -pl
 * cli -am test -Dtest=KilledRunTest -Dsurefire.failIfNoSpecifiedTests=false -Dassay.kills=200}
 * kills more.
 */
class KilledRunTest {

  private static final int KILLS = Integer.getInteger("assay.kills", 8);
  private static final long SEED = 20260517;
  private static final Duration LONGEST_START = Duration.ofSeconds(60);

  @TempDir Path temporary;
  private RainFolder folder;
  private Path first;
  private Path second;

  /** A home before a run, and what the run leaves there when nobody disturbs it. */
  private record Scene(
      String name,
      Path before,
      Path experiment,
      List<String> files,
      List<EventKind> history,
      int entries,
      String champion,
      String verdict) {}

  @BeforeEach
  void write_two_experiments() throws IOException {
    folder = new RainFolder(temporary);
    first = folder.write("first.yaml", RainFolder.EXPERIMENT);
    second = folder.write("second.yaml", RainFolder.EXPERIMENT.replace("rounds: 20", "rounds: 40"));
  }

  @Test
  void after_a_kill_at_any_instant_the_home_is_whole_and_the_next_run_ends_as_if_nothing_was()
      throws Exception {
    Path empty = Files.createDirectory(folder.file("empty"));
    Path champion = Files.createDirectory(folder.file("champion"));
    complete(first, champion);
    List<Scene> scenes =
        List.of(
            scene("the first run", empty, first),
            scene("a successor", champion, second),
            scene("a repetition", champion, first));
    Duration life = lifeAfterTheLock(scenes.getFirst());
    Random random = new Random(SEED);
    int interrupted = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Scene scene = scenes.get(kill % scenes.size());
      Path home = folder.file("home" + kill);
      RainFolder.copy(scene.before(), home);
      List<HistoryEvent> events = RainFolder.registry(home).history().events();

      boolean killed = kill(scene, home, Duration.ofNanos(random.nextLong(life.toNanos())));

      interrupted += killed ? 1 : 0;
      checkWhole(home, events);
      checkCompletes(scene, home);
    }
    assertThat(interrupted).as("of %d runs, those killed before their end", KILLS).isPositive();
    System.out.printf("%d of %d runs were killed before their end%n", interrupted, KILLS);
  }

  private Scene scene(String name, Path before, Path experiment) throws IOException {
    Path home = folder.file("undisturbed " + name);
    RainFolder.copy(before, home);
    complete(experiment, home);
    Registry registry = RainFolder.registry(home);
    return new Scene(
        name,
        before,
        experiment,
        RainFolder.files(home),
        kinds(registry),
        registry.ledger().entries().size(),
        registry.history().champion().orElseThrow(),
        verdict(registry, experiment, home));
  }

  private static void complete(Path experiment, Path home) {
    VerbRun run = VerbRun.of("run", experiment, "--home", home);
    assertThat(run.code()).as(run.out() + run.err()).isZero();
  }

  private static List<EventKind> kinds(Registry registry) {
    return registry.history().events().stream().map(HistoryEvent::kind).toList();
  }

  /** The verdict in the folder of the run of an experiment file. */
  private static String verdict(Registry registry, Path experiment, Path home) throws IOException {
    String text = Files.readString(experiment);
    String run =
        registry.runs().all().stream()
            .filter(record -> record.experimentText().equals(text))
            .findFirst()
            .orElseThrow()
            .folder();
    return Files.readString(home.resolve(run).resolve("verdict.json"));
  }

  /** How long a process lives once it has the lock. */
  private Duration lifeAfterTheLock(Scene scene) throws Exception {
    Path home = folder.file("timed");
    RainFolder.copy(scene.before(), home);
    Process process = folder.start(scene.experiment(), home);
    try {
      Instant locked = waitForLock(process, home);
      assertThat(process.waitFor()).isZero();
      return Duration.between(locked, Instant.now());
    } finally {
      process.destroyForcibly();
    }
  }

  private boolean kill(Scene scene, Path home, Duration after) throws Exception {
    Process process = folder.start(scene.experiment(), home);
    try {
      waitForLock(process, home);
      Thread.sleep(after);
      boolean alive = process.isAlive();
      process.destroyForcibly().waitFor();
      return alive;
    } finally {
      process.destroyForcibly();
    }
  }

  private Instant waitForLock(Process process, Path home) throws Exception {
    Path lock = home.resolve("run.lock");
    Instant deadline = Instant.now().plus(LONGEST_START);
    while (Files.notExists(lock) || !Files.readString(lock).startsWith(process.pid() + "\n")) {
      assertThat(process.isAlive() || Files.exists(lock))
          .as("the process takes the lock: %s", Files.readString(folder.file("process.err")))
          .isTrue();
      assertThat(Instant.now()).as("the process takes the lock").isBefore(deadline);
      Thread.sleep(2);
    }
    return Instant.now();
  }

  private static void checkWhole(Path home, List<HistoryEvent> before) {
    Registry registry = RainFolder.registry(home);
    List<HistoryEvent> events = registry.history().events();
    assertThat(events).startsWith(before.toArray(HistoryEvent[]::new));
    events.forEach(event -> registry.bundles().bundle(event.bundle()));
    registry
        .runs()
        .all()
        .forEach(
            run -> {
              registry.objects().get(run.verdictObject());
              assertThat(home.resolve(run.folder()).resolve("verdict.json")).exists();
            });
    if (registry.lockRun() instanceof RunLock.Attempt.Taken taken) {
      taken.lock().close();
    } else {
      throw new AssertionError("The lock of the killed run stays.");
    }
  }

  private static void checkCompletes(Scene scene, Path home) throws IOException {
    complete(scene.experiment(), home);
    Registry registry = RainFolder.registry(home);
    assertThat(kinds(registry)).as(scene.name()).isEqualTo(scene.history());
    assertThat(registry.history().champion()).contains(scene.champion());
    assertThat(registry.ledger().entries()).hasSize(scene.entries());
    assertThat(verdict(registry, scene.experiment(), home)).isEqualTo(scene.verdict());
    List<String> left = new ArrayList<>(RainFolder.files(home));
    left.removeAll(scene.files());
    assertThat(left).as("files that the killed run left: " + scene.name()).isEmpty();
    assertThat(RainFolder.files(home)).containsAll(scene.files());
  }
}
