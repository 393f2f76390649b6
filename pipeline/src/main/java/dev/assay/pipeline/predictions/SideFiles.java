package dev.assay.pipeline.predictions;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * The predictions of one side.
 *
 * @param files a predictions file by holdout
 * @param cuts how its scores become decisions, the same on every holdout
 */
public record SideFiles(SequencedMap<String, Path> files, Cuts cuts) {

  /** Copies the map, keeping the order. */
  public SideFiles {
    files = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(files));
  }
}
