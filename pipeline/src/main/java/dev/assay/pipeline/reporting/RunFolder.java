package dev.assay.pipeline.reporting;

import dev.assay.core.model.KeptModel;
import dev.assay.core.suite.SuiteComparison;
import dev.assay.data.predictions.JudgedPredictions;
import dev.assay.data.predictions.JudgedPredictionsFile;
import dev.assay.pipeline.suite.SuiteSection;
import dev.assay.pipeline.trial.CompletedRun;
import dev.assay.pipeline.verdict.CheckCases;
import dev.assay.report.document.Block;
import dev.assay.report.document.Document;
import dev.assay.report.file.AtomicFile;
import dev.assay.report.html.HtmlReport;
import dev.assay.report.json.CanonicalJson;
import dev.assay.report.junit.JUnitXml;
import dev.assay.report.markdown.MarkdownDocument;
import dev.assay.report.table.CsvTables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The folder of a run.
 *
 * <ul>
 *   <li>{@code verdict.json}: for programs; the same run gives the same bytes
 *   <li>{@code junit.xml}: the checks as build systems show them
 *   <li>{@code report.html}: for people, one file that opens offline
 *   <li>{@code report.md}: the same in Markdown, as merge requests show it
 *   <li>{@code model-card.md}: what a user of the model should know
 *   <li>{@code predictions.parquet}: scores of both sides on every set that was judged on
 *   <li>{@code tables/}: the tables of the report as CSV, and all vectors of the suites
 *   <li>{@code experiment.yaml}, {@code configuration.json}: what was asked for, and what that
 *       comes to with every default
 *   <li>{@code kept/phase-N/}, {@code kept/epoch-N/}: what the model was at other points of its
 *       training, where these are kept
 * </ul>
 */
public final class RunFolder {

  private RunFolder() {}

  /** What stands in {@code verdict.json}. */
  public static String verdict(CompletedRun run) {
    return CanonicalJson.render(VerdictJson.of(run));
  }

  /**
   * Writes the folder, whole or not at all; a former one of the same run is replaced.
   *
   * @param verdict what stands in {@code verdict.json}
   * @throws UncheckedIOException where it cannot be written; a former folder then still stands
   */
  public static void write(CompletedRun run, String verdict, Path folder) {
    Document report = ReportDocument.of(run);
    try {
      new FolderSwap(folder).replace(draft -> fill(draft, run, verdict, report));
    } catch (IOException e) {
      throw new UncheckedIOException("Writing " + folder, e);
    }
  }

  private static void fill(Path draft, CompletedRun run, String verdict, Document report)
      throws IOException {
    AtomicFile.write(draft.resolve("verdict.json"), verdict);
    AtomicFile.write(draft.resolve("experiment.yaml"), run.experiment().text());
    CanonicalJson.write(run.configuration(), draft.resolve("configuration.json"));
    JUnitXml.write(
        run.identity().runId(),
        CheckCases.of(run.experiment().name(), run.verdict()),
        draft.resolve("junit.xml"));
    HtmlReport.write(report, draft.resolve("report.html"));
    AtomicFile.write(draft.resolve("report.md"), MarkdownDocument.render(report));
    Path tables = draft.resolve("tables");
    CsvTables.write(report, tables);
    for (SuiteComparison suite : run.suites()) {
      Block.Table vectors = SuiteSection.vectors(suite);
      AtomicFile.write(tables.resolve(vectors.id() + ".csv"), CsvTables.render(vectors));
    }
    AtomicFile.write(draft.resolve("model-card.md"), ModelCard.of(run));
    JudgedPredictionsFile.write(draft.resolve("predictions.parquet"), judged(run));
    for (KeptModel kept : run.candidate().fitted().kept()) {
      KeptFolder.of(draft, kept.name()).write(kept.files());
    }
  }

  private static List<JudgedPredictions> judged(CompletedRun run) {
    return run.scored().stream()
        .map(
            one ->
                new JudgedPredictions(
                    one.set().name(), one.allCandidate(), one.champion().predictions()))
        .toList();
  }
}
