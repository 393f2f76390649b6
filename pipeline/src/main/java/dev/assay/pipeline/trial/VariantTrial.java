package dev.assay.pipeline.trial;

import dev.assay.core.comparison.Compared;
import dev.assay.core.comparison.Comparison;
import dev.assay.core.evaluation.Subject;
import dev.assay.core.metric.Metric;
import dev.assay.core.metric.MetricValue;
import dev.assay.core.statistics.PairedEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a precision does beside the weights as they were trained, each at its own thresholds.
 *
 * @param precision its name
 * @param served whether it is the one that is judged and served
 * @param bytes the size of its files
 * @param weightsHash the hash of its weights
 * @param headline the metric that is shown first
 * @param comparisons both on each set, the weights as they were trained in the champion's place;
 *     empty for these themselves
 * @param constantLabels labels for which it scores all rows nearly alike
 * @param dropAtMost how much F1 of a label may fall
 */
public record VariantTrial(
    String precision,
    boolean served,
    long bytes,
    String weightsHash,
    Metric headline,
    List<Comparison> comparisons,
    List<String> constantLabels,
    double dropAtMost) {

  /** Copies the lists. */
  public VariantTrial {
    comparisons = List.copyOf(comparisons);
    constantLabels = List.copyOf(constantLabels);
  }

  /** Both sides' headline figure on a set. */
  public Optional<PairedEstimate> on(Comparison comparison) {
    return comparison.figures().stream()
        .filter(one -> one.question().subject() instanceof Subject.Whole)
        .filter(one -> one.question().metric().equals(headline))
        .map(Compared::estimate)
        .findFirst();
  }

  /** The most that F1 of a label falls on a set; empty where it falls for none. */
  public Optional<Drop> worstDrop(Comparison comparison) {
    Optional<Drop> worst = Optional.empty();
    for (Compared compared : comparison.figures()) {
      if (compared.question().subject() instanceof Subject.Label(String label)
          && compared.estimate().difference().value() instanceof MetricValue.Defined change
          && change.value() < 0
          && worst.map(Drop::size).orElse(0.0) < -change.value()) {
        worst = Optional.of(new Drop(label, -change.value()));
      }
    }
    return worst;
  }

  /** Why it must not be served; empty where it may. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    for (Comparison comparison : comparisons) {
      worstDrop(comparison)
          .filter(drop -> drop.size() > dropAtMost)
          .ifPresent(
              drop ->
                  faults.add(
                      "%s lowers f1 of %s on %s by %.4f; at most %s is allowed"
                          .formatted(
                              precision,
                              drop.label(),
                              comparison.holdout(),
                              drop.size(),
                              dropAtMost)));
    }
    if (!constantLabels.isEmpty()) {
      faults.add(
          "%s gives nearly the same score to every row for %s"
              .formatted(precision, String.join(", ", constantLabels)));
    }
    return faults;
  }

  /**
   * A fall of F1.
   *
   * @param label of which label
   * @param size by how much, positive
   */
  public record Drop(String label, double size) {}
}
