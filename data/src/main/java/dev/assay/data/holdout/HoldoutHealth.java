package dev.assay.data.holdout;

import dev.assay.core.example.Dataset;
import dev.assay.core.example.TimeColumn;
import dev.assay.data.prior.MonthlyRate;
import dev.assay.data.prior.Rate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;

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

  /** How many days of the data count as recent: a season, and enough rows for a monthly rate. */
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
   * @param all all data up to the as-of day, whose last {@link #RECENT_DAYS} days are today; all of
   *     it where no time is declared
   * @param asOf the last day that the run knows of
   * @param earlierCandidates how many other candidates were judged on it before
   */
  public static HoldoutHealth of(
      Holdout holdout, Dataset training, Dataset all, LocalDate asOf, int earlierCandidates) {
    Dataset recent = recent(all, asOf);
    OptionalLong age = age(holdout.examples(), asOf);
    List<LabelHealth> labels = labels(holdout.examples(), training, recent);
    List<FeatureDrift> drift = FeatureDrift.between(holdout.examples(), recent);
    List<String> warnings =
        HealthWarnings.of(holdout, age, labels, drift, recent.size(), earlierCandidates);
    return new HoldoutHealth(holdout.name(), age, labels, drift, earlierCandidates, warnings);
  }

  /** The median index of all features: whether the inputs as a whole moved; empty for none. */
  public OptionalDouble medianDrift() {
    if (drift.isEmpty()) {
      return OptionalDouble.empty();
    }
    int middle = drift.size() / 2;
    double upper = drift.get(middle).psi();
    return OptionalDouble.of(
        drift.size() % 2 == 1 ? upper : (upper + drift.get(middle - 1).psi()) / 2);
  }

  private static Dataset recent(Dataset all, LocalDate asOf) {
    if (all.attributes().time().isEmpty()) {
      return all;
    }
    TimeColumn time = all.attributes().time().get();
    long first = asOf.toEpochDay() - RECENT_DAYS + 1;
    return all.select(
        IntStream.range(0, all.size()).filter(row -> time.epochDay(row) >= first).toArray());
  }

  private static OptionalLong age(Dataset examples, LocalDate asOf) {
    if (examples.attributes().time().isEmpty()) {
      return OptionalLong.empty();
    }
    TimeColumn time = examples.attributes().time().get();
    OptionalLong last = IntStream.range(0, time.size()).mapToLong(time::epochDay).max();
    return last.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(asOf.toEpochDay() - last.getAsLong());
  }

  private static List<LabelHealth> labels(Dataset examples, Dataset training, Dataset recent) {
    List<LabelHealth> labels = new ArrayList<>();
    for (int label = 0; label < examples.schema().size(); label++) {
      labels.add(
          new LabelHealth(
              examples.schema().names().get(label),
              Rate.of(examples, label),
              Rate.of(recent, label),
              MonthlyRate.of(examples, label),
              MonthlyRate.of(training, label)));
    }
    return labels;
  }
}
