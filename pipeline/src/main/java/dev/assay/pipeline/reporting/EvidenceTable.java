package dev.assay.pipeline.reporting;

import dev.assay.core.evaluation.Subject;
import dev.assay.core.gate.ChangeGate;
import dev.assay.core.gate.Check;
import dev.assay.core.gate.CostGate;
import dev.assay.core.gate.CountGate;
import dev.assay.core.gate.DegenerateGate;
import dev.assay.core.gate.Evidence;
import dev.assay.core.gate.Gate;
import dev.assay.core.gate.RegressionGate;
import dev.assay.core.gate.SuiteGate;
import dev.assay.core.gate.SummaryGate;
import dev.assay.core.gate.ValueGate;
import dev.assay.core.metric.MetricValue;
import dev.assay.pipeline.verdict.BlockId;
import dev.assay.pipeline.verdict.FigureCells;
import dev.assay.pipeline.verdict.StandingMarks;
import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a check rests on. The bound that all of it is held against stands in the caption. */
final class EvidenceTable {

  private EvidenceTable() {}

  /**
   * The evidence of a check.
   *
   * @param number the check's place among all, from 1
   * @return empty for a cost, of which the check's sentence says all
   */
  static Optional<Block> of(int number, Check check) {
    if (check.gate() instanceof CostGate || check.evidence().isEmpty()) {
      return Optional.empty();
    }
    Map<String, Function<Evidence, Cell>> columns = columns(check);
    List<List<Cell>> rows = new ArrayList<>();
    for (Evidence evidence : check.evidence()) {
      rows.add(columns.values().stream().map(column -> column.apply(evidence)).toList());
    }
    return Optional.of(
        new Block.Table(
            BlockId.numbered("evidence", number, check.gate().name()),
            check.gate().name() + ": " + check.gate().words(),
            List.copyOf(columns.keySet()),
            rows));
  }

  private static Map<String, Function<Evidence, Cell>> columns(Check check) {
    Map<String, Function<Evidence, Cell>> columns = new LinkedHashMap<>();
    if (isOnSeveral(check)) {
      columns.put("on", row -> Cell.text(row.place().holdout()));
    }
    columns.put("of", row -> Cell.text(subject(check.gate(), row)));
    if (isOfTwo(check.gate())) {
      columns.put("champion", row -> FigureCells.value(row.figures().champion()));
    }
    columns.put("candidate", row -> FigureCells.value(row.figures().candidate()));
    boolean ofDifference = isOfDifference(check.gate());
    if (isOfTwo(check.gate()) && !ofDifference) {
      columns.put("candidate 95% interval", row -> FigureCells.interval(row.figures().interval()));
    }
    if (isOfTwo(check.gate())) {
      columns.put("difference", row -> FigureCells.difference(row.figures().difference()));
    }
    if (ofDifference) {
      columns.put("95% interval", row -> FigureCells.differenceInterval(row.figures().interval()));
      columns.put("effect that would show", EvidenceTable::detectable);
    }
    if (check.gate() instanceof SuiteGate) {
      columns.put("cases", row -> Cell.count(row.figures().support().rows()));
    } else {
      columns.put("events", EvidenceTable::events);
    }
    columns.put("standing", row -> StandingMarks.of(row.standing()));
    if (check.evidence().stream().anyMatch(row -> !row.note().isEmpty())) {
      columns.put("note", row -> Cell.text(row.note()));
    }
    return columns;
  }

  private static boolean isOnSeveral(Check check) {
    return check.gate() instanceof SuiteGate suite
        ? suite.suites().size() > 1
        : check.gate().holdouts().size() > 1;
  }

  /** Of several figures that are judged as one, the one is called by what was measured. */
  private static String subject(Gate gate, Evidence row) {
    boolean isOfMany =
        gate instanceof SummaryGate || gate instanceof CountGate || gate instanceof SuiteGate;
    return isOfMany && row.place().subject() instanceof Subject.Whole
        ? row.place().measured()
        : row.place().subject().toString();
  }

  /** Whether the champion has a figure too. */
  private static boolean isOfTwo(Gate gate) {
    return switch (gate) {
      case ValueGate value -> true;
      case ChangeGate change -> true;
      case RegressionGate regression -> true;
      case CountGate count -> true;
      case SummaryGate summary -> true;
      case DegenerateGate degenerate -> false;
      case CostGate cost -> false;
      case SuiteGate suite -> true;
    };
  }

  /** Whether the difference is judged; else the candidate's figure is. */
  private static boolean isOfDifference(Gate gate) {
    return gate instanceof ChangeGate
        || gate instanceof RegressionGate
        || gate instanceof CountGate;
  }

  private static Cell detectable(Evidence row) {
    return row.prospect().detectable() instanceof MetricValue.Defined(double effect) && effect > 0
        ? Cell.number(effect)
        : new Cell.Missing("");
  }

  private static Cell events(Evidence row) {
    return row.figures().support().rows() > 0
        ? Cell.count(row.figures().support().events())
        : new Cell.Missing("");
  }
}
