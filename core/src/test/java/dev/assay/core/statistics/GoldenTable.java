package dev.assay.core.statistics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The rows of a golden file, without the lines of versions and header. */
final class GoldenTable {

  private GoldenTable() {}

  static List<String[]> rows(String name) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    GoldenTable.class.getResourceAsStream("/golden/" + name), name),
                StandardCharsets.UTF_8))) {
      return lines.lines().skip(2).map(line -> line.split(",", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
