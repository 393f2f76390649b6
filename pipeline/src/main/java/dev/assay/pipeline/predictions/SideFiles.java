package dev.assay.pipeline.predictions;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * The predictions of one side.
 *
 * @param files a predictions file by holdout
 * @param suites a file with its scores of all inputs by suite
 * @param cuts how its scores become decisions, the same on every holdout and suite
 */
public record SideFiles(
    SequencedMap<String, Path> files, SequencedMap<String, Path> suites, Cuts cuts) {

  /** Copies the maps, keeping the order. */
  public SideFiles {
    files = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(files));
    suites = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(suites));
  }
}
