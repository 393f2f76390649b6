package dev.assay.cli;

import dev.assay.cli.console.Console;
import dev.assay.cli.console.ExitCode;
import dev.assay.pipeline.data.SimulatedData;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay data generate}: simulated rows as a file. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    description = "Write the rows of a seeded simulation, whose truth is known, to a file.",
    footerHeading = "%nExample:%n",
    footer = {"  assay data generate outage-panel --seed 1 --out panel.parquet"})
final class DataGenerateCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;

  @Parameters(
      paramLabel = "SIMULATION",
      completionCandidates = Names.class,
      description = {"What to simulate:", "${COMPLETION-CANDIDATES}."})
  private String simulation = "";

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Another seed, other rows. Default: ${DEFAULT-VALUE}.",
      defaultValue = "1")
  private long seed;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "The file to write: .csv or .parquet. One that is there is replaced.")
  private Path out = Path.of("");

  @Override
  public Integer call() {
    SimulatedData.write(simulation, seed, out);
    Console console = common.console();
    if (common.json()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("simulation", simulation);
      json.put("seed", seed);
      json.put("file", out.toString());
      console.json(json);
    } else {
      console.line("Wrote %s: simulated %s, seed %d.".formatted(out, simulation, seed));
    }
    return ExitCode.DONE.number();
  }

  /** The simulations with what they are, for the help. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      List<String> names = new ArrayList<>();
      SimulatedData.descriptions().forEach((name, what) -> names.add(name + " (" + what + ")"));
      return names.iterator();
    }
  }
}
