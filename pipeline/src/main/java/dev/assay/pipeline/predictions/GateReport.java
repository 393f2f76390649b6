package dev.assay.pipeline.predictions;

import dev.assay.core.comparison.Comparison;
import dev.assay.core.gate.Check;
import dev.assay.core.gate.Outcome;
import dev.assay.core.gate.Verdict;
import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
import dev.assay.report.document.Document;
import dev.assay.report.document.Section;
import dev.assay.report.document.Tone;
import dev.assay.report.html.HtmlReport;
import dev.assay.report.json.CanonicalJson;
import dev.assay.report.junit.JUnitCase;
import dev.assay.report.junit.JUnitXml;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The verdict on predictions for readers: as a table, a document, JSON, and in a folder. */
public final class GateReport {

  private final GatedPredictions gated;
  private final Verdict verdict;

  /** The report of a verdict. */
  public GateReport(GatedPredictions gated) {
    this.gated = gated;
    verdict = gated.verdict();
  }

  /** The checks. */
  public Block.Table checks() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Check check : verdict.checks()) {
      rows.add(
          List.of(
              Cell.text(check.gate().name()), mark(check.outcome()), Cell.text(check.sentence())));
    }
    return new Block.Table("checks", "Checks", List.of("gate", "outcome", "evidence"), rows);
  }

  /** The decision in words. */
  public String headline() {
    return switch (verdict.decision()) {
      case PROMOTE -> "Would promote";
      case HOLD -> "Held";
    };
  }

  private static Cell mark(Outcome outcome) {
    return switch (outcome) {
      case PASS -> new Cell.Mark("pass", Tone.GOOD);
      case FAIL -> new Cell.Mark("fail", Tone.BAD);
      case INCONCLUSIVE -> new Cell.Mark("inconclusive", Tone.WARNING);
    };
  }

  /** The same for programs: nested maps, lists and values, the same for the same files. */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", gated.gates().name());
    json.put("gates_file", gated.gates().fileHash());
    json.put("decision", verdict.decision());
    json.put("reasons_to_hold", verdict.reasonsToHold());
    json.put("warnings", verdict.warnings());
    json.put("decided_by", gated.decidedBy());
    json.put("checks", verdict.checks().stream().map(CheckJson::of).toList());
    json.put(
        "comparisons",
        gated.comparisons().stream().map(one -> new ComparisonReport(one).json()).toList());
    return json;
  }

  /** The whole report as a document. */
  public Document document() {
    List<Block> judged = new ArrayList<>(List.of(checks()));
    verdict
        .reasonsToHold()
        .forEach(reason -> judged.add(new Block.Notice(Tone.BAD, "Held: " + reason)));
    verdict
        .warnings()
        .forEach(warning -> judged.add(new Block.Notice(Tone.WARNING, "Warning: " + warning)));
    List<Section> sections = new ArrayList<>(List.of(new Section("verdict", "Verdict", judged)));
    List<Comparison> comparisons = gated.comparisons();
    for (int i = 0; i < comparisons.size(); i++) {
      Comparison comparison = comparisons.get(i);
      ComparisonReport report = new ComparisonReport(comparison);
      List<Block> blocks = new ArrayList<>(List.of(new Block.Prose(report.basis() + ".")));
      blocks.add(report.whole("figures-" + (i + 1)));
      report.parts("parts-" + (i + 1)).ifPresent(blocks::add);
      sections.add(new Section("holdout-" + (i + 1), "On " + comparison.holdout(), blocks));
    }
    List<Block.Fact> facts = new ArrayList<>();
    gated.decidedBy().forEach((side, rule) -> facts.add(new Block.Fact(side, rule)));
    return new Document(
        gated.gates().name(),
        "predictions from files",
        headline(),
        gated.isPromoted() ? Tone.GOOD : Tone.BAD,
        gated.isPromoted()
            ? "Every gate lets the candidate pass."
            : verdict.reasonsToHold().getFirst() + ".",
        facts,
        sections);
  }

  /**
   * Writes {@code verdict.json}, {@code junit.xml} and {@code report.html}, each whole or not at
   * all.
   *
   * @param folder is made where it is missing
   * @throws IOException where a file cannot be written
   */
  public void write(Path folder) throws IOException {
    CanonicalJson.write(json(), folder.resolve("verdict.json"));
    JUnitXml.write(gated.gates().name(), cases(), folder.resolve("junit.xml"));
    HtmlReport.write(document(), folder.resolve("report.html"));
  }

  private List<JUnitCase> cases() {
    List<JUnitCase> cases = new ArrayList<>();
    for (Check check : verdict.checks()) {
      cases.add(new JUnitCase(check.gate().name(), gated.gates().name(), outcome(check)));
    }
    return cases;
  }

  private static JUnitCase.Outcome outcome(Check check) {
    if (check.holds()) {
      return new JUnitCase.Failed(
          check.outcome().name().toLowerCase(Locale.ROOT), check.sentence());
    }
    return check.outcome() == Outcome.PASS
        ? new JUnitCase.Passed()
        : new JUnitCase.Skipped(check.sentence());
  }
}
