package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills {@code assay run} while it leaves out one of 127 groups after the other. */
class KilledFoldsTest {

  private static final int GROUPS = 127;
  private static final int KILLED_AT = 60;
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private static final String EXPERIMENT =
      RainFolder.EXPERIMENT
          .replace("rain.csv", "panel.csv")
          .replace("  label:", "  group: site\n  label:")
          .replace(
              "train:", "parts: { by: id }\nholdouts: { sites: { leave_one_out: site } }\ntrain:");

  @TempDir Path temporary;

  @Test
  void a_run_killed_at_fold_60_of_127_goes_on_there_and_ends_as_an_unbroken_one() throws Exception {
    RainFolder folder = new RainFolder(temporary);
    folder.write("panel.csv", panel());
    Path experiment = folder.write("sites.yaml", EXPERIMENT);
    String unbroken = verdict(experiment, folder.file("unbroken"));
    Path home = folder.file("killed");

    Process process = folder.start(experiment, home);
    try {
      waitForFolds(process, home, GROUPS + KILLED_AT);
    } finally {
      process.destroyForcibly().waitFor();
    }
    List<Path> kept = folds(home);
    assertThat(kept).hasSizeGreaterThanOrEqualTo(GROUPS + KILLED_AT).hasSizeLessThan(2 * GROUPS);

    assertThat(verdict(experiment, home)).isEqualTo(unbroken);
    assertThat(folds(home)).containsAll(kept).hasSize(2 * GROUPS);
    folder.deleteExtracted();
  }

  /** Rows of many sites, rain where humidity and pressure are both high or both low. */
  private static String panel() {
    Random random = new Random(5);
    StringBuilder csv = new StringBuilder("id,site,humidity,pressure,wind,rain\n");
    for (int row = 0; row < GROUPS * 16; row++) {
      float humidity = random.nextFloat();
      float pressure = random.nextFloat();
      boolean rain = ((humidity > 0.5f) == (pressure > 0.4f)) ^ (random.nextInt(12) == 0);
      csv.append(
          "r%d,site%03d,%s,%s,%s,%d%n"
              .formatted(row, row % GROUPS, humidity, pressure, random.nextFloat(), rain ? 1 : 0));
    }
    return csv.toString();
  }

  private static String verdict(Path experiment, Path home) throws IOException {
    VerbRun run = VerbRun.of("run", experiment, "--home", home);
    assertThat(run.err()).doesNotContain("internal");
    try (Stream<Path> runs = Files.list(home.resolve("runs"))) {
      return Files.readString(runs.findFirst().orElseThrow().resolve("verdict.json"));
    }
  }

  private static void waitForFolds(Process process, Path home, int count) throws Exception {
    Instant deadline = Instant.now().plus(LONGEST);
    while (folds(home).size() < count) {
      assertThat(process.isAlive()).as("the run is under way").isTrue();
      assertThat(Instant.now()).as("waiting for " + count + " folds").isBefore(deadline);
      Thread.sleep(5);
    }
  }

  /** The folds that are kept. Half-written ones come and go meanwhile, which a walk trips over. */
  private static List<Path> folds(Path home) {
    List<Path> folds = new ArrayList<>();
    for (File procedure : listed(home.resolve("folds").toFile())) {
      for (File file : listed(procedure)) {
        if (file.getName().endsWith(".fold")) {
          folds.add(file.toPath());
        }
      }
    }
    return folds.stream().sorted().toList();
  }

  private static List<File> listed(File folder) {
    File[] files = folder.listFiles();
    return files == null ? List.of() : List.of(files);
  }
}
