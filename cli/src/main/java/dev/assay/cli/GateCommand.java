package dev.assay.cli;

import dev.assay.cli.console.Console;
import dev.assay.cli.console.ExitCode;
import dev.assay.pipeline.experiment.GatesFile;
import dev.assay.pipeline.predictions.GateReport;
import dev.assay.pipeline.predictions.GateRequest;
import dev.assay.pipeline.predictions.GatedPredictions;
import dev.assay.pipeline.predictions.PredictionsGate;
import dev.assay.pipeline.predictions.SideFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay gate}: a verdict on predictions that another program wrote. */
@Command(
    name = "gate",
    mixinStandardHelpOptions = true,
    description = {
      "Judge predictions that any program wrote by the gates of a file.",
      "Nothing passes by absence: a holdout or a champion that is missing holds."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:would promote",
      "1:a fault of Assay's own",
      "2:the input is wrong; nothing was judged",
      "3:held by a gate"
    },
    footerHeading = "%nExample:%n",
    footer = {
      "  assay gate gates.yaml --candidate recent=new.csv --champion recent=old.csv \\",
      "    --candidate-validation new-validation.csv --champion-cut 0.42 --out verdict"
    })
final class GateCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;

  @Mixin private SideCutOptions cuts;

  @Parameters(
      paramLabel = "GATES",
      description = {
        "An experiment file, or a small YAML file with name and gates, and if need be thresholds,"
            + " tiers, holdouts, suites, slices and horizon."
      })
  private Path file = Path.of("gates.yaml");

  @Option(
      names = "--candidate",
      paramLabel = "HOLDOUT=FILE",
      required = true,
      description = "The candidate's predictions on a holdout; once for each.")
  private LinkedHashMap<String, Path> candidate = new LinkedHashMap<>();

  @Option(
      names = "--champion",
      paramLabel = "HOLDOUT=FILE",
      description = "The champion's predictions on a holdout; once for each.")
  private LinkedHashMap<String, Path> champion = new LinkedHashMap<>();

  @Option(
      names = "--candidate-suite",
      paramLabel = "SUITE=FILE",
      description = {
        "The candidate's scores of the vectors of a suite of the gates file; once for each.",
        "'assay data vectors' writes what is to be scored."
      })
  private LinkedHashMap<String, Path> candidateSuites = new LinkedHashMap<>();

  @Option(
      names = "--champion-suite",
      paramLabel = "SUITE=FILE",
      description = "The champion's scores of the same vectors.")
  private LinkedHashMap<String, Path> championSuites = new LinkedHashMap<>();

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Write verdict.json, junit.xml, report.html and tables here.")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    Console console = common.console();
    GatesFile gates = GatesFile.read(file);
    GatedPredictions gated =
        PredictionsGate.judge(
            new GateRequest(
                gates,
                new SideFiles(candidate, candidateSuites, cuts.candidate(gates.decision())),
                new SideFiles(champion, championSuites, cuts.champion(gates.decision()))));
    GateReport report = new GateReport(gated);
    if (out != null) {
      report.write(out);
    }
    if (common.json()) {
      console.json(report.json());
    } else {
      print(gated, report, console);
    }
    return (gated.isPromoted() ? ExitCode.DONE : ExitCode.HELD).number();
  }

  private void print(GatedPredictions gated, GateReport report, Console console) {
    console.table(report.checks());
    console.line("");
    console.line(report.headline().toUpperCase(Locale.ROOT));
    gated.verdict().reasonsBeyondChecks().forEach(reason -> console.line("  held: " + reason));
    gated.verdict().warnings().forEach(warning -> console.line("  warning: " + warning));
    if (out != null) {
      console.line("report  " + out.resolve("report.html"));
    }
  }
}
