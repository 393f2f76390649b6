package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.registry.Registry;
import dev.assay.registry.history.EventKind;
import dev.assay.registry.history.HistoryEvent;
import dev.assay.registry.run.RunLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The endings of {@code assay run}: its exit codes and what it says. */
class RunCommandTest {

  private static final String UNREACHABLE =
      RainFolder.EXPERIMENT.replace("lose_at_most: 0.02", "at_least: 1.0");

  @TempDir Path temporary;
  private RainFolder folder;
  private Path home;

  @BeforeEach
  void lay_out_the_folder() throws IOException {
    folder = new RainFolder(temporary);
    home = folder.file("home");
  }

  private VerbRun run(String experiment, Object... more) throws IOException {
    Path file = folder.write("rain.yaml", experiment);
    Object[] words = new Object[4 + more.length];
    System.arraycopy(new Object[] {"run", file, "--home", home}, 0, words, 0, 4);
    System.arraycopy(more, 0, words, 4, more.length);
    return VerbRun.of(words);
  }

  @Test
  void a_promotion_ends_with_0_and_names_checks_and_report() throws IOException {
    VerbRun run = run(RainFolder.EXPERIMENT);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines()).contains("PROMOTED").anyMatch(line -> line.contains("no loss"));
    Path report =
        run.out()
            .lines()
            .filter(line -> line.startsWith("report"))
            .map(line -> Path.of(line.substring("report".length()).strip()))
            .findFirst()
            .orElseThrow();
    assertThat(report).isNotEmptyFile();
  }

  @Test
  void a_hold_ends_with_3_and_the_table_says_why() throws IOException {
    VerbRun run = run(UNREACHABLE);

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out().lines())
        .contains("HELD")
        .anyMatch(line -> line.matches("no loss +fail +f1 on test.*"))
        .noneMatch(line -> line.startsWith("  held: "));
  }

  @Test
  void a_reason_to_hold_that_is_no_checks_stands_below_the_table() throws IOException {
    String ungated = RainFolder.EXPERIMENT.substring(0, RainFolder.EXPERIMENT.indexOf("gates:"));

    VerbRun run = run(ungated);

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out().lines())
        .containsOnlyOnce("  held: no gate is set, and nothing passes by absence");
  }

  @Test
  void costs_are_said_with_their_units() throws IOException {
    VerbRun run =
        run(
            RainFolder.EXPERIMENT
                + "  - { name: small, size: 30MB }\n  - { name: quick, p95: 10s }\n");

    assertThat(run.out())
        .containsPattern("size: [0-9.]{3,4} kB; may be at most 30 MB: pass")
        .containsPattern("p95 latency: [0-9.]{3,7} ms; may be at most 10 s: pass");
  }

  @Test
  void the_third_hold_in_a_row_is_warned_of_at_the_end_and_in_the_history() throws IOException {
    run(RainFolder.EXPERIMENT);
    for (int hold = 1; hold <= 3; hold++) {
      VerbRun run = run(UNREACHABLE + "hypothesis: attempt " + hold + "\n");
      assertThat(run.out().contains("  warning: " + hold + " candidates in a row were held"))
          .as("warned at hold %d", hold)
          .isEqualTo(hold == 3);
    }

    assertThat(VerbRun.of("history", "--home", home).out())
        .contains("warning: 3 candidates in a row were held");
  }

  @Test
  void json_says_the_same_for_programs() throws IOException {
    JsonNode json = run(RainFolder.EXPERIMENT, "--json").json();

    assertThat(json.get("promoted").asBoolean()).isTrue();
    assertThat(json.get("repeated").asBoolean()).isFalse();
    assertThat(json.get("checks")).hasSize(2);
    assertThat(Path.of(json.get("folder").asString()).resolve("verdict.json")).isNotEmptyFile();
    JsonNode again = run(RainFolder.EXPERIMENT, "--json").json();
    assertThat(again.get("repeated").asBoolean()).isTrue();
    assertThat(again.get("run")).isEqualTo(json.get("run"));
  }

  @Test
  void a_repetition_after_a_rollback_ends_with_3_and_says_that_the_candidate_is_not_champion()
      throws IOException {
    run(RainFolder.EXPERIMENT);
    assertThat(VerbRun.of("rollback", "--home", home, "--reason", "false alarms").code()).isZero();

    VerbRun again = run(RainFolder.EXPERIMENT);

    assertThat(again.code()).isEqualTo(3);
    assertThat(again.out())
        .contains("NOT CHAMPION: this run repeats a recorded one", "rolled back", "false alarms")
        .doesNotContain("PROMOTED");
    JsonNode json = run(RainFolder.EXPERIMENT, "--json").json();
    assertThat(json.get("promoted").asBoolean()).isFalse();
    assertThat(json.get("repeated").asBoolean()).isTrue();
    assertThat(json.get("ending").asString()).isEqualTo("no_longer_champion");
  }

  @Test
  void wrong_input_ends_with_2_and_every_problem_on_standard_error() throws IOException {
    folder.write(
        "rain.csv",
        RainFolder.table("s", 1, 300).replaceFirst("s7,[^,]*,", "s7,wet,")
            + "s0,0.1,0.1,0.1,maybe\n");

    VerbRun run = run(RainFolder.EXPERIMENT);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .hasSize(4)
        .contains("assay: 3 problems:")
        .anyMatch(line -> line.startsWith("  rain.csv:9: ") && line.contains("wet"))
        .anyMatch(line -> line.startsWith("  rain.csv:302: ") && line.contains("'s0'"))
        .anyMatch(line -> line.startsWith("  rain.csv:302: ") && line.contains("maybe"));
    assertThat(RainFolder.files(home)).noneMatch(file -> file.startsWith("runs"));
  }

  @Test
  void a_leak_ends_with_2_and_names_the_pair() throws IOException {
    String rows = RainFolder.table("s", 1, 600);
    folder.write(
        "legacy.csv",
        RainFolder.table("old", 2, 100)
            + rows.replaceAll("(?m)^s", "copy-of-s")
                .lines()
                .skip(1)
                .limit(60)
                .map(line -> line + "\n")
                .reduce("", String::concat));

    VerbRun run = run(RainFolder.EXPERIMENT + "holdouts: { legacy: { frozen: legacy.csv } }\n");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err().lines().filter(line -> line.contains("leak of")))
        .isNotEmpty()
        .allMatch(line -> line.matches(".*leak of 's(\\d+)' and 'copy-of-s\\1' .*"));
    assertThat(RainFolder.files(home)).noneMatch(file -> file.startsWith("runs"));
    assertThat(RainFolder.registry(home).history().events()).isEmpty();
  }

  @Test
  void while_another_run_is_under_way_a_second_one_ends_with_2_and_does_no_damage()
      throws Exception {
    run(RainFolder.EXPERIMENT);
    Registry registry = RainFolder.registry(home);
    List<HistoryEvent> events = registry.history().events();
    List<String> files = RainFolder.files(home);
    Path experiment = folder.write("rain.yaml", UNREACHABLE);
    RunLock lock = ((RunLock.Attempt.Taken) registry.lockRun()).lock();
    try {
      Process second = folder.start(experiment, home);

      assertThat(second.waitFor()).isEqualTo(2);
      assertThat(Files.readString(folder.file("process.err")))
          .contains("another run is under way: process " + ProcessHandle.current().pid())
          .doesNotContain("\tat ");
      assertThat(RainFolder.files(home)).isEqualTo(files);
      assertThat(registry.history().events()).isEqualTo(events);
    } finally {
      lock.close();
    }
    assertThat(run(UNREACHABLE).code()).isEqualTo(3);
    assertThat(registry.history().events())
        .extracting(HistoryEvent::kind)
        .containsExactly(EventKind.BASELINE, EventKind.PROMOTE, EventKind.HOLD);
  }

  @Test
  void of_two_runs_started_at_once_one_at_least_ends_well_and_the_record_has_one_run()
      throws Exception {
    Path experiment = folder.write("rain.yaml", RainFolder.EXPERIMENT);
    List<Process> both = List.of(folder.start(experiment, home), folder.start(experiment, home));
    try {
      List<Integer> codes = List.of(both.get(0).waitFor(), both.get(1).waitFor());
      assertThat(codes).contains(0).isSubsetOf(0, 2);
    } finally {
      both.forEach(Process::destroyForcibly);
    }

    Registry registry = RainFolder.registry(home);
    assertThat(registry.runs().all()).hasSize(1);
    assertThat(registry.history().events())
        .extracting(HistoryEvent::kind)
        .containsExactly(EventKind.BASELINE, EventKind.PROMOTE);
    assertThat(registry.bundles().bundle(registry.history().champion().orElseThrow())).isNotNull();
  }

  @Test
  void a_damaged_champion_is_said_to_be_damaged() throws IOException {
    run(RainFolder.EXPERIMENT);
    for (String file : RainFolder.files(home.resolve("objects"))) {
      Files.writeString(home.resolve("objects").resolve(file), "damaged");
    }

    VerbRun run = run(UNREACHABLE);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).startsWith("assay: the registry is damaged").doesNotContain("\tat ");
  }
}
