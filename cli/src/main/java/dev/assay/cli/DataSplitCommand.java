package dev.assay.cli;

import dev.assay.cli.console.Console;
import dev.assay.cli.console.ExitCode;
import dev.assay.cli.console.ProgressDisplay;
import dev.assay.data.parts.Assignment;
import dev.assay.data.parts.Fate;
import dev.assay.data.parts.Part;
import dev.assay.data.parts.Quarantined;
import dev.assay.pipeline.data.DataSplit;
import dev.assay.pipeline.experiment.Experiment;
import dev.assay.pipeline.run.SplitStage;
import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code assay data split}: assigns rows to parts and records it. */
@Command(
    name = "split",
    mixinStandardHelpOptions = true,
    description = {
      "Assign every row to train, validation or test and record it, as a run does.",
      "An id that is on record never changes its part."
    },
    footerHeading = "%nExample:%n",
    footer = {"  assay data split weekly.yaml --out parts.csv"})
final class DataSplitCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;

  @Mixin private ExperimentArguments arguments;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Also write id, part and fate of every row outside of the holdouts as CSV.")
  private @Nullable Path out;

  @Override
  public Integer call() {
    Experiment experiment = arguments.read();
    Console console = common.console();
    SplitStage.Assigned assigned;
    try (ProgressDisplay progress = console.progress()) {
      assigned =
          new DataSplit(experiment, common.home(Optional.of(arguments.file())), progress)
              .split(arguments.asOf());
    }
    if (out != null) {
      DataSplit.write(assigned, out);
    }
    if (common.json()) {
      console.json(json(assigned));
    } else {
      print(console, assigned);
    }
    return ExitCode.DONE.number();
  }

  private void print(Console console, SplitStage.Assigned assigned) {
    Assignment assignment = assigned.assignment();
    List<List<Cell>> rows = new ArrayList<>();
    for (Part part : Part.values()) {
      rows.add(
          List.of(
              Cell.text(part.word()),
              Cell.count(assignment.count(part, Fate.KEPT)),
              Cell.count(assignment.count(part, Fate.PURGED)),
              Cell.count(assignment.count(part, Fate.DROPPED_LEAKING))));
    }
    console.table(
        new Block.Table(
            "parts",
            "Examples outside of the holdouts",
            List.of("part", "kept", "purged near a part that judges", "dropped as leaking"),
            rows));
    List<Quarantined> quarantined = assignment.quarantined();
    if (!quarantined.isEmpty()) {
      console.line("");
      console.line("%,d new rows link two parts and are in none:".formatted(quarantined.size()));
      quarantined.forEach(row -> console.line("  " + row.id() + ": " + row.reason()));
    }
    if (out != null) {
      console.line("");
      console.line("Wrote %,d rows to %s".formatted(assigned.rest().size(), out));
    }
  }

  private static Map<String, Object> json(SplitStage.Assigned assigned) {
    Assignment assignment = assigned.assignment();
    Map<String, Object> parts = new LinkedHashMap<>();
    for (Part part : Part.values()) {
      Map<String, Object> fates = new LinkedHashMap<>();
      for (Fate fate : List.of(Fate.KEPT, Fate.PURGED, Fate.DROPPED_LEAKING)) {
        fates.put(fate.name().toLowerCase(Locale.ROOT), assignment.count(part, fate));
      }
      parts.put(part.word(), fates);
    }
    Map<String, Object> quarantined = new LinkedHashMap<>();
    assignment.quarantined().forEach(row -> quarantined.put(row.id(), row.reason()));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("parts", parts);
    json.put("quarantined", quarantined);
    return json;
  }
}
