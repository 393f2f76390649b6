package dev.assay.core.comparison;

import dev.assay.core.evaluation.Evaluation;
import dev.assay.core.evaluation.Resampling;
import dev.assay.core.evaluation.Subject;
import dev.assay.core.evaluation.Support;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.metric.MetricValue;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.statistics.ClusterSet;
import dev.assay.core.statistics.Clusters;
import dev.assay.core.statistics.PairedFigure;
import dev.assay.core.statistics.Resampled;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The two sides on the same rows in the same order, and what can be asked of them. */
final class Contest {

  private final Side candidate;
  private final Side shared;
  private final @Nullable Side champion;
  private final Evaluation ofAll;
  private final Evaluation ofShared;
  private final Set<Subject> subjects;

  /**
   * A contest.
   *
   * @param candidate the candidate with all its labels
   * @param shared the candidate with the shared labels
   * @param champion the champion with the shared labels, or null where there is none
   */
  Contest(Side candidate, Side shared, @Nullable Side champion) {
    this.candidate = candidate;
    this.shared = shared;
    this.champion = champion;
    ofAll = Evaluation.of(candidate.predictions(), candidate.rule());
    ofShared =
        shared.equals(candidate) ? ofAll : Evaluation.of(shared.predictions(), shared.rule());
    subjects = new HashSet<>(ofAll.subjects());
    candidate.predictions().schema().names().stream()
        .map(Subject.Label::new)
        .forEach(subjects::add);
  }

  /** The candidate with all its labels. */
  Side candidate() {
    return candidate;
  }

  /** Whether there are rows to answer a question with. */
  boolean has(Question question) {
    return subjects.contains(question.subject());
  }

  /** How much evidence stands behind a subject. */
  Support support(Subject subject) {
    return (isNew(subject) ? ofAll : ofShared).support(subject);
  }

  /** The figures of both sides for questions; without a champion its figures are undefined. */
  List<PairedFigure> figures(List<Question> questions, Clusters clusters) {
    Resampling ofCandidate = resampling(candidate, clusters);
    Resampling ofSharedLabels =
        shared.equals(candidate) ? ofCandidate : resampling(shared, clusters);
    Side opponent = champion;
    Resampling ofChampion = opponent == null ? null : resampling(opponent, clusters);
    List<PairedFigure> figures = new ArrayList<>(questions.size());
    for (Question question : questions) {
      boolean isNew = isNew(question.subject());
      figures.add(
          new PairedFigure(
              ofChampion(question, ofChampion),
              (isNew ? ofCandidate : ofSharedLabels).prepare(question.metric(), question.subject()),
              ClusterSet.holding(
                  clusters,
                  SubjectRows.of((isNew ? candidate : shared).predictions(), question.subject()))));
    }
    return figures;
  }

  private Resampled ofChampion(Question question, @Nullable Resampling resampling) {
    if (resampling == null) {
      MetricValue none = MetricValue.undefined("there is no champion");
      return weights -> none;
    }
    if (isNew(question.subject())) {
      MetricValue unknown = MetricValue.undefined("the champion does not know this label");
      return weights -> unknown;
    }
    return resampling.prepare(question.metric(), question.subject());
  }

  private static Resampling resampling(Side side, Clusters clusters) {
    return new Resampling(side.predictions(), side.rule(), clusters);
  }

  private boolean isNew(Subject subject) {
    LabelSchema known = shared.predictions().schema();
    return switch (subject) {
      case Subject.Label(String name) -> !known.names().contains(name);
      case Subject.LabelInSlice(String label, String column, String level) ->
          !known.names().contains(label);
      case Subject.Whole whole -> false;
      case Subject.Slice slice -> false;
      case Subject.Group group -> false;
    };
  }

  /** How often both sides decide each shared label right; nothing without a champion. */
  List<PairedDecisions> decisions() {
    Side opponent = champion;
    return opponent == null ? List.of() : PairedDecisions.of(opponent, shared);
  }

  /** What the candidate says of each of its labels. */
  List<LabelOutput> outputs() {
    List<String> labels = candidate.predictions().schema().names();
    return IntStream.range(0, labels.size())
        .mapToObj(label -> output(label, new Subject.Label(labels.get(label))))
        .toList();
  }

  private LabelOutput output(int label, Subject.Label subject) {
    Predictions predictions = candidate.predictions();
    float lowest = Float.POSITIVE_INFINITY;
    float highest = Float.NEGATIVE_INFINITY;
    for (int row = 0; row < predictions.size(); row++) {
      if (predictions.truth().isKnown(row, label)) {
        lowest = Math.min(lowest, predictions.scores().score(row, label));
        highest = Math.max(highest, predictions.scores().score(row, label));
      }
    }
    Support support = ofAll.support(subject);
    long predicted = ofAll.confusion(subject).predictedPositives();
    return support.rows() == 0
        ? new LabelOutput(subject.name(), support, 0, 0, 0)
        : new LabelOutput(subject.name(), support, predicted, lowest, highest);
  }
}
