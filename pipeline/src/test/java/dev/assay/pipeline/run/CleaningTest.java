package dev.assay.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.problem.InvalidInputException;
import dev.assay.registry.run.RunLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
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
  private Path folds;

  @BeforeEach
  void leave_a_promotion_a_hold_and_the_folder_of_a_killed_run() throws IOException {
    folder = new ExperimentFolder(temporary).holding(WeatherTable.of(1_000));
    promoted = folder.run(ExperimentFolder.EXPERIMENT);
    held =
        folder.run(
            ExperimentFolder.HEAD
                + "gates: [{ name: perfect, metric: f1, on: test, at_least: 1.0 }]\n");
    folds = Files.createDirectories(folder.home().resolve("folds/0badcafe"));
    Files.writeString(folds.resolve("0.fold"), "one");
    Files.writeString(folds.resolve("1.fold"), "two");
    written(Duration.ofDays(9), Duration.ofDays(3));
    killed = Files.createDirectories(folder.home().resolve("runs/rain-0badcafe/tables"));
    Files.writeString(killed.resolve("checks.csv"), "gate\n");
  }

  /** Dates the two folds so long before the runs. */
  private void written(Duration first, Duration second) throws IOException {
    Instant now = folder.surroundings().clock().instant();
    Files.setLastModifiedTime(folds.resolve("0.fold"), FileTime.from(now.minus(first)));
    Files.setLastModifiedTime(folds.resolve("1.fold"), FileTime.from(now.minus(second)));
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
  void folds_go_once_none_of_a_procedure_was_written_in_the_days_that_are_kept() {
    assertThat(cleaning().keepDays(4, false).folds()).isEmpty();
    assertThat(folds.resolve("0.fold")).exists();

    assertThat(cleaning().keepDays(2, true).folds()).containsExactly("folds/0badcafe");
    assertThat(folds.resolve("0.fold")).exists();

    assertThat(cleaning().keepDays(2, false).folds()).containsExactly("folds/0badcafe");
    assertThat(folds).doesNotExist();
    assertThat(held.folder()).isDirectory();
  }

  @Test
  void folds_that_are_younger_than_every_run_that_goes_stay() throws IOException {
    assertThat(cleaning().keepLast(2, false).folds()).isEmpty();
    written(Duration.ofDays(9), Duration.ofDays(-1));
    assertThat(cleaning().keepLast(0, false).folds()).isEmpty();
    written(Duration.ofDays(9), Duration.ofDays(1));

    assertThat(cleaning().keepLast(0, false).folds()).containsExactly("folds/0badcafe");
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
    assertThat(folds).isDirectory();
    assertThat(held.folder()).isDirectory();
  }
}
