package dev.assay.core.evaluation;

import dev.assay.core.example.Attributes;
import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.core.metric.Averaging;
import dev.assay.core.metric.Confusion;
import dev.assay.core.metric.Metric;
import dev.assay.core.metric.MetricValue;
import dev.assay.core.metric.RankedScores;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.prediction.Scores;
import dev.assay.core.threshold.DecisionRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * All metrics of one bundle's predictions on one holdout: as a whole, by label, by slice and by
 * group. Unknown labels are left out everywhere.
 *
 * <p>The rows are read once for all metrics and subjects, and the scores of a label sorted once for
 * all its ranks; labels are worked on in parallel, each by one thread, so that the figures do not
 * depend on the number of threads. The pooled order that only micro-averaged ranks need is made
 * when the first of them is asked for. Thread-safe.
 */
public final class Evaluation {

  private final Predictions predictions;
  private final DecisionRule rule;
  private final Breakdown whole;
  private final List<Breakdown> breakdowns;
  private boolean pooled;

  private Evaluation(Predictions predictions, DecisionRule rule) {
    this.predictions = predictions;
    this.rule = rule;
    int k = predictions.schema().size();
    whole = new Breakdown(null, k);
    breakdowns = new ArrayList<>(List.of(whole));
    Attributes attributes = predictions.attributes();
    Place.slices(attributes).values().forEach(slice -> breakdowns.add(new Breakdown(slice, k)));
    attributes.group().ifPresent(groups -> breakdowns.add(new Breakdown(groups, k)));
    fill(rule.decide(predictions));
  }

  /**
   * Evaluates predictions at a decision rule.
   *
   * @throws IllegalArgumentException where the rule is for another label schema
   */
  public static Evaluation of(Predictions predictions, DecisionRule rule) {
    if (!rule.schema().equals(predictions.schema())) {
      throw new IllegalArgumentException(
          "The decision rule is for " + rule.schema() + ", not for " + predictions.schema() + ".");
    }
    return new Evaluation(predictions, rule);
  }

  private void fill(boolean[][] decided) {
    Events events = new Events(predictions.attributes());
    IntStream.range(0, decided.length)
        .parallel()
        .forEach(label -> fillLabel(label, decided[label], events));
    fillRows(new RowOutcomes(predictions.truth(), decided));
    if (predictions.schema().kind() == TaskKind.MULTICLASS) {
      fillClasses();
    }
  }

  private void fillLabel(int label, boolean[] decided, Events events) {
    Labels truth = predictions.truth();
    Scores scores = predictions.scores();
    LabelTable.ScoredRow scored = new LabelTable.ScoredRow();
    for (int row = 0; row < decided.length; row++) {
      byte state = truth.state(row, label);
      if (state != Labels.UNKNOWN) {
        scored.set(scores.score(row, label), state == Labels.POSITIVE, decided[row]);
        for (Breakdown breakdown : breakdowns) {
          breakdown.add(row, label, scored);
        }
      }
    }
    RankedScores ranked = RankedScores.of(truth, scores, label);
    int[] eventOf = events.among(row -> truth.state(row, label) == Labels.POSITIVE);
    for (Breakdown breakdown : breakdowns) {
      breakdown.rank(label, ranked);
      breakdown.countEvents(label, eventOf);
    }
  }

  private void fillRows(RowOutcomes outcomes) {
    for (Breakdown breakdown : breakdowns) {
      for (int row = 0; row < predictions.size(); row++) {
        breakdown.addRow(row, outcomes);
      }
    }
  }

  private void fillClasses() {
    Labels truth = predictions.truth();
    Scores scores = predictions.scores();
    for (int row = 0; row < predictions.size(); row++) {
      int trueClass = truth.classOf(row);
      if (trueClass >= 0) {
        int top = scores.argmax(row);
        double logLoss = Loss.log(scores, row, trueClass);
        for (Breakdown breakdown : breakdowns) {
          breakdown.addClass(row, logLoss, scores.score(row, top), top == trueClass);
        }
      }
    }
  }

