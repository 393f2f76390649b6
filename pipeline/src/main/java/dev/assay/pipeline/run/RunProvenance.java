package dev.assay.pipeline.run;

import dev.assay.core.bundle.Provenance;
import dev.assay.core.fingerprint.Sha256;
import dev.assay.core.model.Settings;
import dev.assay.pipeline.experiment.Experiment;
import dev.assay.pipeline.trial.LoadedExamples;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where the bundles of a run come from. */
final class RunProvenance {

  private RunProvenance() {}

  static Provenance of(Experiment experiment, LoadedExamples loaded) {
    Map<String, String> versions = new TreeMap<>();
    versions.put("java", Runtime.version().toString());
    versions.putAll(LibraryVersions.all());
    int used = threads(experiment.training().settings());
    return Provenance.builder()
        .experiment(experiment.name(), experiment.fileHash())
        .dataFingerprint(loaded.fingerprint())
        .codeFingerprint(CodeFingerprint.ofRunningCode())
        .versions(versions)
        .machine(machine(), used)
        .seeds(experiment.training().seeds())
        .asOf(loaded.asOf().orElse(null))
        .build();
  }

  /** What trained weights depend on besides data and settings, as a hash. */
  static String environment(Provenance provenance) {
    Sha256 hash = new Sha256().add(provenance.codeFingerprint());
    provenance.versions().forEach((name, version) -> hash.add(name).add(version));
    return hash.hex();
  }

  /** The most threads that a training uses, inner ones too; all where it does not say. */
  private static int threads(Settings settings) {
    List<Long> asked = new ArrayList<>();
    addThreads(settings.asMap(), asked);
    boolean all = asked.isEmpty() || asked.contains(0L);
    return all
        ? Runtime.getRuntime().availableProcessors()
        : Math.toIntExact(Collections.max(asked));
  }

  private static void addThreads(Map<?, ?> settings, List<Long> asked) {
    if (settings.get("threads") instanceof Long count) {
      asked.add(count);
    }
    for (Object value : settings.values()) {
      if (value instanceof Map<?, ?> inner) {
        addThreads(inner, asked);
      }
    }
  }

  private static String machine() {
    return "%s %s, %s, %d processors"
        .formatted(
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("os.arch"),
            Runtime.getRuntime().availableProcessors());
  }
}
