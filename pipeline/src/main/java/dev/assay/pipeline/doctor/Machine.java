package dev.assay.pipeline.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The JVM and the machine below it. */
final class Machine {

  private static final int LEAST_JAVA = 21;
  private static final long MEBIBYTE = 1024 * 1024;
  private static final long LEAST_HEAP = 512 * MEBIBYTE;
  private static final long LEAST_DISK = 1024 * MEBIBYTE;

  private Machine() {}

  static Finding java() {
    Runtime.Version version = Runtime.version();
    String words = "Java %s of %s".formatted(version, System.getProperty("java.vendor"));
    return version.feature() >= LEAST_JAVA
        ? Finding.fine("java", words)
        : Finding.broken("java", words, "Install a JDK of " + LEAST_JAVA + " or later.");
  }

  static Finding memory() {
    return memory(Runtime.getRuntime().maxMemory());
  }

  static Finding memory(long most) {
    String words =
        "%,d MiB for the JVM, %d processors"
            .formatted(most / MEBIBYTE, Runtime.getRuntime().availableProcessors());
    return most >= LEAST_HEAP
        ? Finding.fine("memory", words)
        : Finding.doubtful("memory", words, "Give it more: ASSAY_JAVA_OPTS=-Xmx4g.");
  }

  /** The disk that the home lies on, or will. */
  static Finding disk(Path home) {
    try {
      long free = Files.getFileStore(nearest(home)).getUsableSpace();
      String words = "%,d MiB free".formatted(free / MEBIBYTE);
      return free >= LEAST_DISK
          ? Finding.fine("disk", words)
          : Finding.doubtful("disk", words, "Make room, e.g. with 'assay gc --keep-days 90'.");
    } catch (IOException e) {
      return Finding.doubtful("disk", "cannot be looked at: " + e.getMessage(), "");
    }
  }

  /** The folder itself, or the nearest above it that is there. */
  static Path nearest(Path folder) {
    Path there = folder.toAbsolutePath();
    for (Path above = there.getParent(); Files.notExists(there) && above != null; ) {
      there = above;
      above = there.getParent();
    }
    return there;
  }
}
