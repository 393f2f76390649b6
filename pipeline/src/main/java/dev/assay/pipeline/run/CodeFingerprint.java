package dev.assay.pipeline.run;

import dev.assay.core.fingerprint.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The hash of Assay's own code as it runs: its jars, or the class folders of a build. Builds are
 * reproducible, so the same sources have the same fingerprint.
 */
final class CodeFingerprint {

  private static final List<String> ROOMS =
      List.of(
          "dev.assay.core.label.LabelSchema",
          "dev.assay.data.source.DatasetSource",
          "dev.assay.trees.xgboost.XgboostTrainer",
          "dev.assay.registry.Registry",
          "dev.assay.pipeline.run.ExperimentRun");

  private CodeFingerprint() {}

  /** SHA-256, as 64 lower-case hexadecimal digits. */
  static String ofRunningCode() {
    Sha256 hash = new Sha256();
    for (Path location : locations()) {
      files(location).forEach(file -> hash.add(read(file)));
    }
    return hash.hex();
  }

  private static Iterable<Path> locations() {
    TreeSet<Path> locations = new TreeSet<>();
    for (String name : ROOMS) {
      try {
        CodeSource source =
            Class.forName(name, false, CodeFingerprint.class.getClassLoader())
                .getProtectionDomain()
                .getCodeSource();
        if (source != null) {
          locations.add(Path.of(URI.create(source.getLocation().toString())));
        }
      } catch (ClassNotFoundException e) {
        throw new AssertionError("A class of Assay is not on the class path.", e);
      }
    }
    return locations;
  }

  private static List<Path> files(Path location) {
    if (Files.isRegularFile(location)) {
      return List.of(location);
    }
    try (Stream<Path> walk = Files.walk(location)) {
      return new ArrayList<>(walk.filter(Files::isRegularFile).sorted().toList());
    } catch (IOException e) {
      throw new UncheckedIOException("Reading the code in " + location, e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Reading the code in " + file, e);
    }
  }
}
