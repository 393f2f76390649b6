package dev.assay.core.bundle;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a bundle comes from. Holds nothing that differs between two runs of the same experiment,
 * data and seed on one machine, so that their bundles have one hash.
 *
 * @param experiment the name of the experiment
 * @param experimentHash SHA-256 of the experiment file
 * @param dataFingerprint fingerprint of the dataset
 * @param codeFingerprint what code trained it, such as a commit
 * @param versions versions of Assay, Java and the libraries that took part, by name
 * @param machine operating system, architecture and processor in words
 * @param threads how many threads trained
 * @param seeds the seeds of the run, the one of this bundle among them
 * @param asOf the day that the run took for today; null for data without time
 */
public record Provenance(
    String experiment,
    String experimentHash,
    String dataFingerprint,
    String codeFingerprint,
    Map<String, String> versions,
    String machine,
    int threads,
    List<Long> seeds,
    @Nullable LocalDate asOf) {

  /** Checks the values, and copies lists and maps; versions are ordered by name. */
  public Provenance {
    requireText("experiment", experiment);
    requireText("experimentHash", experimentHash);
    requireText("dataFingerprint", dataFingerprint);
    requireText("codeFingerprint", codeFingerprint);
    requireText("machine", machine);
    if (threads < 1) {
      throw new IllegalArgumentException("A model is trained by 1 thread or more, not " + threads);
    }
    versions = Collections.unmodifiableMap(new TreeMap<>(versions));
    seeds = List.copyOf(seeds);
  }

  private static void requireText(String name, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException("The provenance lacks its " + name + ".");
    }
  }

  /**
   * Starts a provenance; every value must be given but versions, threads (1), seeds (none) and day.
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects the values of a {@link Provenance}. */
  public static final class Builder {

    private @Nullable String experiment;
    private @Nullable String experimentHash;
    private @Nullable String dataFingerprint;
    private @Nullable String codeFingerprint;
    private Map<String, String> versions = Map.of();
    private @Nullable String machine;
    private int threads = 1;
    private List<Long> seeds = List.of();
    private @Nullable LocalDate asOf;

    private Builder() {}

    /** Sets the name of the experiment and the SHA-256 of its file. */
    public Builder experiment(String name, String hash) {
      this.experiment = name;
      this.experimentHash = hash;
      return this;
    }

    /** Sets the fingerprint of the dataset. */
    public Builder dataFingerprint(String fingerprint) {
      this.dataFingerprint = fingerprint;
      return this;
    }

    /** Sets what code trained. */
    public Builder codeFingerprint(String fingerprint) {
      this.codeFingerprint = fingerprint;
      return this;
    }

    /** Sets the versions of what took part, by name. */
    public Builder versions(Map<String, String> byName) {
      this.versions = byName;
      return this;
    }

    /** Sets the machine in words, and how many threads trained on it. */
    public Builder machine(String words, int threadCount) {
      this.machine = words;
      this.threads = threadCount;
      return this;
    }

    /** Sets the seeds of the run. */
    public Builder seeds(List<Long> all) {
      this.seeds = all;
      return this;
    }

    /** Sets the day that the run took for today, null for data without time. */
    public Builder asOf(@Nullable LocalDate day) {
      this.asOf = day;
      return this;
    }

    /**
     * The provenance.
     *
     * @throws NullPointerException naming a value that was not given
     */
    public Provenance build() {
      return new Provenance(
          Objects.requireNonNull(experiment, "experiment"),
          Objects.requireNonNull(experimentHash, "experimentHash"),
          Objects.requireNonNull(dataFingerprint, "dataFingerprint"),
          Objects.requireNonNull(codeFingerprint, "codeFingerprint"),
          versions,
          Objects.requireNonNull(machine, "machine"),
          threads,
          seeds,
          asOf);
    }
  }
}
