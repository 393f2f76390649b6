package dev.assay.cli;

import dev.assay.cli.console.Console;
import dev.assay.cli.console.ExitCode;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.suite.Suite;
import dev.assay.pipeline.experiment.GatesFile;
import dev.assay.pipeline.experiment.SuiteDeclaration;
import dev.assay.pipeline.suite.SuiteInputs;
import dev.assay.pipeline.suite.SuiteReader;
import dev.assay.report.file.AtomicFile;
import dev.assay.report.table.CsvTables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay data vectors}: what suites show a model, for models of other programs. */
@Command(
    name = "vectors",
    mixinStandardHelpOptions = true,
    description = {
      "Write the inputs of suites as tables, for another program to score; 'assay gate"
          + " --candidate-suite' takes the scores by the ids. What is expected is not in them."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:a fault of Assay's own", "2:the input is wrong"},
    footerHeading = "%nExample:%n",
    footer = {"  assay data vectors gates.yaml --out to-score"})
final class DataVectorsCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;

  @Parameters(
      paramLabel = "FILE",
      description = "A gates or experiment file, all of whose suites are written, or one suite.")
  private Path file = Path.of("gates.yaml");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FOLDER",
      description = "Write SUITE.csv here for each suite.")
  private Path out = Path.of("to-score");

  @Override
  public Integer call() throws IOException {
    Console console = common.console();
    List<Map<String, Object>> written = new ArrayList<>();
    for (Suite suite : suites()) {
      Path table = out.resolve(suite.name() + ".csv");
      AtomicFile.write(table, CsvTables.render(SuiteInputs.table(suite)));
      if (common.json()) {
        written.add(json(suite, table));
      } else {
        console.line("%,d inputs in %s".formatted(suite.rows(), table));
      }
    }
    if (common.json()) {
      console.json(Map.of("suites", written));
    }
    return ExitCode.DONE.number();
  }

  private static Map<String, Object> json(Suite suite, Path table) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("suite", suite.name());
    json.put("inputs", suite.rows());
    json.put("file", table.toString());
    return json;
  }

  private List<Suite> suites() {
    Path whole = file.toAbsolutePath().normalize();
    Path folder = Objects.requireNonNull(whole.getParent());
    if (SuiteReader.isVectors(file)) {
      String name = String.valueOf(whole.getFileName());
      return List.of(
          SuiteReader.ofAnything(folder, GatesFile.TEXT).read(SuiteDeclaration.ofFile(name)));
    }
    GatesFile gates = GatesFile.read(file);
    if (gates.suites().isEmpty()) {
      throw new InvalidInputException(
          file.toString(), "names no suite.", "Add 'suites: [suites/known-cases.yaml]'.");
    }
    SuiteReader reader = SuiteReader.ofAnything(folder, gates.textColumn());
    return gates.suites().stream().map(reader::read).toList();
  }
}
