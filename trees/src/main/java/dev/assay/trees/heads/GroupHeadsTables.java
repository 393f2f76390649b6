package dev.assay.trees.heads;

import dev.assay.core.evaluation.Support;
import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.Dataset;
import dev.assay.core.label.Labels;
import dev.assay.core.metric.Measure;
import dev.assay.core.metric.MetricValue;
import dev.assay.core.metric.RankTally;
import dev.assay.core.metric.RankedScores;
import dev.assay.core.model.FittedCell;
import dev.assay.core.model.FittedTable;
import dev.assay.core.prediction.Scores;
import dev.assay.core.statistics.Estimate;
import dev.assay.core.statistics.IntervalValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What a training tells of its stacks and clusters. */
final class GroupHeadsTables {

  private static final int DECIMALS = 2;
  private static final int LOSS_DECIMALS = 4;
  private static final int AUC_DECIMALS = 3;

  private final Dataset train;
  private final ClusterMap clusters;
  private final HeadExamples examples;
  private final HeadPlan plan;
  private final List<LabelStack> stacks;

  GroupHeadsTables(
      Dataset train,
      ClusterMap clusters,
      HeadExamples examples,
      HeadPlan plan,
      List<LabelStack> stacks) {
    this.train = train;
    this.clusters = clusters;
    this.examples = examples;
    this.plan = plan;
    this.stacks = List.copyOf(stacks);
  }

  List<FittedTable> all() {
    return List.of(worth(), coefficients(), clusterTable());
  }

  private FittedTable worth() {
    return new FittedTable(
        "heads-worth",
        "What the heads are worth: log loss out of fold with them and without",
        StackReading.of(stacks),
        List.of(
            "label",
            "the stack",
            "log loss with heads",
            "log loss without heads",
            "change without heads",
            "95% interval",
            "groups"),
        stacks.stream().map(GroupHeadsTables::worth).toList());
  }

  private static List<FittedCell> worth(LabelStack stack) {
    return List.of(
        new FittedCell.Text(stack.label()),
        new FittedCell.Text(stack.reliance().words()),
        new FittedCell.Figure(stack.lossWith(), LOSS_DECIMALS),
        new FittedCell.Figure(stack.lossWithout(), LOSS_DECIMALS),
        new FittedCell.Figure(stack.change().value(), LOSS_DECIMALS),
        new FittedCell.Range(stack.change().interval(), LOSS_DECIMALS),
        new FittedCell.Count(stack.change().clusters()));
  }

  private FittedTable coefficients() {
    List<List<FittedCell>> rows = new ArrayList<>();
    for (LabelStack each : stacks) {
      Stack stack = each.stack();
      rows.add(coefficient(each, "intercept", 0, stack.intercept()));
      rows.add(coefficient(each, "base", 1, stack.baseWeight()));
      for (int term = 0; term < stack.heads().size(); term++) {
        Stack.HeadTerm head = stack.heads().get(term);
        String name = clusters.clusters().get(head.cluster()).name();
        rows.add(coefficient(each, "head of " + name, 2 + term, head.weight()));
      }
    }
    return new FittedTable(
        "stack-coefficients",
        "Coefficients of the stack, on log-odds; errors allow for rows of one group being alike",
        "",
        List.of("label", "term", "coefficient", "standard error", "95% interval"),
        rows);
  }

  private static List<FittedCell> coefficient(
      LabelStack stack, String term, int place, double value) {
    return List.of(
        new FittedCell.Text(stack.label()),
        new FittedCell.Text(term),
        new FittedCell.Figure(MetricValue.of(value), DECIMALS),
        new FittedCell.Figure(stack.errors().standardError(place), DECIMALS),
        new FittedCell.Range(stack.errors().interval(place, value), DECIMALS));
  }

  private FittedTable clusterTable() {
    List<List<FittedCell>> rows = new ArrayList<>();
    for (int cluster = 0; cluster < clusters.size(); cluster++) {
      for (int label = 0; label < stacks.size(); label++) {
        rows.add(cluster(new HeadKey(cluster, label)));
      }
    }
    return new FittedTable(
        "clusters",
        "The clusters in training; the area under the ROC curve and log loss are out of fold",
        "",
        List.of(
            "cluster",
            "label",
            "groups",
            "rows",
            "positives",
            "events",
            "negatives anchored",
            "roc_auc of base",
            "roc_auc of head",
            "log loss change without heads",
            "95% interval",
            "head"),
        rows);
  }

  private List<FittedCell> cluster(HeadKey key) {
    LabelStack stack = stacks.get(key.label());
    int[] rows = examples.clusterRows(key, row -> true);
    Dataset ofCluster = HeadExamples.ofLabel(train.select(rows), key.label());
    Support support = Support.of(ofCluster.attributes(), ofCluster.labels(), 0);
    String obstacle =
        plan.leftOut().stream()
            .filter(leftOut -> leftOut.head().equals(key))
            .map(HeadPlan.LeftOut::reason)
            .findFirst()
            .orElse("");
    boolean trained = obstacle.isEmpty();
    LabelScores scores = stack.scores();
    MetricValue headAuc =
        trained
            ? auc(ofCluster.labels(), row -> scores.head(rows[row]))
            : MetricValue.undefined("left out");
    Estimate change = stack.changeByCluster().get(key.cluster());
    return List.of(
        new FittedCell.Text(clusters.clusters().get(key.cluster()).name()),
        new FittedCell.Text(stack.label()),
        new FittedCell.Count(groups(ofCluster)),
        new FittedCell.Count(support.rows()),
        new FittedCell.Count(support.positives()),
        new FittedCell.Count(support.events()),
        new FittedCell.Count(trained ? examples.anchors(key, row -> true).length : 0),
        new FittedCell.Figure(auc(ofCluster.labels(), row -> scores.base(rows[row])), AUC_DECIMALS),
        new FittedCell.Figure(headAuc, AUC_DECIMALS),
        new FittedCell.Figure(
            trained ? change.value() : MetricValue.undefined("left out"), LOSS_DECIMALS),
        new FittedCell.Range(
            trained ? change.interval() : IntervalValue.undefined("left out"), LOSS_DECIMALS),
        new FittedCell.Text(trained ? "in the stack" : "left out: " + obstacle));
  }

  /** How many groups the examples are of. */
  private static long groups(Dataset examples) {
    CategoricalColumn groups = examples.attributes().group().orElseThrow();
    return IntStream.range(0, groups.size()).map(groups::code).distinct().count();
  }

  private static MetricValue auc(Labels truth, RowScore scores) {
    float[] column = new float[truth.size()];
    for (int row = 0; row < column.length; row++) {
      column[row] = scores.of(row);
    }
    RankedScores ranked = RankedScores.of(truth, Scores.takeOver(new float[][] {column}), 0);
    RankTally tally = new RankTally();
    for (int rank = 0; rank < ranked.size(); rank++) {
      tally.add(ranked.score(rank), ranked.isPositive(rank), 1);
    }
    return tally.value(Measure.ROC_AUC);
  }

  /** The score of a row. */
  @FunctionalInterface
  private interface RowScore {
    float of(int row);
  }
}
