package dev.assay.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.registry.history.HistoryEvent;
import dev.assay.registry.run.RunRecord;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills processes that promote, at random instants. {@code ./mvnw -pl registry -am test
 * -Dtest=KilledPromotionTest -Dsurefire.failIfNoSpecifiedTests=false -Dassay.kills=200} kills more.
 */
class KilledPromotionTest {

  private static final int KILLS = Integer.getInteger("assay.kills", 40);
  private static final long SEED = 20260504;

  /** Longer than one promotion takes, so that every step of one is hit. */
  private static final int LONGEST_LIFE_MS = 120;

  @TempDir Path home;

  @Test
  void after_a_kill_at_any_instant_the_champion_is_whole_and_the_history_only_grew()
      throws Exception {
    Random random = new Random(SEED);
    Registry registry = Registry.open(home, Clock.systemUTC());
    List<HistoryEvent> before = List.of();
    for (int kills = 0; kills < KILLS; kills += 2) {
      List<Process> pair = List.of(start(kills), start(kills + 1));
      try {
        for (Process process : pair) {
          assertThat(Processes.line(process)).isEqualTo("promoting");
        }
        for (Process process : pair) {
          Thread.sleep(random.nextInt(LONGEST_LIFE_MS));
          process.destroyForcibly().waitFor();
          before = checkedHistory(registry, before);
        }
      } finally {
        pair.forEach(Process::destroyForcibly);
      }
    }
    assertThat(before).as("promotions in %d lives", KILLS).hasSizeGreaterThan(KILLS);
  }

  private Process start(int life) throws Exception {
    return Processes.start(PromoteForever.class, home.toString(), Integer.toString(life));
  }

  private static List<HistoryEvent> checkedHistory(Registry registry, List<HistoryEvent> before) {
    List<RunRecord> runs = registry.runs().all();
    List<HistoryEvent> events = registry.history().events();
    assertThat(events.subList(0, before.size())).isEqualTo(before);
    assertThat(events)
        .extracting(HistoryEvent::sequence)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, events.size()).boxed().toList());
    assertThat(events.subList(0, runs.size()))
        .as("a run and its event are written as one")
        .extracting(HistoryEvent::runId)
        .isEqualTo(runs.stream().map(RunRecord::runId).toList());
    for (HistoryEvent event : events.subList(before.size(), events.size())) {
      registry.bundles().bundle(event.bundle());
    }
    registry.history().champion().ifPresent(registry.bundles()::bundle);
    return events;
  }
}
