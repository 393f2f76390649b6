package dev.assay.pipeline.predictions;

import dev.assay.core.comparison.Question;
import dev.assay.core.evaluation.Evaluation;
import dev.assay.core.evaluation.Subject;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.metric.Averaging;
import dev.assay.core.metric.Measure;
import dev.assay.core.metric.Metric;
import java.util.ArrayList;
import java.util.List;

/** What is asked of predictions unless somebody asks for something else. */
final class FigureQuestions {

  /** Of more groups than this only F1 is asked: intervals of thousands of figures take minutes. */
  static final int MOST_GROUPS = 300;

  private static final LabelSchema ONE_LABEL = LabelSchema.binary("one");

  private FigureQuestions() {}

  /** Every metric of the catalogue of every subject. */
  static List<Question> all(Evaluation evaluation) {
    List<Question> questions = new ArrayList<>();
    boolean manyGroups = groups(evaluation) > MOST_GROUPS;
    for (Subject subject : evaluation.subjects()) {
      for (Metric metric : metrics(subject, evaluation.schema(), manyGroups)) {
        questions.add(new Question(metric, subject));
      }
    }
    return questions;
  }

  static long groups(Evaluation evaluation) {
    return evaluation.subjects().stream().filter(Subject.Group.class::isInstance).count();
  }

  private static List<Metric> metrics(Subject subject, LabelSchema schema, boolean manyGroups) {
    return switch (subject) {
      case Subject.Whole whole -> Metric.catalogue(schema);
      case Subject.Slice slice -> Metric.catalogue(schema);
      case Subject.Group group -> manyGroups ? List.of(headline(schema)) : Metric.catalogue(schema);
      case Subject.Label label -> Metric.catalogue(ONE_LABEL);
      case Subject.LabelInSlice inSlice ->
          List.of(Metric.fBeta(1), Metric.of(Measure.PRECISION), Metric.of(Measure.RECALL));
    };
  }

  /** The F1 that a schema has as a whole. */
  static Metric headline(LabelSchema schema) {
    Metric f1 = Metric.fBeta(1);
    return f1.isOfWhole(schema) ? f1 : f1.averaged(Averaging.MACRO);
  }
}
