package dev.assay.pipeline.suite;

import dev.assay.core.suite.PassShare;
import dev.assay.core.suite.SuiteComparison.Turned;
import dev.assay.core.suite.SuiteOutcome;
import dev.assay.core.suite.VectorInput;
import dev.assay.core.suite.VectorOutcome;
import dev.assay.pipeline.verdict.FigureCells;
import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
import dev.assay.report.document.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How bundles come off on a suite, as tables. */
public final class SuiteTables {

  /** The confidence of intervals. */
  static final double LEVEL = 0.95;

  /** More vectors than these are not listed; the table of all vectors has them. */
  public static final int LISTED = 50;

  private SuiteTables() {}

  /** A row for each functionality and one for all of them together. */
  public static Block.Table functionalities(String id, String caption, SuiteOutcome outcome) {
    List<List<Cell>> rows = new ArrayList<>();
    shares(outcome).forEach(share -> rows.add(row(share)));
    return new Block.Table(
        id, caption, List.of("functionality", "cases", "passed", "share", "95% interval"), rows);
  }

  /** The same beside the share of the champion, on the vectors that it was not trained on. */
  public static Block.Table functionalities(
      String id, String caption, SuiteOutcome candidate, SuiteOutcome champion) {
    Map<String, PassShare> others =
        shares(champion).stream()
            .collect(Collectors.toMap(PassShare::of, Function.identity(), (one, all) -> all));
    List<List<Cell>> rows = new ArrayList<>();
    for (PassShare share : shares(candidate)) {
      List<Cell> row = new ArrayList<>(row(share));
      PassShare other = others.getOrDefault(share.of(), new PassShare(share.of(), 0, 0));
      row.add(FigureCells.share(other.value()));
      row.add(Cell.count(other.cases()));
      rows.add(row);
    }
    return new Block.Table(
        id,
        caption,
        List.of(
            "functionality",
            "cases",
            "passed",
            "share",
            "95% interval",
            "champion's share",
            "champion's cases"),
        rows);
  }

  /** The functionalities, and all where there are several. */
  private static List<PassShare> shares(SuiteOutcome outcome) {
    List<PassShare> shares = new ArrayList<>(outcome.byFunctionality());
    if (shares.size() > 1) {
      PassShare all = outcome.share();
      shares.add(new PassShare("(all)", all.passed(), all.cases()));
    }
    return shares;
  }

  private static List<Cell> row(PassShare share) {
    return List.of(
        Cell.text(share.of()),
        Cell.count(share.cases()),
        Cell.count(share.passed()),
        FigureCells.share(share.value()),
        FigureCells.interval(share.interval(LEVEL)));
  }

  /** Vectors on which candidate and champion differ, the first {@link #LISTED}. */
  public static Block.Table turned(String id, String caption, List<Turned> turned) {
    return new Block.Table(
        id,
        caption,
        List.of("vector", "functionality", "expects", "input", "candidate", "champion"),
        turned.stream()
            .limit(LISTED)
            .map(
                pair -> {
                  List<Cell> row = new ArrayList<>(subject(pair.candidate()));
                  row.add(Cell.text(ReadingWords.of(pair.candidate())));
                  row.add(Cell.text(ReadingWords.of(pair.champion())));
                  return List.copyOf(row);
                })
            .toList());
  }

  /** Vectors with what one bundle says of them, the first {@link #LISTED}. */
  public static Block.Table outcomes(String id, String caption, List<VectorOutcome> outcomes) {
    return new Block.Table(
        id,
        caption,
        List.of("vector", "functionality", "expects", "input", "score and threshold"),
        outcomes.stream()
            .limit(LISTED)
            .map(
                outcome -> {
                  List<Cell> row = new ArrayList<>(subject(outcome));
                  row.add(Cell.text(ReadingWords.of(outcome)));
                  return List.copyOf(row);
                })
            .toList());
  }

  private static List<Cell> subject(VectorOutcome outcome) {
    return List.of(
        Cell.text(outcome.vector().id()),
        Cell.text(outcome.vector().functionality()),
        Cell.text(outcome.vector().expectation().words()),
        Cell.text(
            outcome.vector().inputs().stream()
                .map(VectorInput::words)
                .collect(Collectors.joining(" | "))));
  }

  /** A result as a word with a tone. */
  static Cell mark(VectorOutcome outcome) {
    return switch (outcome.result()) {
      case PASS -> new Cell.Mark("pass", Tone.GOOD);
      case FAIL -> new Cell.Mark("fail", Tone.BAD);
      case KNOWN_FAILURE -> new Cell.Mark("known failure", Tone.NEUTRAL);
      case UNEXPECTED_PASS -> new Cell.Mark("unexpected pass", Tone.WARNING);
      case NOT_JUDGED -> new Cell.Mark("not judged", Tone.WARNING);
    };
  }
}
