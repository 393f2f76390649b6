package dev.assay.pipeline.reporting;

import dev.assay.core.evaluation.Evaluation;
import dev.assay.core.example.Attributes;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.pipeline.trial.CompletedRun;
import dev.assay.pipeline.trial.Scored;
import dev.assay.pipeline.verdict.BlockId;
import dev.assay.pipeline.verdict.FigureCells;
import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
import dev.assay.report.document.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A handful of rows for each label to read: what the candidate just caught, what it missed by most,
 * what it was surest of and wrong. They stand in the page for people alone.
 */
final class ExamplesSection {

  private final Scored scored;
  private final Evaluation evaluation;
  private final boolean[][] decided;
  private final Map<String, Integer> rowOfId = new HashMap<>();
  private final int most;

  private ExamplesSection(Scored scored, int most) {
    this.scored = scored;
    this.most = most;
    evaluation = scored.candidate();
    decided = evaluation.rule().decide(evaluation.predictions());
    List<String> ids = scored.set().examples().attributes().ids();
    IntStream.range(0, ids.size()).forEach(row -> rowOfId.put(ids.get(row), row));
  }

  /** The section; empty where the experiment wants no rows in its report. */
  static Optional<Section> of(CompletedRun run) {
    int most = run.experiment().reported().examples();
    List<Block> blocks = new ArrayList<>();
    for (Scored scored : most == 0 ? List.<Scored>of() : judged(run)) {
      blocks.addAll(new ExamplesSection(scored, most).blocks());
    }
    if (blocks.isEmpty()) {
      return Optional.empty();
    }
    blocks.addFirst(
        new Block.Prose(
            "At most %d rows of each kind, chosen by their scores and not by hand: of those caught the nearest to the cut, of those missed the lowest scores, of those wrongly flagged the highest; of equal ones by id, and of a group at most one. They show what mistakes are like, not how frequent they are. Labels can be wrong, too."
                .formatted(most)));
    return Optional.of(new Section("examples", "Examples to read", blocks));
  }

  /** The sets that gates look at; all where none does. */
  private static List<Scored> judged(CompletedRun run) {
    List<Scored> gated = ReadingOrder.gated(run);
    return gated.isEmpty() ? run.scored() : gated;
  }

  private List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    for (int label = 0; label < decided.length; label++) {
      LabelExamples examples = new LabelExamples(evaluation, decided[label], label);
      List<Integer> caught = examples.caught();
      List<Integer> missed = examples.missed();
      List<Integer> flagged = examples.wronglyFlagged();
      String name = evaluation.schema().names().get(label);
      List<Block.Table> tables = new ArrayList<>();
      addTable("caught", "Caught, the nearest to the cut", name, caught, examples, tables);
      addTable("missed", "Missed, the lowest scores", name, missed, examples, tables);
      addTable("flagged", "Wrongly flagged, the highest scores", name, flagged, examples, tables);
      if (!tables.isEmpty()) {
        blocks.add(
            new Block.Folded(
                "%s on %s: %,d caught, %,d missed, %,d wrongly flagged"
                    .formatted(
                        name, scored.set().name(), caught.size(), missed.size(), flagged.size()),
                tables));
      }
    }
    return blocks;
  }

  private void addTable(
      String kind,
      String caption,
      String label,
      List<Integer> rows,
      LabelExamples examples,
      List<Block.Table> tables) {
    if (rows.isEmpty()) {
      return;
    }
    List<Integer> shown = examples.first(rows, most);
    List<String> columns = new ArrayList<>(List.of("id", "input", "score", "cut"));
    if (hasSeveralLabels()) {
      columns.add("its labels");
    }
    tables.add(
        new Block.Table(
            BlockId.of("examples-" + kind, scored.set().name(), label),
            "%s: %d of %,d".formatted(caption, shown.size(), rows.size()),
            columns,
            shown.stream().map(row -> cells(row, examples)).toList()));
  }

  private List<Cell> cells(int row, LabelExamples examples) {
    Attributes attributes = evaluation.predictions().attributes();
    String id = attributes.id(row);
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.text(id));
    cells.add(
        Cell.text(RowWords.of(scored.set().examples(), Objects.requireNonNull(rowOfId.get(id)))));
    cells.add(Cell.number(examples.score(row)));
    cells.add(FigureCells.orMissing(examples.cut(row), "the highest score decides"));
    if (hasSeveralLabels()) {
      cells.add(Cell.text(labels(row)));
    }
    return cells;
  }

  private boolean hasSeveralLabels() {
    return evaluation.schema().kind() != TaskKind.BINARY;
  }

  /** What the row is known to have. */
  private String labels(int row) {
    LabelSchema schema = evaluation.schema();
    Labels truth = evaluation.predictions().truth();
    String names =
        IntStream.range(0, schema.size())
            .filter(label -> truth.state(row, label) == Labels.POSITIVE)
            .mapToObj(schema.names()::get)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "none" : names;
  }
}
