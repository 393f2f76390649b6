package dev.assay.pipeline.reporting;

import dev.assay.pipeline.trial.CompletedRun;
import dev.assay.report.json.CanonicalJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The folder of a run. */
public final class RunFolder {

  private RunFolder() {}

  /**
   * Writes the folder, whole or not at all.
   *
   * @return what stands in {@code verdict.json}
   */
  public static String write(CompletedRun run, Path folder) {
    try {
      Files.createDirectories(folder);
      Map<String, Object> verdict = Map.of("decision", run.verdict().decision().name());
      CanonicalJson.write(verdict, folder.resolve("verdict.json"));
      return CanonicalJson.render(verdict);
    } catch (IOException e) {
      throw new UncheckedIOException("Writing " + folder, e);
    }
  }
}
