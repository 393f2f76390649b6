package dev.assay.pipeline.trial;

import dev.assay.core.example.Dataset;
import dev.assay.core.suite.Suite;

/**
 * A suite of a run.
 *
 * @param suite its vectors
 * @param examples their inputs as rows with the features of the data, vector by vector; no label of
 *     them is known
 */
public record LoadedSuite(Suite suite, Dataset examples) {

  /** What reports and leaks call it: {@code suite known-cases}. */
  public String title() {
    return "suite " + suite.name();
  }
}
