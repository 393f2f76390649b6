package dev.assay.pipeline.run;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Measures how long each stage of a run takes. Not thread-safe. */
final class StageClock {

  private final Map<String, Duration> durations = new LinkedHashMap<>();

  /** Does the work and adds its time to the stage. */
  <T> T time(String stage, Supplier<T> work) {
    long start = System.nanoTime();
    try {
      return work.get();
    } finally {
      durations.merge(stage, Duration.ofNanos(System.nanoTime() - start), Duration::plus);
    }
  }

  /** The time of each stage in the order in which they began. */
  Map<String, Duration> durations() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(durations));
  }
}
