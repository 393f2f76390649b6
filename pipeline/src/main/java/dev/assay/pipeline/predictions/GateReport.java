package dev.assay.pipeline.predictions;

import dev.assay.core.comparison.Comparison;
import dev.assay.core.gate.Verdict;
import dev.assay.core.suite.SuiteComparison;
import dev.assay.pipeline.suite.SuiteJson;
import dev.assay.pipeline.suite.SuiteSection;
import dev.assay.pipeline.verdict.CheckCases;
import dev.assay.pipeline.verdict.ChecksTable;
import dev.assay.pipeline.verdict.VerdictFields;
import dev.assay.report.document.Block;
import dev.assay.report.document.Document;
import dev.assay.report.document.Section;
import dev.assay.report.document.Tone;
import dev.assay.report.file.AtomicFile;
import dev.assay.report.html.HtmlReport;
import dev.assay.report.json.CanonicalJson;
import dev.assay.report.junit.JUnitXml;
import dev.assay.report.table.CsvTables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
    return ChecksTable.of("checks", "Checks", verdict);
  }

  /** The decision in words. */
  public String headline() {
    return switch (verdict.decision()) {
      case PROMOTE -> "Would promote";
      case HOLD -> "Held";
    };
  }

  /**
   * The same for programs, in the shape of a run's {@code verdict.json}: nested maps, lists and
   * values, the same for the same files.
   */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema_version", VerdictFields.SCHEMA_VERSION);
    json.put("experiment", gated.gates().name());
    json.put("gates_file", gated.gates().fileHash());
    VerdictFields.add(verdict, json);
    json.put("decided_by", gated.decidedBy());
    json.put(
        "holdouts",
        gated.comparisons().stream().map(one -> new ComparisonReport(one).json()).toList());
    json.put("suites", gated.suites().stream().map(GateReport::json).toList());
    return json;
  }

  private static Map<String, Object> json(SuiteComparison suite) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("suite", suite.suite());
    json.putAll(SuiteJson.of(suite));
    return json;
  }

  /** The whole report as a document. */
  public Document document() {
    List<Block> judged = new ArrayList<>(List.of(checks()));
    verdict.reasonsBeyondChecks().forEach(reason -> judged.add(new Block.Notice(Tone.BAD, reason)));
    verdict.warnings().forEach(warning -> judged.add(new Block.Notice(Tone.WARNING, warning)));
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
    gated.suites().forEach(suite -> sections.add(SuiteSection.of(suite)));
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
   * Writes {@code verdict.json}, {@code junit.xml} and {@code report.html}, and for each suite a
   * table of its vectors under {@code tables/}; each whole or not at all.
   *
   * @param folder is made where it is missing
   * @throws IOException where a file cannot be written
   */
  public void write(Path folder) throws IOException {
    CanonicalJson.write(json(), folder.resolve("verdict.json"));
    JUnitXml.write(
        gated.gates().name(),
        CheckCases.of(gated.gates().name(), verdict),
        folder.resolve("junit.xml"));
    for (SuiteComparison suite : gated.suites()) {
      Block.Table vectors = SuiteSection.vectors(suite);
      AtomicFile.write(
          folder.resolve("tables").resolve(vectors.id() + ".csv"), CsvTables.render(vectors));
    }
    HtmlReport.write(document(), folder.resolve("report.html"));
  }
}
