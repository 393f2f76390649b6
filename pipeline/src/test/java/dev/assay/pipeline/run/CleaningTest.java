package dev.assay.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.problem.InvalidInputException;
import dev.assay.registry.run.RunLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleaningTest {

  @TempDir Path temporary;
  private ExperimentFolder folder;
  private RunResult promoted;
  private RunResult held;
  private Path killed;

  @BeforeEach
  void leave_a_promotion_a_hold_and_the_folder_of_a_killed_run() throws IOException {
    folder = new ExperimentFolder(temporary).holding(WeatherTable.of(1_000));
    promoted = folder.run(ExperimentFolder.EXPERIMENT);
    held =
        folder.run(
            ExperimentFolder.HEAD
                + "gates: [{ name: perfect, metric: f1, on: test, at_least: 1.0 }]\n");
    killed = Files.createDirectories(folder.home().resolve("runs/rain-0badcafe/tables"));
    Files.writeString(killed.resolve("checks.csv"), "gate\n");
  }

  private Cleaning cleaning() {
    return new Cleaning(folder.surroundings());
  }

  @Test
  void a_folder_that_no_record_names_is_cleared_whatever_is_kept() {
    Cleaning.Cleared cleared = cleaning().keepLast(2, false);

    assertThat(cleared.folders()).containsExactly("runs/rain-0badcafe");
    assertThat(killed.getParent()).doesNotExist();
    assertThat(held.folder()).isDirectory();
    assertThat(promoted.folder()).isDirectory();
  }

  @Test
  void a_dry_run_names_it_and_leaves_it() {
    assertThat(cleaning().keepLast(2, true).folders()).containsExactly("runs/rain-0badcafe");

    assertThat(killed.resolve("checks.csv")).isNotEmptyFile();
  }

  @Test
  void of_recorded_runs_the_old_ones_go_but_never_that_of_a_champion() {
    Cleaning.Cleared cleared = cleaning().keepLast(0, false);

    assertThat(cleared.folders())
        .containsExactlyInAnyOrder("runs/" + held.runId(), "runs/rain-0badcafe");
    assertThat(promoted.folder()).isDirectory();
  }

  @Test
  void a_folder_that_was_set_aside_in_the_middle_of_a_swap_stays_for_the_next_run()
      throws IOException {
    Path aside = promoted.folder().resolveSibling("." + promoted.runId() + ".former");
    Files.move(promoted.folder(), aside);

    cleaning().keepLast(2, false);

    assertThat(aside.resolve("verdict.json")).isNotEmptyFile();
  }

  @Test
  void a_database_without_any_run_condemns_no_folder() {
    Surroundings here = folder.surroundings();
    String other = "jdbc:sqlite:" + temporary.resolve("other.db");
    Surroundings elsewhere =
        new Surroundings(
            here.home(), Optional.of(other), here.actor(), here.clock(), here.progress());

    assertThat(new Cleaning(elsewhere).keepLast(2, true).folders()).isEmpty();
  }

  @Test
  void while_a_run_is_under_way_nothing_is_cleared() {
    RunLock lock = ((RunLock.Attempt.Taken) folder.registry().lockRun()).lock();
    try {
      assertThatThrownBy(() -> cleaning().keepLast(0, false))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("under way");
    } finally {
      lock.close();
    }

    assertThat(killed).isDirectory();
    assertThat(held.folder()).isDirectory();
  }
}
