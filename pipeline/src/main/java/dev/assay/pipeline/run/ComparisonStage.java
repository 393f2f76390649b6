package dev.assay.pipeline.run;

import dev.assay.core.comparison.Comparer;
import dev.assay.core.comparison.Comparison;
import dev.assay.core.comparison.Exposure;
import dev.assay.core.comparison.Question;
import dev.assay.core.comparison.Side;
import dev.assay.core.evaluation.Evaluation;
import dev.assay.core.evaluation.Subject;
import dev.assay.core.gate.Goalposts;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.metric.Averaging;
import dev.assay.core.metric.Metric;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.statistics.BootstrapSettings;
import dev.assay.data.holdout.HoldoutHealth;
import dev.assay.pipeline.scoring.ScoresHash;
import dev.assay.pipeline.trial.HeldOut;
import dev.assay.pipeline.trial.Scored;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares what candidate and champion say of one set. */
final class ComparisonStage {

  /** Intervals of more groups than this are not worth their time; gates ask for what they need. */
  private static final int MOST_GROUPS = 300;

  private final Goalposts goalposts;
  private final int horizonDays;
  private final BootstrapSettings draws;

  /**
   * A stage.
   *
   * @param seed of the bootstrap
   */
  ComparisonStage(Goalposts goalposts, int horizonDays, long seed) {
    this.goalposts = goalposts;
    this.horizonDays = horizonDays;
    draws = BootstrapSettings.seeded(seed);
  }

  /**
   * Both sides on the rows that are compared.
   *
   * @param exposure which rows left the comparison
   */
  record Sides(Side candidate, Side champion, Exposure exposure) {}

  /**
   * The comparison on a set.
   *
   * @param ofCandidate the candidate's predictions on all rows of the set
   * @param ofChampion the champion's
   */
  Scored of(
      HeldOut set,
      Sides sides,
      Predictions ofCandidate,
      Predictions ofChampion,
      Optional<HoldoutHealth> health) {
    Side left = sides.candidate();
    Side right = sides.champion();
    Evaluation evaluation = Evaluation.of(left.predictions(), left.rule());
    Comparison comparison =
        new Comparer(draws, horizonDays)
            .compare(set.name(), right, left, sides.exposure(), questions(set, evaluation));
    return new Scored(
        set,
        evaluation,
        Evaluation.of(right.predictions(), right.rule()),
        comparison,
        ofCandidate,
        ScoresHash.of(ofChampion),
        ScoresHash.of(ofCandidate),
        health);
  }

  /** The F1 of a set as a whole, and what gates ask of it as a whole. */
  Comparison wholes(String set, Sides sides) {
    Subject whole = new Subject.Whole();
    Set<Question> questions = new LinkedHashSet<>();
    for (Metric metric : f1s(sides.candidate().predictions().schema())) {
      questions.add(new Question(metric, whole));
    }
    goalposts.questions(set, List.of(whole)).stream()
        .filter(question -> question.subject().equals(whole))
        .forEach(questions::add);
    return new Comparer(draws, horizonDays)
        .compare(
            set, sides.champion(), sides.candidate(), sides.exposure(), List.copyOf(questions));
  }

  /** The F1 of a set as a whole and of every label. */
  Comparison wholeAndLabels(String set, Sides sides) {
    LabelSchema schema = sides.candidate().predictions().schema();
    List<Question> questions = new ArrayList<>();
    f1s(schema).forEach(metric -> questions.add(new Question(metric, new Subject.Whole())));
    for (String label : schema.names()) {
      questions.add(new Question(Metric.fBeta(1), new Subject.Label(label)));
    }
    return new Comparer(draws, horizonDays)
        .compare(set, sides.champion(), sides.candidate(), sides.exposure(), questions);
  }

  private static List<Metric> f1s(LabelSchema schema) {
    Metric f1 = Metric.fBeta(1);
    return f1.isOfWhole(schema)
        ? List.of(f1)
        : List.of(f1.averaged(Averaging.MACRO), f1.averaged(Averaging.MICRO));
  }

  /** What gates need, and what every report shows. */
  private List<Question> questions(HeldOut set, Evaluation evaluation) {
    List<Subject> subjects = evaluation.subjects();
    Set<Question> questions = new LinkedHashSet<>();
    for (Metric metric : Metric.catalogue(evaluation.schema())) {
      questions.add(new Question(metric, new Subject.Whole()));
    }
    Metric f1 = Metric.fBeta(1);
    Metric ofMany = evaluation.schema().size() == 1 ? f1 : f1.averaged(Averaging.MACRO);
    long groups = subjects.stream().filter(Subject.Group.class::isInstance).count();
    for (Subject subject : subjects) {
      switch (subject) {
        case Subject.Whole whole -> {}
        case Subject.Label label -> questions.add(new Question(f1, label));
        case Subject.Slice slice -> questions.add(new Question(ofMany, slice));
        case Subject.LabelInSlice inSlice -> {}
        case Subject.Group group -> {
          if (groups <= MOST_GROUPS) {
            questions.add(new Question(ofMany, group));
          }
        }
      }
    }
    questions.addAll(goalposts.questions(set.name(), subjects));
    return List.copyOf(questions);
  }
}
