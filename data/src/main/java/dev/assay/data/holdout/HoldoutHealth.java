package dev.assay.data.holdout;

import dev.assay.core.example.Dataset;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;

/**
 * Whether a holdout can still be trusted to stand for today.
 *
 * @param name the holdout
 * @param ageDays days from its last day to the as-of day; empty where no time is declared
 * @param labels the prior of each label, in schema order
 * @param drift how far each feature moved, greatest first
 * @param earlierCandidates how many other candidates were judged on it before
 * @param warnings what is wrong, in words; empty where nothing is
 */
public record HoldoutHealth(
    String name,
    OptionalLong ageDays,
    List<LabelHealth> labels,
    List<FeatureDrift> drift,
    int earlierCandidates,
    List<String> warnings) {

  /** How many days of the data count as recent. */
  public static final int RECENT_DAYS = 90;

  /** Copies the lists. */
  public HoldoutHealth {
    labels = List.copyOf(labels);
    drift = List.copyOf(drift);
    warnings = List.copyOf(warnings);
  }

  /**
   * Examines a holdout.
   *
   * @param holdout the holdout
   * @param training what is trained on
   * @param all all data up to the as-of day, whose last days are today
   * @param asOf the last day that the run knows of
   * @param earlierCandidates how many other candidates were judged on it before
   */
  public static HoldoutHealth of(
      Holdout holdout, Dataset training, Dataset all, LocalDate asOf, int earlierCandidates) {
    throw new UnsupportedOperationException("Not there yet.");
  }
}
