package dev.assay.core.evaluation;

import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.metric.Confusion;
import dev.assay.core.metric.Measure;
import dev.assay.core.metric.MetricValue;
import dev.assay.core.metric.RankTally;
import dev.assay.core.metric.RankedScores;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.prediction.Scores;
import dev.assay.core.statistics.Clusters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** The rows and labels of a subject, made ready for being tallied under cluster weights. */
final class ClusterRows {

  private final Labels truth;
  private final Scores scores;
  private final boolean[][] decided;
  private final Clusters clusters;
  private final int[] rows;
  private final int firstLabel;
  private final int labelCount;

  ClusterRows(Predictions predictions, boolean[][] decided, Place place, Clusters clusters) {
    this.truth = predictions.truth();
    this.scores = predictions.scores();
    this.decided = decided;
    this.clusters = clusters;
    this.rows = place.rows(predictions.size());
    boolean all = place.label() == Formula.ALL;
    this.firstLabel = all ? 0 : place.label();
    this.labelCount = all ? truth.schema().size() : 1;
  }

  LabelSchema schema() {
    return truth.schema();
  }

  /** Keeps the decisions on each label. */
  Prepared counts() {
    return tallied(ClusterCounts::under);
  }

  /** Keeps the decisions on each label for what asks for no true negatives. */
  Prepared hits() {
    return tallied(ClusterCounts::hitsUnder);
  }

  private interface Weighing {
    Confusion under(ClusterCounts label, int[] weights, ClusterCounts.KnownRows known);
  }

  private Prepared tallied(Weighing weighing) {
    List<ClusterCounts> counts = decisions();
    return weights -> {
      ClusterCounts.KnownRows known = new ClusterCounts.KnownRows();
      List<Confusion> confusions = new ArrayList<>(counts.size());
      counts.forEach(label -> confusions.add(weighing.under(label, weights, known)));
      return new Tally() {
        @Override
        public Confusion confusion(int label) {
          return confusions.get(label - firstLabel);
        }
      };
    };
  }

  private List<ClusterCounts> decisions() {
    List<ClusterCounts> counts = new ArrayList<>();
    int[] known = {};
    for (int label = firstLabel; label < firstLabel + labelCount; label++) {
      ClusterCounts.Builder builder = new ClusterCounts.Builder(clusters.count());
      for (int row : rows) {
        if (truth.isKnown(row, label)) {
          builder.add(clusters.of(row), isPositive(row, label), decided[label][row]);
        }
      }
      ClusterCounts built = builder.build(known);
      known = built.known();
      counts.add(built);
    }
    return counts;
  }

  /** Keeps the squared errors of each label. */
  Prepared squaredErrors() {
    List<ClusterMeans> means = losses(Loss::squared);
    return weights ->
        new Tally() {
          @Override
          public Mean squaredError(int label) {
            return means.get(label - firstLabel).under(weights);
          }
        };
  }

  /** Keeps the logarithmic losses of each label. */
  Prepared logLosses() {
    List<ClusterMeans> means = losses(Loss::log);
    return weights ->
        new Tally() {
          @Override
          public Mean logLoss(int label) {
            return means.get(label - firstLabel).under(weights);
          }
        };
  }

  private interface ScoreLoss {
    double of(double score, boolean positive);
  }

  private List<ClusterMeans> losses(ScoreLoss loss) {
    return byLabel(
        label -> {
          ClusterMeans means = new ClusterMeans(clusters.count());
          for (int row : rows) {
            if (truth.isKnown(row, label)) {
              means.add(
                  clusters.of(row), loss.of(scores.score(row, label), isPositive(row, label)));
            }
          }
          return means;
        });
  }

  /** Keeps the scores of each label by bin. */
  Prepared bins() {
    List<ClusterBins> bins =
        byLabel(
            label -> {
              ClusterBins.Builder builder = new ClusterBins.Builder(rows.length);
              for (int row : rows) {
                if (truth.isKnown(row, label)) {
                  builder.add(clusters.of(row), scores.score(row, label), isPositive(row, label));
                }
              }
              return builder.build();
            });
    return weights ->
        new Tally() {
          @Override
          public Reliability reliability(int label) {
            return bins.get(label - firstLabel).under(weights);
          }
        };
  }

