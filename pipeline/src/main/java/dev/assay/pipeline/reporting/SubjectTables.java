package dev.assay.pipeline.reporting;

import dev.assay.core.comparison.Compared;
import dev.assay.core.evaluation.Subject;
import dev.assay.core.metric.Metric;
import dev.assay.core.statistics.IntervalValue;
import dev.assay.pipeline.trial.Scored;
import dev.assay.pipeline.verdict.PairedCells;
import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
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
              columns("candidate is"),
              told.stream().map(this::told).toList()));
    }
    if (!few.isEmpty()) {
      blocks.add(
          new Block.Table(
              BlockId.of("few-events-" + kind, holdout),
              "Too few events to tell: each %s with fewer than %d on %s"
                  .formatted(noun, LEAST_EVENTS, holdout),
              columns("least effect that could show"),
              few.stream().map(this::few).toList()));
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

  private List<String> columns(String last) {
    List<String> columns = new ArrayList<>(List.of(noun, "rows", "positives", "events"));
    columns.addAll(PairedCells.COLUMNS);
    columns.add(last);
    return columns;
  }

  private List<Cell> told(Compared compared) {
    List<Cell> cells = cells(compared);
    cells.add(
        DirectionMark.of(
            compared.question().metric(), compared.estimate().difference().interval()));
    return cells;
  }

  private List<Cell> few(Compared compared) {
    List<Cell> cells = cells(compared);
    cells.add(
        compared.support().events() > 0
                && compared.estimate().difference().interval()
                    instanceof IntervalValue.Defined(var range)
            ? Cell.number(range.halfWidth())
            : new Cell.Missing(compared.support().events() == 0 ? "no event" : "no interval"));
    return cells;
  }

  private List<Cell> cells(Compared compared) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.text(compared.question().subject().toString()));
    cells.add(Cell.count(compared.support().rows()));
    cells.add(Cell.count(compared.support().positives()));
    cells.add(Cell.count(compared.support().events()));
    cells.addAll(PairedCells.of(compared.estimate()));
    return cells;
  }
}
