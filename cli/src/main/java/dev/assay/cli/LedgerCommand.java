package dev.assay.cli;

import dev.assay.cli.console.Console;
import dev.assay.cli.console.ExitCode;
import dev.assay.core.ledger.LedgerEntry;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.NearestName;
import dev.assay.core.progress.Progress;
import dev.assay.pipeline.experiment.Experiment;
import dev.assay.pipeline.experiment.ExperimentReader;
import dev.assay.pipeline.ledger.ExperimentDraft;
import dev.assay.pipeline.ledger.LedgerDocument;
import dev.assay.pipeline.ledger.LedgerJson;
import dev.assay.pipeline.run.Registries;
import dev.assay.pipeline.run.RunPlan;
import dev.assay.registry.Registry;
import dev.assay.report.markdown.MarkdownDocument;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay ledger}: the book of experiments. */
@Command(
    name = "ledger",
    mixinStandardHelpOptions = true,
    description = {
      "Show the book of experiments: what was expected, what was measured, what was learned."
    },
    subcommands = {
      LedgerCommand.Show.class,
      LedgerCommand.PlanVerb.class,
      LedgerCommand.LearnVerb.class,
      LedgerCommand.NextVerb.class
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay ledger",
      "  assay ledger learn E3 --lesson 'contagion adds nothing' --next 'drop contagion'",
      "  assay ledger next E3 > next.yaml",
      "  assay ledger --markdown > LEDGER.md"
    })
final class LedgerCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;

  @Option(names = "--markdown", description = "Print the whole book as Markdown.")
  private boolean markdown;

  @Override
  public Integer call() {
    List<LedgerEntry> entries = registry(common).ledger().entries();
    Console console = common.console();
    if (common.json()) {
      console.json(LedgerJson.of(entries));
    } else if (markdown) {
      console.line(MarkdownDocument.render(LedgerDocument.of(entries)));
    } else {
      console.table(LedgerDocument.table(entries));
    }
    return ExitCode.DONE.number();
  }

  private static Registry registry(CommonOptions common) {
    return Registries.open(common.surroundings(Optional.empty(), Progress.SILENT));
  }

  private static LedgerEntry entry(Registry registry, String id) {
    return registry
        .ledger()
        .entry(id)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "ledger",
                    "there is no entry '" + id + "'.",
                    NearestName.advice(
                        id, registry.ledger().entries().stream().map(LedgerEntry::id).toList())));
  }

  private static void print(CommonOptions common, LedgerEntry entry) {
    Console console = common.console();
    if (common.json()) {
      console.json(LedgerJson.of(entry));
    } else {
      console.line(MarkdownDocument.render(LedgerDocument.of(List.of(entry))));
    }
  }

  /** {@code assay ledger show}. */
  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Show one entry whole.",
      footerHeading = "%nExample:%n",
      footer = {"  assay ledger show E3"})
  static final class Show implements Callable<Integer> {

    @Mixin private CommonOptions common;

    @Parameters(paramLabel = "ENTRY", description = "The entry's id.")
    private String id = "";

    @Override
    public Integer call() {
      print(common, entry(registry(common), id));
      return ExitCode.DONE.number();
    }
  }

  /** {@code assay ledger plan}. */
  @Command(
      name = "plan",
      mixinStandardHelpOptions = true,
      description = {
        "Freeze hypothesis and expected effects of an experiment before it is run.",
        "A plan of the same experiment that was not run is superseded."
      },
      footerHeading = "%nExample:%n",
      footer = {"  assay ledger plan weekly.yaml"})
  static final class PlanVerb implements Callable<Integer> {

    @Mixin private CommonOptions common;

    @Parameters(paramLabel = "EXPERIMENT", description = "The experiment file.")
    private Path file = Path.of("experiment.yaml");

    @Override
    public Integer call() {
      Experiment experiment = ExperimentReader.read(file);
      Registry registry = Registries.open(common.surroundings(Optional.of(file), Progress.SILENT));
      String id = RunPlan.freeze(registry, experiment, common.actor());
      print(common, entry(registry, id));
      return ExitCode.DONE.number();
    }
  }

  /** {@code assay ledger learn}. */
  @Command(
      name = "learn",
      mixinStandardHelpOptions = true,
      description = "Write down what an experiment taught, and what to try next.",
      footerHeading = "%nExample:%n",
      footer = {
        "  assay ledger learn E3 --lesson 'contagion adds nothing' --next 'drop contagion'"
      })
  static final class LearnVerb implements Callable<Integer> {

    @Mixin private CommonOptions common;

    @Parameters(paramLabel = "ENTRY", description = "The entry's id.")
    private String id = "";

    @Option(names = "--lesson", paramLabel = "TEXT", description = "What was learned.")
    private @Nullable String lesson;

    @Option(
        names = "--next",
        paramLabel = "TEXT",
        description = "What to try next; may be given several times.")
    private List<String> next = List.of();

    @Override
    public Integer call() {
      if (lesson == null && next.isEmpty()) {
        throw new InvalidInputException(
            "ledger learn", "says nothing.", "Give --lesson, --next or both.");
      }
      String text = lesson == null ? "" : lesson;
      print(common, registry(common).ledger().learn(id, text, next, common.actor()));
      return ExitCode.DONE.number();
    }
  }

  /** {@code assay ledger next}. */
  @Command(
      name = "next",
      mixinStandardHelpOptions = true,
      description = {
        "Draft the next experiment file from what an entry says to try next: the file of its run"
            + " with the first idea as hypothesis, building on that run."
      },
      footerHeading = "%nExample:%n",
      footer = {"  assay ledger next E3 > next.yaml"})
  static final class NextVerb implements Callable<Integer> {

    @Mixin private CommonOptions common;

    @Parameters(paramLabel = "ENTRY", description = "The entry's id.")
    private String id = "";

    @Override
    public Integer call() {
      Registry registry = registry(common);
      common.console().line(ExperimentDraft.of(entry(registry, id), registry.runs()));
      return ExitCode.DONE.number();
    }
  }
}
