package dev.assay.core.noise;

import dev.assay.core.metric.MetricValue;
import dev.assay.core.statistics.StudentT;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A metric of one configuration on one set, trained with several seeds on the same data.
 *
 * <p>It speaks of seeds only: the rows are the same for every seed, so that what other rows would
 * have given is not in it. That is the business of the interval of a difference; a gain should be
 * beyond both (Bouthillier et al.: Accounting for variance in machine learning benchmarks, MLSys
 * 2021, on the two being different sources of variance).
 *
 * @param holdout the name of the set
 * @param metric the name of the metric
 * @param figures one of each seed, at least {@link #LEAST_SEEDS}, no seed twice
 * @param sameScores whether every seed gave the same scores, bit for bit, so that training does not
 *     depend on the seed at all
 */
public record NoiseFloor(
    String holdout, String metric, List<SeedFigure> figures, boolean sameScores) {

  /** Fewer have no spread. */
  public static final int LEAST_SEEDS = 2;

  /** How surely a gain beyond the smallest one is not due to the seeds. */
  public static final double CONFIDENCE = 0.95;

  /** Copies the list and refuses too few figures, or two of one seed. */
  public NoiseFloor {
    figures = List.copyOf(figures);
    if (holdout.isBlank() || metric.isBlank()) {
      throw new IllegalArgumentException(
          "A noise floor names metric and set, not '" + metric + "', '" + holdout + "'.");
    }
    if (figures.size() < LEAST_SEEDS) {
      throw new IllegalArgumentException(figures.size() + " seeds have no spread.");
    }
    if (figures.stream().map(SeedFigure::seed).distinct().count() < figures.size()) {
      throw new IllegalArgumentException("A seed stands twice in " + figures + ".");
    }
  }

  /** The seeds, in the order in which they were trained. */
  public List<Long> seeds() {
    return figures.stream().map(SeedFigure::seed).toList();
  }

  /** The mean over the seeds; undefined where the metric is for one of them. */
  public MetricValue mean() {
    Optional<String> missing = missing();
    if (missing.isPresent()) {
      return MetricValue.undefined(missing.get());
    }
    double first = values().getFirst();
    return MetricValue.of(first + meanBeyond(first));
  }

  /**
   * The standard deviation over the seeds, {@code k - 1} in the denominator; undefined where the
   * metric is for one of them. Exactly 0 where all figures are equal.
   */
  public MetricValue standardDeviation() {
    return missing()
        .map(MetricValue::undefined)
        .orElseGet(() -> MetricValue.of(deviation(values())));
  }

  /**
   * The smallest gain that is not noise: {@code t * s * sqrt(2)}, where {@code s} is the standard
   * deviation over the {@code k} seeds and {@code t} the 95% quantile of Student's t with {@code k
   * - 1} degrees of freedom.
   *
   * <p>What a verdict sees is the difference of two single trainings, one of each side. Were both
   * of this very configuration, each would be a draw from {@code N(m, s0^2)} and their difference
   * one from {@code N(0, 2 s0^2)}, whatever {@code m}; divided by {@code s * sqrt(2)}, with {@code
   * s} from {@code k} other trainings, it has Student's t distribution with {@code k - 1} degrees
   * of freedom. So this is a one-sided 95% prediction bound for the difference of two future
   * single-seed trainings (the argument of Hahn, Meeker: Statistical intervals, 1991, section 4.7
   * on prediction intervals, for a difference in place of a mean): by seeds alone such a gain is
   * reached in one of 20 pairs, and such a loss in another. It is not a bound for the mean over
   * seeds, which would be far smaller. It supposes figures that are about normal over seeds, and
   * that both sides spread alike; where a side is itself among the {@code k} trainings it holds
   * about.
   *
   * @return empty where the metric is undefined for a seed
   */
  public Optional<SeedNoise> noise() {
    if (missing().isPresent()) {
      return Optional.empty();
    }
    double t = StudentT.quantile(CONFIDENCE, figures.size() - 1);
    return Optional.of(new SeedNoise(t * deviation(values()) * Math.sqrt(2), figures.size()));
  }

  /** Why there is no spread; empty where the metric is defined for every seed. */
  public Optional<String> missing() {
    List<String> reasons = new ArrayList<>();
    for (SeedFigure figure : figures) {
      if (figure.value() instanceof MetricValue.Undefined(String reason)) {
        reasons.add("undefined for seed " + figure.seed() + ": " + reason);
      }
    }
    return reasons.stream().findFirst();
  }

  private List<Double> values() {
    return figures.stream().map(figure -> figure.value().orThrow()).toList();
  }

  private double deviation(List<Double> values) {
    double first = values.getFirst();
    double mean = meanBeyond(first);
    double squares = 0;
    for (double value : values) {
      double beyond = value - first - mean;
      squares += beyond * beyond;
    }
    return Math.sqrt(squares / (values.size() - 1));
  }

  /** The mean less a value: taken from differences, it is exactly 0 where all values are equal. */
  private double meanBeyond(double value) {
    return values().stream().mapToDouble(each -> each - value).average().orElseThrow();
  }
}
