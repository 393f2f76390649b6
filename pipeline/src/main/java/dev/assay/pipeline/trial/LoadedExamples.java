package dev.assay.pipeline.trial;

import dev.assay.core.example.Dataset;
import dev.assay.data.holdout.HoldoutDefinition;
import dev.assay.data.parts.GivenParts;
import dev.assay.data.source.SourceFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The data of a run, up to its as-of day.
 *
 * @param dataset all examples
 * @param fingerprint the dataset's content hash
 * @param givenParts the split that comes with the data, where there is one
 * @param facts what reading showed
 * @param asOf the last day that the run knows of; empty for data without time
 * @param holdouts the holdouts with the rows of the frozen ones
 * @param suites the suites with their inputs
 */
public record LoadedExamples(
    Dataset dataset,
    String fingerprint,
    Optional<GivenParts> givenParts,
    SourceFacts facts,
    Optional<LocalDate> asOf,
    List<HoldoutDefinition> holdouts,
    List<LoadedSuite> suites) {

  /** Copies the lists. */
  public LoadedExamples {
    holdouts = List.copyOf(holdouts);
    suites = List.copyOf(suites);
  }

  /** What to know of an as-of day that no row reaches; empty for a day within the data. */
  public Optional<String> lateness() {
    return dataset
        .attributes()
        .time()
        .filter(time -> facts.afterAsOf() == 0 && day().isAfter(time.lastDay()))
        .map(
            time ->
                "the as-of day, %s, is after the last day of the data: their days are %s to %s"
                    .formatted(day(), time.firstDay(), time.lastDay()));
  }

  /** The as-of day, or the epoch for data without time, where no day is ever looked at. */
  public LocalDate day() {
    return asOf.orElse(LocalDate.EPOCH);
  }
}
