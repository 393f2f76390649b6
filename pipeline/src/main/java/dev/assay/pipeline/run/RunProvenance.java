package dev.assay.pipeline.run;

import dev.assay.core.bundle.Provenance;
import dev.assay.pipeline.experiment.Experiment;
import dev.assay.pipeline.trial.LoadedExamples;
import java.util.Map;
import java.util.TreeMap;

/** Where the bundles of a run come from. */
final class RunProvenance {

  private RunProvenance() {}

  static Provenance of(Experiment experiment, LoadedExamples loaded) {
    Map<String, String> versions = new TreeMap<>();
    versions.put("java", Runtime.version().toString());
    versions.putAll(LibraryVersions.all());
    Object threads = experiment.training().settings().asMap().getOrDefault("threads", 0L);
    int asked = threads instanceof Long count ? Math.toIntExact(count) : 0;
    int used = asked > 0 ? asked : Runtime.getRuntime().availableProcessors();
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

  private static String machine() {
    return "%s %s, %s, %d processors"
        .formatted(
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("os.arch"),
            Runtime.getRuntime().availableProcessors());
  }
}
