package dev.assay.pipeline.suite;

import dev.assay.core.suite.LabelReading;
import dev.assay.core.suite.SuiteOutcome;
import dev.assay.core.suite.VectorOutcome;
import dev.assay.pipeline.verdict.FigureCells;
import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
import java.util.ArrayList;
import java.util.List;

/**
 * All vectors of a suite with all that was found, for reading by programs: a row for each label in
 * question of each input.
 */
public final class VectorRows {

  private static final List<String> OF_VECTOR =
      List.of("vector", "functionality", "expects", "input number", "input", "label");
  private static final List<String> OF_BUNDLE = List.of("result", "score", "threshold", "detected");

  private VectorRows() {}

  /** The vectors with what one bundle says. */
  public static Block.Table of(String id, SuiteOutcome outcome) {
    List<List<Cell>> rows = new ArrayList<>();
    outcome.outcomes().forEach(one -> add(one, rows));
    List<String> columns = new ArrayList<>(OF_VECTOR);
    columns.addAll(OF_BUNDLE);
    return new Block.Table(id, "All vectors of " + outcome.suite(), columns, rows);
  }

  /** The vectors with what candidate and champion say, which have their rows one by one. */
  public static Block.Table of(String id, SuiteOutcome candidate, SuiteOutcome champion) {
    List<List<Cell>> rows = new ArrayList<>();
    addAll("candidate", candidate, rows);
    addAll("champion", champion, rows);
    List<String> columns = new ArrayList<>(List.of("bundle"));
    columns.addAll(OF_VECTOR);
    columns.addAll(OF_BUNDLE);
    return new Block.Table(id, "All vectors of " + candidate.suite(), columns, rows);
  }

  private static void addAll(String bundle, SuiteOutcome outcome, List<List<Cell>> rows) {
    List<List<Cell>> own = new ArrayList<>();
    outcome.outcomes().forEach(one -> add(one, own));
    for (List<Cell> row : own) {
      List<Cell> named = new ArrayList<>(List.of(Cell.text(bundle)));
      named.addAll(row);
      rows.add(named);
    }
  }

  private static void add(VectorOutcome outcome, List<List<Cell>> rows) {
    if (!outcome.isJudged()) {
      List<Cell> row = new ArrayList<>(vector(outcome, 0, ""));
      Cell missing = new Cell.Missing(outcome.reason());
      row.addAll(List.of(SuiteTables.mark(outcome), missing, missing, missing));
      rows.add(row);
    }
    for (int input = 0; input < outcome.readings().size(); input++) {
      for (LabelReading reading : outcome.readings().get(input)) {
        List<Cell> row = new ArrayList<>(vector(outcome, input, reading.label()));
        row.add(SuiteTables.mark(outcome));
        row.add(Cell.number(reading.score()));
        row.add(FigureCells.orMissing(reading.cut(), "the highest score decides"));
        row.add(Cell.text(reading.isDetected() ? "yes" : "no"));
        rows.add(row);
      }
    }
  }

  private static List<Cell> vector(VectorOutcome outcome, int input, String label) {
    return List.of(
        Cell.text(outcome.vector().id()),
        Cell.text(outcome.vector().functionality()),
        Cell.text(outcome.vector().expectation().words()),
        Cell.count(input + 1),
        Cell.text(outcome.vector().inputs().get(input).words()),
        Cell.text(label));
  }
}
