package dev.assay.cli;

import dev.assay.cli.console.Console;
import dev.assay.cli.console.ExitCode;
import dev.assay.cli.console.ProgressDisplay;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.pipeline.audit.AuditReport;
import dev.assay.pipeline.audit.AuditedLabels;
import dev.assay.pipeline.audit.SupportNeeded;
import dev.assay.pipeline.experiment.Experiment;
import dev.assay.pipeline.run.DataAudit;
import dev.assay.report.document.Block;
import dev.assay.report.file.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code assay data audit}: where more labels would pay. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = {
      "Show which groups and labels of a run are inconclusive or have too little support, how many"
          + " more events would settle them, and which rows to label or look at again first.",
      "Rows are scored only by models that were not trained on them. Nothing goes on record."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:a fault of Assay's own", "2:the input is wrong"},
    footerHeading = "%nExample:%n",
    footer = {"  assay data audit weekly.yaml --effect 0.03 --out rows.jsonl"})
final class DataAuditCommand implements Callable<Integer> {

  private static final int ROWS_SHOWN = 10;

  @Mixin private CommonOptions common;

  @Mixin private ExperimentArguments arguments;

  @Option(
      names = "--run",
      paramLabel = "RUN",
      description = {
        "The run whose figures are looked at and whose candidate scores the rows.",
        "Default: the experiment's last run, and the champion."
      })
  private @Nullable String run;

  @Option(
      names = "--effect",
      paramLabel = "D",
      description = {
        "The difference of a metric that a figure should be able to show.",
        "Default: ${DEFAULT-VALUE}."
      },
      defaultValue = "0.05")
  private double effect;

  @Option(
      names = "--most",
      paramLabel = "N",
      description = "How many rows at most are given. Default: ${DEFAULT-VALUE}.",
      defaultValue = "1000")
  private int most;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The rows as JSON lines, the most urgent first. One that is there is replaced.")
  private @Nullable Path out;

  @Override
  public Integer call() {
    SupportNeeded.checkEffect(effect);
    if (most < 1) {
      throw new InvalidInputException("--most", "is " + most + ".", "Give 1 or more.");
    }
    Experiment experiment = arguments.read();
    Console console = common.console();
    AuditedLabels audited = audit(experiment, console);
    AuditReport report = new AuditReport(audited);
    if (out != null) {
      write(out, report.jsonLines());
    }
    if (common.json()) {
      console.json(report.json());
    } else {
      print(audited, report, console);
    }
    return ExitCode.DONE.number();
  }

  private AuditedLabels audit(Experiment experiment, Console console) {
    try (ProgressDisplay progress = console.progress()) {
      return new DataAudit(experiment, common.surroundings(Optional.of(arguments.file()), progress))
          .audit(arguments.asOf(), Optional.ofNullable(run), effect, most);
    }
  }

  private static void write(Path file, String lines) {
    try {
      AtomicFile.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException("The rows cannot be written to " + file + ".", e);
    }
  }

  private void print(AuditedLabels audited, AuditReport report, Console console) {
    if (!audited.needs().isEmpty()) {
      print(report.needs(), console);
    }
    if (!audited.rows().isEmpty()) {
      print(report.rows(ROWS_SHOWN), console);
    }
    report.sentences().forEach(console::line);
    int left = audited.rowsLeftOut();
    console.line(
        "%,d rows to label%s, by run %s"
            .formatted(
                audited.rows().size(),
                left > 0 ? " (%,d less urgent ones left out)".formatted(left) : "",
                audited.runId()));
    if (out != null) {
      console.line("rows in " + out);
    }
  }

  private static void print(Block.Table table, Console console) {
    console.line(table.caption());
    console.table(table);
    console.line("");
  }
}
