package dev.assay.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** A small simulated table in which humidity and wind say much, but not all, about rain. */
final class RainTable {

  private static final int ROWS = 600;
  private static final long SEED = 7;

  private RainTable() {}

  /** Writes {@code rows.csv} and {@code experiment.yaml}; gives the latter. */
  static Path write(Path folder) throws IOException {
    Files.write(folder.resolve("rows.csv"), lines(true));
    return Files.writeString(
        folder.resolve("experiment.yaml"),
        """
        name: rain
        data:
          rows: { csv: rows.csv }
          id: station
          label: { rain: binary }
          slices: [wind]
        train: { with: xgboost, rounds: 20, depth: 2, threads: 1 }
        gates:
          - { name: ranks, metric: roc_auc, on: test, at_least: 0.6 }
        """);
  }

  /** Writes the same rows without their label. */
  static Path writeUnlabelled(Path file) throws IOException {
    return Files.write(file, lines(false));
  }

  private static List<String> lines(boolean labelled) {
    SplittableRandom random = new SplittableRandom(SEED);
    List<String> lines = new ArrayList<>();
    lines.add("station,humidity,wind" + (labelled ? ",rain" : ""));
    for (int row = 0; row < ROWS; row++) {
      double humidity = random.nextDouble();
      String wind = random.nextBoolean() ? "west" : "east";
      double chance = 0.8 * humidity + (wind.equals("west") ? 0.15 : 0);
      int rain = random.nextDouble() < chance ? 1 : 0;
      String inputs = String.format(Locale.ROOT, "s%d,%.6f,%s", row, humidity, wind);
      lines.add(labelled ? inputs + "," + rain : inputs);
    }
    return lines;
  }
}