  private synchronized void pool() {
    if (!pooled) {
      RankedScores ranked = RankedScores.pooled(predictions.truth(), predictions.scores());
      breakdowns.parallelStream().forEach(breakdown -> breakdown.pool(ranked));
      pooled = true;
    }
  }

  /** The predictions evaluated. */
  public Predictions predictions() {
    return predictions;
  }

  /** The decision rule evaluated at. */
  public DecisionRule rule() {
    return rule;
  }

  /** The labels, in column order. */
  public LabelSchema schema() {
    return predictions.schema();
  }

  /**
   * Every subject that there are figures of: the whole, the labels where there are several, the
   * levels of slices that have rows (each label in them after it), the groups that have rows.
   */
  public List<Subject> subjects() {
    List<Subject> subjects = new ArrayList<>(List.of(new Subject.Whole()));
    List<String> labels = schema().size() > 1 ? schema().names() : List.of();
    labels.forEach(label -> subjects.add(new Subject.Label(label)));
    Attributes attributes = predictions.attributes();
    Map<String, CategoricalColumn> slices = Place.slices(attributes);
    slices.forEach(
        (name, column) -> {
          for (String level : levelsWithRows(column)) {
            subjects.add(new Subject.Slice(name, level));
            labels.forEach(label -> subjects.add(new Subject.LabelInSlice(label, name, level)));
          }
        });
    attributes
        .group()
        .ifPresent(
            groups -> levelsWithRows(groups).forEach(g -> subjects.add(new Subject.Group(g))));
    return List.copyOf(subjects);
  }

  private List<String> levelsWithRows(CategoricalColumn column) {
    Breakdown breakdown = by(new Place(column, 0, Formula.ALL));
    return IntStream.range(0, column.levels().size())
        .filter(breakdown::hasRows)
        .mapToObj(column.levels()::get)
        .toList();
  }

  /**
   * The value of a metric.
   *
   * @return undefined, too, where the subject does not have such a metric: a plain {@code f1} of
   *     several labels, or an average of one
   * @throws IllegalArgumentException for a subject that the predictions do not have
   */
  public MetricValue value(Metric metric, Subject subject) {
    Place place = place(subject);
    if (metric.averaging() == Averaging.MICRO) {
      pool();
    }
    return new Formula(metric, schema(), place.label()).value(by(place).tally(place.level()));
  }

  /**
   * The labels that an average over labels leaves out since they have no value, in column order;
   * empty for a metric that is no such average.
   *
   * @throws IllegalArgumentException for a subject that the predictions do not have
   */
  public List<String> undefinedLabels(Metric metric, Subject subject) {
    Place place = place(subject);
    Formula formula = new Formula(metric, schema(), place.label());
    boolean isMean =
        metric.averaging() == Averaging.MACRO || metric.averaging() == Averaging.WEIGHTED;
    if (!isMean || formula.isOfOneLabel()) {
      return List.of();
    }
    Tally tally = by(place).tally(place.level());
    return IntStream.range(0, schema().size())
        .filter(label -> !formula.inAverage(tally, label).isDefined())
        .mapToObj(schema().names()::get)
        .toList();
  }

  /**
   * How much evidence stands behind a subject.
   *
   * @throws IllegalArgumentException for a subject that the predictions do not have
   */
  public Support support(Subject subject) {
    Place place = place(subject);
    return by(place).support(place.level(), place.label());
  }

  /**
   * The decisions on one label, or on the one of a binary schema.
   *
   * @throws IllegalArgumentException for a subject of several labels, or one that the predictions
   *     do not have
   */
  public Confusion confusion(Subject subject) {
    Place place = place(subject);
    if (place.label() == Formula.ALL && schema().size() > 1) {
      throw new IllegalArgumentException("'" + subject + "' has several labels; name one.");
    }
    return by(place).tally(place.level()).confusion(Math.max(place.label(), 0));
  }

  private Place place(Subject subject) {
    return Place.of(subject, schema(), predictions.attributes());
  }

  private Breakdown by(Place place) {
    return breakdowns.stream()
        .filter(breakdown -> breakdown.isBy(place.column()))
        .findFirst()
        .orElseThrow();
  }
}
