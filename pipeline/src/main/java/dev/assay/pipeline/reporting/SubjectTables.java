package dev.assay.pipeline.reporting;

import dev.assay.core.comparison.Compared;
import dev.assay.core.evaluation.Subject;
import dev.assay.core.metric.Metric;
import dev.assay.pipeline.trial.Scored;
import dev.assay.pipeline.verdict.BlockId;
import dev.assay.report.document.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The F1 of both sides for each label, slice or group of a set. Subjects whose figures rest on too
 * few independent events stand apart, with the least effect that their support could show.
 */
final class SubjectTables {

  /** Below so many events a swing of an F1 by 15 points means nothing. */
  static final int LEAST_EVENTS = 10;

  private final String kind;
  private final String noun;

  /**
   * Tables of one kind of subject.
   *
   * @param kind starts the ids of the tables, such as {@code groups}
   * @param noun what one subject is called
   */
  SubjectTables(String kind, String noun) {
    this.kind = kind;
    this.noun = noun;
  }

  /** The tables of a set; none where it has no such subject. */
  List<Block> of(Scored scored, Predicate<Subject> subjects) {
    List<Compared> told = new ArrayList<>();
    List<Compared> few = new ArrayList<>();
    for (Compared compared : figures(scored, subjects)) {
      (compared.support().events() >= LEAST_EVENTS ? told : few).add(compared);
    }
    String holdout = scored.set().name();
    List<Block> blocks = new ArrayList<>();
    if (!told.isEmpty()) {
      blocks.add(
          new Block.Table(
              BlockId.of(kind, holdout),
              "F1 by %s on %s".formatted(noun, holdout),
              SubjectRow.columns(noun, "candidate is"),
              told.stream().map(SubjectRow::directed).toList()));
    }
    if (!few.isEmpty()) {
      blocks.add(
          new Block.Table(
              BlockId.of("few-events-" + kind, holdout),
              "Too few events to tell: each %s with fewer than %d on %s"
                  .formatted(noun, LEAST_EVENTS, holdout),
              SubjectRow.columns(noun, "least effect that would show"),
              few.stream().map(SubjectRow::scarce).toList()));
    }
    return blocks;
  }

  /** Of a subject with several metrics, gates asking for more, the F1. */
  private static List<Compared> figures(Scored scored, Predicate<Subject> subjects) {
    Metric ofOne = Metric.fBeta(1);
    Metric ofMany = HeadlineMetric.of(scored.candidate().schema());
    return scored.comparison().figures().stream()
        .filter(compared -> subjects.test(compared.question().subject()))
        .filter(
            compared ->
                compared
                    .question()
                    .metric()
                    .equals(isOfOneLabel(compared.question().subject()) ? ofOne : ofMany))
        .toList();
  }

  private static boolean isOfOneLabel(Subject subject) {
    return subject instanceof Subject.Label || subject instanceof Subject.LabelInSlice;
  }
}
