package dev.assay.cli;

import dev.assay.cli.console.Console;
import dev.assay.cli.console.ExitCode;
import dev.assay.cli.console.ProgressDisplay;
import dev.assay.core.progress.Progress;
import dev.assay.core.suite.SuiteOutcome;
import dev.assay.core.suite.VectorOutcome;
import dev.assay.core.suite.VectorOutcome.Result;
import dev.assay.pipeline.run.RecordedBundles;
import dev.assay.pipeline.run.Registries;
import dev.assay.pipeline.suite.BundleSuites;
import dev.assay.pipeline.suite.SuiteFacts;
import dev.assay.pipeline.suite.SuiteJson;
import dev.assay.pipeline.suite.SuiteReader;
import dev.assay.pipeline.suite.SuiteTables;
import dev.assay.registry.Registry;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code assay suite}: how a bundle of the registry behaves on suites. */
@Command(
    name = "suite",
    mixinStandardHelpOptions = true,
    description = {
      "Run behavioural test sets on a bundle of the registry, by the model that is served and at"
          + " its thresholds. It says what passes and holds nothing: gates do."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done, whatever passes", "1:a fault of Assay's own", "2:the input is wrong"},
    footerHeading = "%nExample:%n",
    footer = {
      "  assay suite champion moderation.yaml",
      "  assay suite 02b77d23 suites/known-cases.yaml --json"
    })
final class SuiteCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;

  @Parameters(
      index = "0",
      paramLabel = "BUNDLE",
      description = "'champion', or a bundle's hash, or its first digits.")
  private String bundle = RecordedBundles.CHAMPION;

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description = "An experiment file, all of whose suites are run, or a file of vectors.")
  private Path file = Path.of("experiment.yaml");

  @Override
  public Integer call() {
    Console console = common.console();
    Optional<Path> experiment = SuiteReader.isVectors(file) ? Optional.empty() : Optional.of(file);
    Registry registry = Registries.open(common.surroundings(experiment, Progress.SILENT));
    String hash = new RecordedBundles(registry).hash(bundle);
    List<SuiteOutcome> outcomes = run(registry, hash, console);
    if (common.json()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("bundle", hash);
      json.put("suites", outcomes.stream().map(SuiteJson::of).toList());
      console.json(json);
    } else {
      outcomes.forEach(outcome -> print(outcome, console));
    }
    return ExitCode.DONE.number();
  }

  private List<SuiteOutcome> run(Registry registry, String hash, Console console) {
    try (ProgressDisplay progress = console.progress()) {
      return new BundleSuites(registry.bundles().bundle(hash), progress).run(file);
    }
  }

  private static void print(SuiteOutcome outcome, Console console) {
    String facts =
        SuiteFacts.of(outcome).stream()
            .map(fact -> fact.name() + " " + fact.value())
            .collect(Collectors.joining(", "));
    console.line("suite " + outcome.suite() + ": " + facts);
    console.table(SuiteTables.functionalities("functionalities", "By functionality", outcome));
    print("failing", outcome.with(Result.FAIL), console);
    print("known failures that now pass", outcome.with(Result.UNEXPECTED_PASS), console);
    print("not judged", outcome.with(Result.NOT_JUDGED), console);
    console.line("");
  }

  private static void print(String caption, List<VectorOutcome> outcomes, Console console) {
    if (!outcomes.isEmpty()) {
      int shown = Math.min(SuiteTables.LISTED, outcomes.size());
      console.line("");
      console.line("%s: %d of %d".formatted(caption, shown, outcomes.size()));
      console.table(SuiteTables.outcomes("outcomes", caption, outcomes));
    }
  }
}
