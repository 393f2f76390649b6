package dev.assay.text.internal;

import java.nio.file.Path;

/** Where native libraries are unpacked to, once for all runs of a user. */
public final class NativeCache {

  private NativeCache() {}

  /**
   * The folder: {@code natives} under the environment's {@code ASSAY_CACHE}, else under {@code
   * assay} in {@code XDG_CACHE_HOME}, else in {@code .cache} of the user's home.
   */
  public static Path folder() {
    String own = System.getenv("ASSAY_CACHE");
    if (own != null && !own.isBlank()) {
      return Path.of(own, "natives").toAbsolutePath();
    }
    String base = System.getenv("XDG_CACHE_HOME");
    Path caches =
        base != null && !base.isBlank()
            ? Path.of(base)
            : Path.of(System.getProperty("user.home"), ".cache");
    return caches.resolve("assay").resolve("natives").toAbsolutePath();
  }
}
