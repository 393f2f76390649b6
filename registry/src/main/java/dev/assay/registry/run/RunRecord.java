package dev.assay.registry.run;

import dev.assay.core.gate.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a run.
 *
 * @param runId its id
 * @param experiment the name of its experiment
 * @param inputsKey a hash of all that determines its verdict: experiment, data, code, seeds, day
 *     and opponent
 * @param asOf the day that it took for today; null for data without time
 * @param opponent the hash of the champion that it judged against; null where there was none
 * @param candidate the hash of its candidate; null where none was made
 * @param outcome what its verdict came to
 * @param verdictObject the hash of its verdict.json in the object store
 * @param folder the folder that its reports lie in
 * @param startedAt when it began
 * @param finishedAt when it ended
 * @param experimentText the text of its experiment file, whose gates the next run compares its own
 *     with
 * @param guarded what else decides how strict its gates are, by name as JSON: holdouts, bounds
 * @param configuration its effective configuration, every default included, as JSON
 */
public record RunRecord(
    String runId,
    String experiment,
    String inputsKey,
    @Nullable LocalDate asOf,
    @Nullable String opponent,
    @Nullable String candidate,
    Decision outcome,
    String verdictObject,
    String folder,
    Instant startedAt,
    Instant finishedAt,
    String experimentText,
    String guarded,
    String configuration) {

  /** Checks names and times. */
  public RunRecord {
    if (runId.isBlank() || experiment.isBlank() || inputsKey.isBlank()) {
      throw new IllegalArgumentException(
          "A run has id, experiment and inputs key, not '%s', '%s', '%s'."
              .formatted(runId, experiment, inputsKey));
    }
    if (finishedAt.isBefore(startedAt)) {
      throw new IllegalArgumentException(
          "The run " + runId + " ended before it began: " + startedAt + ", " + finishedAt + ".");
    }
    if (outcome == Decision.PROMOTE && candidate == null) {
      throw new IllegalArgumentException("The run " + runId + " has no candidate to promote.");
    }
  }

  /** Starts a record; everything must be given but opponent and candidate. */
  public static Builder builder(String runId, String experiment) {
    return new Builder(runId, experiment);
  }

  /** Collects the values of a {@link RunRecord}. */
  public static final class Builder {

    private final String runId;
    private final String experiment;
    private @Nullable String inputsKey;
    private @Nullable LocalDate asOf;
    private @Nullable String opponent;
    private @Nullable String candidate;
    private @Nullable Decision outcome;
    private @Nullable String verdictObject;
    private @Nullable String folder;
    private @Nullable Instant startedAt;
    private @Nullable Instant finishedAt;
    private String experimentText = "";
    private String guarded = "{}";
    private String configuration = "{}";

    private Builder(String runId, String experiment) {
      this.runId = runId;
      this.experiment = experiment;
    }

    /**
     * Sets the hash of all that determines the verdict, and the day taken for today, null for data
     * without time.
     */
    public Builder inputs(String key, @Nullable LocalDate day) {
      this.inputsKey = key;
      this.asOf = day;
      return this;
    }

    /** Sets the two sides, each null where there was none. */
    public Builder sides(@Nullable String champion, @Nullable String onTrial) {
      this.opponent = champion;
      this.candidate = onTrial;
      return this;
    }

    /** Sets what the verdict came to, and the object that holds it. */
    public Builder verdict(Decision decision, String object) {
      this.outcome = decision;
      this.verdictObject = object;
      return this;
    }

    /** Sets the folder of the reports. */
    public Builder folder(String path) {
      this.folder = path;
      return this;
    }

    /** Sets beginning and end. */
    public Builder time(Instant from, Instant to) {
      this.startedAt = from;
      this.finishedAt = to;
      return this;
    }

    /** Sets the text of the experiment file. */
    public Builder experimentText(String text) {
      this.experimentText = text;
      return this;
    }

    /** Sets what else decides how strict the gates are, as JSON. */
    public Builder guarded(String json) {
      this.guarded = json;
      return this;
    }

    /** Sets the effective configuration as JSON. */
    public Builder configuration(String json) {
      this.configuration = json;
      return this;
    }

    /**
     * The record.
     *
     * @throws NullPointerException naming a value that was not given
     */
    public RunRecord build() {
      return new RunRecord(
          runId,
          experiment,
          Objects.requireNonNull(inputsKey, "inputsKey"),
          asOf,
          opponent,
          candidate,
          Objects.requireNonNull(outcome, "outcome"),
          Objects.requireNonNull(verdictObject, "verdictObject"),
          Objects.requireNonNull(folder, "folder"),
          Objects.requireNonNull(startedAt, "startedAt"),
          Objects.requireNonNull(finishedAt, "finishedAt"),
          experimentText,
          guarded,
          configuration);
    }
  }
}
