package dev.assay.core.threshold;

import dev.assay.core.calibration.Calibrator;
import dev.assay.core.fingerprint.StableHash;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.metric.Confusion;
import dev.assay.core.metric.MetricValue;
import dev.assay.core.metric.RankedScores;
import dev.assay.core.prediction.Folds;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.statistics.Clusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** One run of a {@link ThresholdSearch} over validation predictions, whose scores it sorts once. */
final class ThresholdFit {

  /** More replicates than this share without a cut, and there is no spread. */
  private static final double MOST_WITHOUT_CUT = 0.1;

  private final ThresholdSearch search;
  private final Objective objective;
  private final LabelSchema schema;
  private final int rows;
  private final List<RankedScores> ranked;

  ThresholdFit(ThresholdSearch search, Predictions validation) {
    this.search = search;
    this.objective = search.objective();
    this.schema = validation.schema();
    this.rows = validation.size();
    this.ranked =
        IntStream.range(0, schema.size())
            .parallel()
            .mapToObj(label -> RankedScores.of(validation.truth(), validation.scores(), label))
            .toList();
  }

  ThresholdSelection choose(Folds folds, Clusters clusters) {
    int[] all = ThresholdSearch.ones(rows);
    OptionalDouble[] plugIns = plugIns(row -> true);
    double[][] replicates = replicates(clusters, plugIns);
    List<MetricValue> crossFitted = crossFitted(folds);
    List<ThresholdChoice> choices =
        IntStream.range(0, schema.size())
            .parallel()
            .mapToObj(
                label ->
                    choice(label, all, plugIns[label], replicates[label], crossFitted.get(label)))
            .toList();
    return new ThresholdSelection(schema, objective, choices);
  }

  private ThresholdChoice choice(
      int label, int[] all, OptionalDouble plugIn, double[] replicates, MetricValue crossFitted) {
    String name = schema.names().get(label);
    Bounds bounds = search.boundsOf(name);
    RankedScores scores = ranked.get(label);
    int positives = scores.positives();
    if (positives == 0) {
      double cut = bounds.nearest(0.5);
      String reason = "no positive in " + scores.size() + " rows";
      return new ThresholdChoice.Infeasible(name, cut, 0, reason);
    }
    Optional<Plateau> best = Sweep.best(scores, objective::merit, bounds, all);
    if (best.isEmpty()) {
      double cut =
          Sweep.best(scores, objective::nearestMerit, bounds, all)
              .map(Plateau::cut)
              .orElse(bounds.nearest(0.5));
      String reason =
          "no cut within %s..%s keeps %s".formatted(bounds.low(), bounds.high(), objective);
      return new ThresholdChoice.Infeasible(name, cut, positives, reason);
    }
    double own = best.get().cut();
    double cut = shrunk(label, own, plugIn, all);
    return new ThresholdChoice.Chosen(
        name,
        cut,
        own,
        plugIn,
        plugIn.isPresent() ? search.ownWeight(positives) : 1,
        spread(replicates),
        objective.figure(confusion(scores, cut, all)),
        crossFitted,
        positives,
        isBeatenOutside(bounds, scores, best.get(), all));
  }

  private boolean isBeatenOutside(
      Bounds bounds, RankedScores scores, Plateau best, int[] rowWeights) {
    return !bounds.equals(Bounds.ANY)
        && Sweep.best(scores, objective::merit, Bounds.ANY, rowWeights)
            .filter(unbounded -> unbounded.merit() > best.merit())
            .isPresent();
  }

  /** What the cuts of all labels are drawn towards; empty for a single label. */
  private OptionalDouble[] plugIns(IntPredicate rowsSeen) {
    return IntStream.range(0, schema.size())
        .parallel()
        .mapToObj(
            label ->
                schema.size() == 1
                    ? OptionalDouble.empty()
                    : PlugInCut.of(ranked.get(label).where(rowsSeen), objective))
        .toArray(OptionalDouble[]::new);
  }

  /** The label's own best cut brought nearer to the plug-in one, on the scale of log odds. */
  private double shrunk(int label, double own, OptionalDouble plugIn, int[] rowWeights) {
    RankedScores scores = ranked.get(label);
    double weight = search.ownWeight(confusion(scores, 0, rowWeights).positives());
    if (plugIn.isEmpty() || weight == 1) {
      return own;
    }
    double between =
        weight * Calibrator.Sigmoid.logOdds(own)
            + (1 - weight) * Calibrator.Sigmoid.logOdds(plugIn.getAsDouble());
    double cut = search.boundsOf(schema.names().get(label)).nearest(1 / (1 + Math.exp(-between)));
    Confusion at = confusion(scores, cut, rowWeights);
    double merit =
        objective.merit(
            at.truePositives(), at.falsePositives(), at.falseNegatives(), at.trueNegatives());
    return Double.isNaN(merit) ? own : cut;
  }