  /** Keeps which rows are decided right in all labels. */
  Prepared exactMatches() {
    RowOutcomes outcomes = new RowOutcomes(truth, decided);
    ClusterMeans means = new ClusterMeans(clusters.count());
    for (int row : rows) {
      if (outcomes.isAllKnown(row)) {
        means.add(clusters.of(row), outcomes.isExact(row) ? 1 : 0);
      }
    }
    return weights ->
        new Tally() {
          @Override
          public Mean exactMatches() {
            return means.under(weights);
          }
        };
  }

  /** Keeps the logarithmic losses of rows of several classes. */
  Prepared classLogLosses() {
    ClusterMeans means = new ClusterMeans(clusters.count());
    for (int row : rows) {
      int trueClass = truth.classOf(row);
      if (trueClass >= 0) {
        means.add(clusters.of(row), Loss.log(scores, row, trueClass));
      }
    }
    return weights ->
        new Tally() {
          @Override
          public Mean classLogLoss() {
            return means.under(weights);
          }
        };
  }

  /** Keeps the highest scores of rows of several classes by bin. */
  Prepared topLabelBins() {
    ClusterBins.Builder builder = new ClusterBins.Builder(rows.length);
    for (int row : rows) {
      int trueClass = truth.classOf(row);
      if (trueClass >= 0) {
        int top = scores.argmax(row);
        builder.add(clusters.of(row), scores.score(row, top), top == trueClass);
      }
    }
    ClusterBins bins = builder.build();
    return weights ->
        new Tally() {
          @Override
          public Reliability topLabelReliability() {
            return bins.under(weights);
          }
        };
  }

  /** Keeps the order of each label's scores. */
  Prepared ranks() {
    List<RankedScores> ranked = byLabel(label -> inSubject(RankedScores.of(truth, scores, label)));
    return weights -> new RankedTally(ranked, weights);
  }

  private final class RankedTally implements Tally {

    private final List<RankTally> tallies;

    RankedTally(List<RankedScores> ranked, int[] weights) {
      tallies = ranked.stream().map(label -> tally(label, weights)).toList();
    }

    @Override
    public MetricValue rank(Measure measure, int label) {
      return tallies.get(label - firstLabel).value(measure);
    }

    @Override
    public long positives(int label) {
      return tallies.get(label - firstLabel).positives();
    }
  }

  /** Keeps the order of all labels' scores. */
  Prepared pooledRanks() {
    RankedScores ranked = inSubject(RankedScores.pooled(truth, scores));
    return weights ->
        new Tally() {
          @Override
          public MetricValue pooledRank(Measure measure) {
            return tally(ranked, weights).value(measure);
          }
        };
  }

  private RankTally tally(RankedScores ranked, int[] weights) {
    RankTally tally = new RankTally();
    for (int rank = 0; rank < ranked.size(); rank++) {
      int weight = weights[clusters.of(ranked.row(rank))];
      if (weight > 0) {
        tally.add(ranked.score(rank), ranked.isPositive(rank), weight);
      }
    }
    return tally;
  }

  /** The subject's rows of an order. */
  private RankedScores inSubject(RankedScores ranked) {
    boolean[] contained = new boolean[truth.size()];
    for (int row : rows) {
      contained[row] = true;
    }
    return ranked.where(row -> contained[row]);
  }

  private boolean isPositive(int row, int label) {
    return truth.state(row, label) == Labels.POSITIVE;
  }

  private <T> List<T> byLabel(IntFunction<T> make) {
    List<T> made = new ArrayList<>(labelCount);
    for (int label = firstLabel; label < firstLabel + labelCount; label++) {
      made.add(make.apply(label));
    }
    return made;
  }
}
