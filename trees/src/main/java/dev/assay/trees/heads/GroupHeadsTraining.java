package dev.assay.trees.heads;

import dev.assay.core.example.Dataset;
import dev.assay.core.label.Labels;
import dev.assay.core.model.Fitted;
import dev.assay.core.model.LearningCurve;
import dev.assay.core.model.Model;
import dev.assay.core.model.TrainingData;
import dev.assay.core.prediction.Folds;
import dev.assay.core.prediction.Scores;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problem;
import dev.assay.core.progress.Progress;
import dev.assay.core.statistics.ClusterChoice;
import dev.assay.core.statistics.Clusters;
import dev.assay.core.statistics.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One training: base, heads, the scores out of fold, the stacks on them, and the model of all. */
final class GroupHeadsTraining {

  static final String STAGE = "training group-heads";

  private final TrainingData data;
  private final Dataset train;
  private final GroupHeadsSettings settings;
  private final long seed;
  private final Progress progress;
  private final ClusterMap clusters;
  private final int[] clusterOfRow;
  private final HeadExamples examples;
  private final GroupFolds folds;
  private final HeadPlan plan;
  private final HeadSeeds seeds;
  private final Map<HeadKey, Fitted> heads = new LinkedHashMap<>();
  private long done;

  GroupHeadsTraining(
      TrainingData data,
      GroupHeadsSettings settings,
      Groundwork groundwork,
      long seed,
      Progress progress) {
    this.data = data;
    this.train = data.train();
    this.settings = settings;
    this.seed = seed;
    this.progress = progress;
    this.clusters = groundwork.clusters();
    this.clusterOfRow = groundwork.clusterOfRow();
    this.examples = groundwork.examples();
    this.folds = groundwork.folds();
    this.plan = groundwork.plan();
    this.seeds = groundwork.seeds();
  }

  Fitted run() {
    Fitted base =
        settings
            .base()
            .trainer()
            .train(data, settings.base().settings(), seeds.ofBase(), Progress.SILENT);
    step();
    try {
      for (HeadKey key : plan.trained()) {
        heads.put(key, train(key));
        step();
      }
      return fitted(base, stacks(base));
    } catch (RuntimeException e) {
      base.model().close();
      heads.values().forEach(head -> head.model().close());
      throw e;
    }
  }

  private void step() {
    done++;
    progress.report(STAGE, done, (1L + plan.trained().size()) * (1 + folds.count()));
  }

  /** A head on all of its training rows; the validation rows are those of its cluster. */
  private Fitted train(HeadKey key) {
    int[] rows =
        ClusterMap.rowsOf(key.cluster(), clusters.ofRows(data.validation(), "validation data"));
    int[] foldOfRow = Arrays.stream(rows).map(data::validationFold).toArray();
    TrainingData ofHead =
        new TrainingData(
            examples.of(key, row -> true),
            HeadExamples.ofLabel(data.validation().select(rows), key.label()),
            Folds.of(foldOfRow, data.foldCount()));
    try {
      return settings
          .head()
          .trainer()
          .train(ofHead, settings.head().settings(), seeds.of(key), Progress.SILENT);
    } catch (InvalidInputException e) {
      String head = "the head of " + clusters.clusters().get(key.cluster()).name() + ": ";
      throw new InvalidInputException(
          e.problems().stream()
              .map(p -> new Problem(p.where(), head + p.what(), p.mend()))
              .toList());
    }
  }

  private List<LabelStack> stacks(Fitted base) {
    OutOfFold outOfFold = new OutOfFold(train, clusterOfRow, folds, examples, seeds);
    outOfFold.scoreByBase(settings.base(), base, this::step);
    outOfFold.scoreByHeads(settings.head(), heads, this::step);
    Clusters byGroup = ClusterChoice.across(train.attributes(), 0).clusters();
    List<LabelStack> stacks = new ArrayList<>();
    for (int label = 0; label < train.schema().size(); label++) {
      stacks.add(stack(label, outOfFold.of(label), byGroup));
    }
    return stacks;
  }

  private LabelStack stack(int label, LabelScores scores, Clusters byGroup) {
    Labels truth = HeadExamples.ofLabel(train, label).labels();
    List<Integer> withHead =
        plan.trained().stream().filter(key -> key.label() == label).map(HeadKey::cluster).toList();
    double penalty = settings.inversePenalty();
    Stack stack = new StackFit(scores, withHead, penalty).fit(truth);
    StackTrial trial = new StackTrial(scores, truth, withHead, folds, byGroup, penalty);
    List<Estimate> changes = trial.changes(clusters.size(), seed);
    return new LabelStack(
        train.schema().names().get(label),
        stack,
        new RobustErrors(stack, scores, truth, byGroup, penalty),
        scores,
        trial.lossWith(),
        trial.lossWithout(),
        changes.getFirst(),
        changes.subList(1, changes.size()));
  }

  private Fitted fitted(Fitted base, List<LabelStack> stacks) {
    Map<HeadKey, Model> models = new LinkedHashMap<>();
    heads.forEach((key, head) -> models.put(key, head.model()));
    GroupHeadsModel.Parts parts =
        new GroupHeadsModel.Parts(
            clusters, base.model(), models, stacks.stream().map(LabelStack::stack).toList());
    List<LearningCurve> curves = base.curves().stream().map(curve -> curve.of("the base")).toList();
    Map<String, String> facts = new LinkedHashMap<>();
    base.facts().forEach((name, fact) -> facts.put("base: " + name, fact));
    facts.put("folds of the stack", "%d, of whole groups".formatted(folds.count()));
    facts.put("heads", "%d trained, %d left out".formatted(heads.size(), plan.leftOut().size()));
    Scores validation = validationScores(base, parts.stacks());
    GroupHeadsTables tables = new GroupHeadsTables(train, clusters, examples, plan, stacks);
    return new Fitted(
        GroupHeadsFiles.model(
            parts, settings.base().trainer().name(), settings.head().trainer().name()),
        validation,
        curves,
        // How much base and heads use an input is not on one scale.
        List.of(),
        facts,
        tables.all());
  }

  /** The validation scores of base and heads, cross-fitted as they are, under the stacks. */
  private Scores validationScores(Fitted base, List<Stack> stacks) {
    int[] clusterOfValidationRow = clusters.ofRows(data.validation(), "validation data");
    float[][] columns = new float[stacks.size()][];
    for (int label = 0; label < columns.length; label++) {
      float[] ofHeads = new float[clusterOfValidationRow.length];
      Arrays.fill(ofHeads, Float.NaN);
      for (Map.Entry<HeadKey, Fitted> head : heads.entrySet()) {
        if (head.getKey().label() == label) {
          int[] rows = ClusterMap.rowsOf(head.getKey().cluster(), clusterOfValidationRow);
          for (int i = 0; i < rows.length; i++) {
            ofHeads[rows[i]] = head.getValue().validationScores().score(i, 0);
          }
        }
      }
      columns[label] =
          new LabelScores(base.validationScores().column(label), ofHeads, clusterOfValidationRow)
              .stacked(stacks.get(label));
    }
    return Scores.takeOver(columns);
  }
}
