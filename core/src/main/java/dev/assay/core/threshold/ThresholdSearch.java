package dev.assay.core.threshold;

import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.TaskKind;
import dev.assay.core.metric.RankedScores;
import dev.assay.core.prediction.Folds;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.statistics.Clusters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the cut of every label of a binary or multilabel schema on validation predictions,
 * exactly: a sweep over all distinct scores in {@code O(n log n)} a label. Of equal optima it takes
 * the middle of the plateau.
 *
 * <p>The best cut on the rows of validation is partly chance, the more so the fewer positives. In a
 * schema of several labels it is drawn towards the cut that would be best if the label's scores,
 * brought into line by a bent sigmoid, were right: on the scale of log odds {@code w own + (1 - w)
 * plug-in} with {@code w = p / (p + k0)} for {@code p} positives, the weight that empirical Bayes
 * gives to an estimate whose variance falls with {@code p} (Efron and Morris, JASA 1975), {@code
 * k0} being the number of positives at which both weigh the same. A cut is not shrunk where that
 * would break the floor of its objective, nor where there is one label only.
 */
public final class ThresholdSearch {

  /** The number of positives at which a label's own cut weighs as much as the plug-in one. */
  public static final double DEFAULT_SHRINKAGE = 100;

  /** How many bootstrap replicates the spread of a cut is taken from. */
  public static final int DEFAULT_REPLICATES = 200;

  private final Objective objective;
  private final Bounds defaultBounds;
  private final Map<String, Bounds> bounds;
  private final double shrinkage;
  private final int replicates;
  private final long seed;

  private ThresholdSearch(Builder builder) {
    objective = builder.objective;
    defaultBounds = builder.defaultBounds;
    bounds = Map.copyOf(builder.bounds);
    shrinkage = builder.shrinkage;
    replicates = builder.replicates;
    seed = builder.seed;
  }

  /** Starts a search for cuts that serve an objective. */
  public static Builder maximise(Objective objective) {
    return new Builder(objective);
  }

  /**
   * The exact optimum of each label, and nothing else: no shrinkage, spread or cross-fitting.
   *
   * @return one cut for each label in column order; empty where no cut within the bounds serves
   */
  public List<OptionalDouble> exact(Predictions validation) {
    checkSchema(validation.schema());
    int[] ones = ones(validation.size());
    return IntStream.range(0, validation.schema().size())
        .parallel()
        .mapToObj(
            label -> {
              RankedScores ranked = RankedScores.of(validation.truth(), validation.scores(), label);
              return bestCut(ranked, boundsOf(validation.schema().names().get(label)), ones);
            })
        .toList();
  }

  private OptionalDouble bestCut(RankedScores ranked, Bounds within, int[] rowWeights) {
    return ranked.positives() == 0
        ? OptionalDouble.empty()
        : Sweep.best(ranked, objective::merit, within, rowWeights)
            .map(plateau -> OptionalDouble.of(plateau.cut()))
            .orElseGet(OptionalDouble::empty);
  }

  /**
   * Chooses the cuts.
   *
   * @param validation predictions on validation rows, {@code n} rows
   * @param folds folds of these rows for the cross-fitted figures; with a single one there are none
   * @param clusters which of these rows depend on each other, for the bootstrap
   * @throws IllegalArgumentException for a multiclass schema, bounds for a label that is not there,
   *     or folds or clusters of another number of rows
   */
  public ThresholdSelection choose(Predictions validation, Folds folds, Clusters clusters) {
    LabelSchema schema = validation.schema();
    checkSchema(schema);
    if (folds.rows() != validation.size() || clusters.rows() != validation.size()) {
      throw new IllegalArgumentException(
          "%d predictions, %d rows in folds and %d in clusters do not fit."
              .formatted(validation.size(), folds.rows(), clusters.rows()));
    }
    return new ThresholdFit(this, validation).choose(folds, clusters);
  }

  private void checkSchema(LabelSchema schema) {
    if (schema.kind() == TaskKind.MULTICLASS) {
      throw new IllegalArgumentException(
          "A multiclass schema is decided by the highest score, not by thresholds.");
    }
    bounds.keySet().forEach(schema::indexOf);
  }

  static int[] ones(int n) {
    int[] ones = new int[n];
    Arrays.fill(ones, 1);
    return ones;
  }

  Objective objective() {
    return objective;
  }

  Bounds boundsOf(String label) {
    @Nullable Bounds own = bounds.get(label);
    return own == null ? defaultBounds : own;
  }

  int replicates() {
    return replicates;
  }

  long seed() {
    return seed;
  }

  /** The weight of a label's own cut against the plug-in one. */
  double ownWeight(long positives) {
    return shrinkage == 0 ? 1 : positives / (positives + shrinkage);
  }

  /** Builds a {@link ThresholdSearch}. */
  public static final class Builder {

    private final Objective objective;
    private Bounds defaultBounds = Bounds.ANY;
    private final Map<String, Bounds> bounds = new LinkedHashMap<>();
    private double shrinkage = DEFAULT_SHRINKAGE;
    private int replicates = DEFAULT_REPLICATES;
    private long seed;

    private Builder(Objective objective) {
      this.objective = objective;
    }

    /**
     * Sets where the cuts of all labels without bounds of their own may lie; anywhere by default.
     */
    public Builder bounds(Bounds within) {
      defaultBounds = within;
      return this;
    }

    /** Sets where the cut of a label may lie. */
    public Builder bounds(String label, Bounds within) {
      bounds.put(label, within);
      return this;
    }

    /**
     * Sets the number of positives at which a label's own cut weighs as much as the plug-in one, by
     * default {@link #DEFAULT_SHRINKAGE}; with 0 nothing is shrunk.
     */
    public Builder shrinkage(double positives) {
      if (!(positives >= 0 && Double.isFinite(positives))) {
        throw new IllegalArgumentException("Shrinkage is not negative, but " + positives + ".");
      }
      shrinkage = positives;
      return this;
    }

    /**
     * Sets how many bootstrap replicates the spread is taken from, by default {@link
     * #DEFAULT_REPLICATES}; with 0 there is no spread.
     */
    public Builder replicates(int count) {
      if (count < 0) {
        throw new IllegalArgumentException("Replicates are not negative, but " + count + ".");
      }
      replicates = count;
      return this;
    }

    /** Sets the seed of the bootstrap; the same seed gives the same spread on every machine. */
    public Builder seed(long value) {
      seed = value;
      return this;
    }

    /** The search. */
    public ThresholdSearch build() {
      return new ThresholdSearch(this);
    }
  }
}
