package dev.assay.pipeline.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The versions of the libraries whose results a run rests on, as the build pinned them. */
final class LibraryVersions {

  private static final String RESOURCE = "library-versions.properties";

  private LibraryVersions() {}

  /** Versions by name, in alphabetical order. */
  static Map<String, String> all() {
    Properties properties = new Properties();
    try (InputStream in = LibraryVersions.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("The build left out " + RESOURCE + ".");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("Reading " + RESOURCE, e);
    }
    Map<String, String> versions = new TreeMap<>();
    properties.stringPropertyNames().forEach(n -> versions.put(n, properties.getProperty(n)));
    return versions;
  }
}
