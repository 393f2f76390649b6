package dev.assay.cli;

import dev.assay.cli.console.Console;
import dev.assay.cli.console.ExitCode;
import dev.assay.core.progress.Progress;
import dev.assay.pipeline.doctor.Doctor;
import dev.assay.pipeline.doctor.Finding;
import dev.assay.pipeline.doctor.Finding.Health;
import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
import dev.assay.report.document.Tone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code assay doctor}: whether Assay can work here. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = {
      "Look at what Assay stands on, and say what to mend: Java, memory, native libraries, the"
          + " home, its records, and every file of the champions."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:all works", "1:a fault of Assay's own", "2:something is broken"},
    footerHeading = "%nExample:%n",
    footer = {"  assay doctor --home .assay"})
final class DoctorCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;

  @Override
  public Integer call() {
    List<Finding> findings = Doctor.examine(common.surroundings(Optional.empty(), Progress.SILENT));
    boolean works = findings.stream().noneMatch(one -> one.health() == Health.BROKEN);
    Console console = common.console();
    if (common.json()) {
      console.json(json(findings, works));
    } else {
      print(findings, console);
    }
    return (works ? ExitCode.DONE : ExitCode.INVALID_INPUT).number();
  }

  private static void print(List<Finding> findings, Console console) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Finding finding : findings) {
      rows.add(
          List.of(
              Cell.text(finding.what()),
              new Cell.Mark(word(finding.health()), tone(finding.health())),
              Cell.text(finding.words())));
    }
    console.table(
        new Block.Table("findings", "Findings", List.of("what", "health", "found"), rows));
    for (Finding finding : findings) {
      if (finding.health() != Health.FINE) {
        console.line("");
        console.line(finding.what() + ": " + finding.words());
        if (!finding.mend().isEmpty()) {
          console.line("  mend: " + finding.mend());
        }
      }
    }
  }

  private static Map<String, Object> json(List<Finding> findings, boolean works) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("works", works);
    List<Map<String, Object>> list = new ArrayList<>();
    for (Finding finding : findings) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("what", finding.what());
      one.put("health", word(finding.health()));
      one.put("found", finding.words());
      one.put("mend", finding.mend());
      list.add(one);
    }
    json.put("findings", list);
    return json;
  }

  private static String word(Health health) {
    return health.name().toLowerCase(Locale.ROOT);
  }

  private static Tone tone(Health health) {
    return switch (health) {
      case FINE -> Tone.GOOD;
      case DOUBTFUL -> Tone.WARNING;
      case BROKEN -> Tone.BAD;
    };
  }
}
