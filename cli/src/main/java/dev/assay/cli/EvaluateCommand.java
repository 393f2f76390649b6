package dev.assay.cli;

import dev.assay.cli.console.Console;
import dev.assay.cli.console.ExitCode;
import dev.assay.pipeline.predictions.EvaluatedPredictions;
import dev.assay.pipeline.predictions.EvaluationReport;
import dev.assay.pipeline.predictions.PredictionsRequest;
import dev.assay.report.html.HtmlReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay evaluate}: all metrics of a predictions file. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = {
      "Measure predictions that any program wrote: every metric, with intervals, of the whole, of"
          + " each label, slice and group."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:a fault of Assay's own", "2:the input is wrong"},
    footerHeading = "%nExample:%n",
    footer = {
      "  assay evaluate test.csv --choose-on validation.csv --maximise f1 --slices language"
    })
final class EvaluateCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;

  @Mixin private CutOptions cuts;

  @Mixin private HorizonOption horizon;

  @Parameters(
      paramLabel = "PREDICTIONS",
      description = {
        "A Parquet, CSV or JSON lines file with columns id, score and truth, or score_LABEL and"
            + " truth_LABEL; and group, time, event, source where there are."
      })
  private Path file = Path.of("predictions.csv");

  @Option(
      names = "--labels",
      paramLabel = "LABEL",
      split = ",",
      description = "The labels to look at, in order. Default: all.")
  private List<String> labels = new ArrayList<>();

  @Option(
      names = "--slices",
      paramLabel = "COLUMN",
      split = ",",
      description = "Columns to break the figures down by.")
  private List<String> slices = new ArrayList<>();

  @Option(names = "--html", paramLabel = "FILE", description = "Write the report as a page, too.")
  private @Nullable Path html;

  @Override
  public Integer call() throws IOException {
    Console console = common.console();
    EvaluatedPredictions evaluated =
        EvaluatedPredictions.of(
            new PredictionsRequest(file, labels, slices), cuts.cuts(), horizon.days());
    EvaluationReport report = new EvaluationReport(evaluated);
    if (html != null) {
      HtmlReport.write(report.document(), html);
    }
    if (common.json()) {
      console.json(report.json());
    } else {
      print(evaluated, report, console);
    }
    return ExitCode.DONE.number();
  }

  private static void print(
      EvaluatedPredictions evaluated, EvaluationReport report, Console console) {
    console.line(report.support());
    console.line("decided by " + evaluated.decidedBy().words());
    evaluated.notes().forEach(console::line);
    console.line("");
    console.table(report.whole());
    report
        .parts()
        .forEach(
            table -> {
              console.line("");
              console.line(table.caption());
              console.table(table);
            });
  }
}
