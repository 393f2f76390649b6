package dev.assay.cli;

import dev.assay.cli.console.Console;
import dev.assay.cli.console.ExitCode;
import dev.assay.pipeline.experiment.DecisionDeclaration;
import dev.assay.pipeline.predictions.ComparisonReport;
import dev.assay.pipeline.predictions.PredictionsComparison;
import dev.assay.pipeline.predictions.PredictionsRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay compare}: two predictions files on the same examples. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = {
      "Compare the predictions of a candidate with those of a champion on the same examples: every"
          + " metric, and its difference with an interval."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:a fault of Assay's own", "2:the input is wrong"},
    footerHeading = "%nExample:%n",
    footer = {"  assay compare new.csv old.csv --candidate-cut 0.4 --champion-cut 0.5"})
final class CompareCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;

  @Mixin private SideCutOptions cuts;

  @Mixin private HorizonOption horizon;

  @Parameters(index = "0", paramLabel = "CANDIDATE", description = "The candidate's predictions.")
  private Path candidate = Path.of("candidate.csv");

  @Parameters(index = "1", paramLabel = "CHAMPION", description = "The champion's predictions.")
  private Path champion = Path.of("champion.csv");

  @Option(
      names = "--slices",
      paramLabel = "COLUMN",
      split = ",",
      description = "Columns to break the figures down by.")
  private List<String> slices = new ArrayList<>();

  @Override
  public Integer call() {
    Console console = common.console();
    PredictionsComparison compared =
        PredictionsComparison.of(
            new PredictionsRequest(candidate, List.of(), slices),
            cuts.candidate(DecisionDeclaration.STANDARD),
            new PredictionsRequest(champion, List.of(), slices),
            cuts.champion(DecisionDeclaration.STANDARD),
            horizon.days());
    ComparisonReport report = new ComparisonReport(compared.comparison());
    if (common.json()) {
      console.json(json(compared, report));
    } else {
      console.line(report.basis());
      console.line("candidate decided by " + compared.candidateBy().words());
      console.line("champion decided by " + compared.championBy().words());
      console.line("");
      console.table(report.whole("whole"));
      report
          .parts("parts")
          .ifPresent(
              table -> {
                console.line("");
                console.line(table.caption());
                console.table(table);
              });
    }
    return ExitCode.DONE.number();
  }

  private static Map<String, Object> json(PredictionsComparison compared, ComparisonReport report) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("candidate_decided_by", compared.candidateBy().words());
    json.put("champion_decided_by", compared.championBy().words());
    json.putAll(report.json());
    return json;
  }
}
