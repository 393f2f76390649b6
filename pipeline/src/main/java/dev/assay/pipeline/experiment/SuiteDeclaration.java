package dev.assay.pipeline.experiment;

import dev.assay.data.suite.VectorColumns;
import java.util.Optional;

/**
 * A suite as an experiment declares it, before any vector is read.
 *
 * @param name the name that gates call it by
 * @param file as the experiment file writes it
 * @param columns what the columns of a table say; empty for a file of vectors
 */
public record SuiteDeclaration(String name, String file, Optional<VectorColumns> columns) {

  /** A file of vectors, called by the name of the file. */
  public static SuiteDeclaration ofFile(String file) {
    return new SuiteDeclaration(nameOf(file), file, Optional.empty());
  }

  /** The name of a file without its folders and endings. */
  static String nameOf(String file) {
    String last = file.substring(file.replace('\\', '/').lastIndexOf('/') + 1);
    int dot = last.indexOf('.');
    return dot > 0 ? last.substring(0, dot) : last;
  }

  /** What it is, in words that change when the declaration does. */
  public String words() {
    return columns.map(mapped -> file + ", " + mapped).orElse(file);
  }
}
