package dev.assay.pipeline.trial;

import dev.assay.core.comparison.Compared;
import dev.assay.core.comparison.Comparison;
import dev.assay.core.comparison.Question;
import dev.assay.core.evaluation.Subject;
import dev.assay.core.metric.Metric;
import dev.assay.core.statistics.IntervalValue;
import dev.assay.core.statistics.PairedEstimate;
import dev.assay.pipeline.verdict.FigureCells;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the candidate does beside a baseline that Assay trained on the same parts, with cuts chosen
 * in the same way. It gates nothing; a candidate that is no better says so.
 *
 * @param trainer the baseline's trainer
 * @param settings its settings, every default included
 * @param weightsHash the hash of its weights
 * @param headline the metric that tells whether it is beaten
 * @param comparisons the two on each set, the baseline in the champion's place
 */
public record BaselineTrial(
    String trainer,
    Map<String, Object> settings,
    String weightsHash,
    Metric headline,
    List<Comparison> comparisons) {

  /** Copies the list. */
  public BaselineTrial {
    comparisons = List.copyOf(comparisons);
  }

  /** Both sides' headline figure on a set. */
  public Optional<PairedEstimate> on(Comparison comparison) {
    return comparison.figure(new Question(headline, new Subject.Whole())).map(Compared::estimate);
  }

  /** Whether the candidate is better on a set, beyond the interval of the difference. */
  public boolean isBeatenOn(Comparison comparison) {
    return on(comparison)
        .filter(
            estimate ->
                estimate.difference().interval() instanceof IntervalValue.Defined(var interval)
                    && interval.low() > 0)
        .isPresent();
  }

  /** What a reader must know of each set on which the candidate is no better, in sentences. */
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    for (Comparison comparison : comparisons) {
      if (!isBeatenOn(comparison)) {
        warnings.add(
            "the candidate does not beat the baseline '%s' on %s%s"
                .formatted(
                    trainer, comparison.holdout(), on(comparison).map(this::words).orElse("")));
      }
    }
    return warnings;
  }

  private String words(PairedEstimate estimate) {
    String sides =
        ": its %s is %s against %s"
            .formatted(
                headline.name(),
                FigureCells.words(estimate.candidate().value()),
                FigureCells.words(estimate.champion().value()));
    return estimate.difference().interval() instanceof IntervalValue.Defined interval
        ? "%s, a difference of %s %s"
            .formatted(
                sides,
                FigureCells.signedWords(estimate.difference().value()),
                FigureCells.differenceInterval(interval).shown())
        : sides;
  }
}