  /** The best cut of a label, shrunk; empty where none serves. */
  private OptionalDouble cut(int label, OptionalDouble plugIn, int[] rowWeights) {
    Bounds bounds = search.boundsOf(schema.names().get(label));
    RankedScores scores = ranked.get(label);
    if (confusion(scores, 0, rowWeights).positives() == 0) {
      return OptionalDouble.empty();
    }
    return Sweep.best(scores, objective::merit, bounds, rowWeights)
        .map(best -> OptionalDouble.of(shrunk(label, best.cut(), plugIn, rowWeights)))
        .orElseGet(OptionalDouble::empty);
  }

  private static Confusion confusion(RankedScores scores, double cut, int[] rowWeights) {
    long tp = 0;
    long fp = 0;
    long fn = 0;
    long tn = 0;
    for (int rank = 0; rank < scores.size(); rank++) {
      int weight = rowWeights[scores.row(rank)];
      boolean decided = scores.score(rank) >= cut;
      if (scores.isPositive(rank)) {
        tp += decided ? weight : 0;
        fn += decided ? 0 : weight;
      } else {
        fp += decided ? weight : 0;
        tn += decided ? 0 : weight;
      }
    }
    return new Confusion(tp, fp, fn, tn);
  }

  /** The figure of each label with every fold decided by the cut of the others. */
  private List<MetricValue> crossFitted(Folds folds) {
    if (folds.count() < 2) {
      return IntStream.range(0, schema.size())
          .mapToObj(label -> MetricValue.undefined("not cross-fitted: there is one fold"))
          .toList();
    }
    List<List<Optional<Confusion>>> byFold = new ArrayList<>();
    for (int fold = 0; fold < folds.count(); fold++) {
      int[] inside = new int[rows];
      int[] outside = new int[rows];
      for (int row = 0; row < rows; row++) {
        inside[row] = folds.of(row) == fold ? 1 : 0;
        outside[row] = 1 - inside[row];
      }
      int held = fold;
      OptionalDouble[] plugIns = plugIns(row -> folds.of(row) != held);
      byFold.add(
          IntStream.range(0, schema.size())
              .parallel()
              .mapToObj(label -> outOfFold(label, plugIns[label], inside, outside))
              .toList());
    }
    return IntStream.range(0, schema.size()).mapToObj(label -> figure(byFold, label)).toList();
  }

  private Optional<Confusion> outOfFold(
      int label, OptionalDouble plugIn, int[] inside, int[] outside) {
    OptionalDouble cut = cut(label, plugIn, outside);
    return cut.isEmpty()
        ? Optional.empty()
        : Optional.of(confusion(ranked.get(label), cut.getAsDouble(), inside));
  }

  private MetricValue figure(List<List<Optional<Confusion>>> byFold, int label) {
    Confusion sum = Confusion.NONE;
    for (int fold = 0; fold < byFold.size(); fold++) {
      Optional<Confusion> confusion = byFold.get(fold).get(label);
      if (confusion.isEmpty()) {
        return MetricValue.undefined("without fold " + fold + " no cut serves the objective");
      }
      sum = sum.plus(confusion.get());
    }
    return objective.figure(sum);
  }

  /**
   * The cuts of each label in each replicate, NaN where there was none; what they are drawn towards
   * stays.
   */
  private double[][] replicates(Clusters clusters, OptionalDouble[] plugIns) {
    double[][] cuts = new double[schema.size()][search.replicates()];
    IntStream.range(0, search.replicates())
        .parallel()
        .forEach(
            replicate -> {
              int[] weights = drawn(clusters, replicate);
              for (int label = 0; label < cuts.length; label++) {
                cuts[label][replicate] = cut(label, plugIns[label], weights).orElse(Double.NaN);
              }
            });
    return cuts;
  }

  private int[] drawn(Clusters clusters, int replicate) {
    int[] clusterWeights = new int[clusters.count()];
    SplittableRandom random = new SplittableRandom(StableHash.combine(search.seed(), replicate));
    for (int draw = 0; draw < clusterWeights.length; draw++) {
      clusterWeights[random.nextInt(clusterWeights.length)]++;
    }
    int[] rowWeights = new int[rows];
    for (int row = 0; row < rows; row++) {
      rowWeights[row] = clusterWeights[clusters.of(row)];
    }
    return rowWeights;
  }

  private static Optional<CutSpread> spread(double[] replicates) {
    double[] cuts = Arrays.stream(replicates).filter(cut -> !Double.isNaN(cut)).sorted().toArray();
    if (cuts.length == 0 || cuts.length < (1 - MOST_WITHOUT_CUT) * replicates.length) {
      return Optional.empty();
    }
    double low = cuts[(int) Math.floor(0.05 * (cuts.length - 1))];
    double high = cuts[(int) Math.ceil(0.95 * (cuts.length - 1))];
    return Optional.of(new CutSpread(low, high, replicates.length));
  }
}
