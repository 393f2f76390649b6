package dev.assay.pipeline.reporting;

import dev.assay.core.bundle.Provenance;
import dev.assay.pipeline.trial.CompletedRun;
import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
import dev.assay.report.document.Section;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the run was made from and how long it took. */
final class ProvenanceSection {

  private ProvenanceSection() {}

  static Section of(CompletedRun run) {
    return new Section(
        "provenance", "Provenance", List.of(facts(run), files(run), versions(run), stages(run)));
  }

  /** Hashes, machine and seeds. */
  static Block.Facts facts(CompletedRun run) {
    Provenance provenance = run.candidateManifest().provenance();
    List<Block.Fact> facts = new ArrayList<>();
    facts.add(new Block.Fact("Candidate bundle", run.candidateHash()));
    facts.add(new Block.Fact("Candidate weights", run.candidateManifest().weightsHash()));
    facts.add(new Block.Fact("Champion bundle", run.champion().hash()));
    facts.add(new Block.Fact("Experiment file", provenance.experimentHash()));
    facts.add(new Block.Fact("Data", provenance.dataFingerprint()));
    facts.add(new Block.Fact("Code", provenance.codeFingerprint()));
    facts.add(new Block.Fact("Machine", provenance.machine()));
    facts.add(new Block.Fact("Threads", Integer.toString(provenance.threads())));
    facts.add(
        new Block.Fact(
            "Seeds",
            provenance.seeds().stream().map(String::valueOf).collect(Collectors.joining(", "))));
    return new Block.Facts(facts);
  }

  private static Block.Table files(CompletedRun run) {
    return new Block.Table(
        "data-files",
        "Files that the examples were read from",
        List.of("file", "SHA-256"),
        run.loaded().facts().files().stream()
            .map(file -> List.of(Cell.text(file.path()), Cell.text(file.sha256())))
            .toList());
  }

  private static Block.Table versions(CompletedRun run) {
    List<List<Cell>> rows = new ArrayList<>();
    run.candidateManifest()
        .provenance()
        .versions()
        .forEach((name, version) -> rows.add(List.of(Cell.text(name), Cell.text(version))));
    return new Block.Table(
        "versions", "Versions of what took part", List.of("library", "version"), rows);
  }

  private static Block.Table stages(CompletedRun run) {
    List<List<Cell>> rows = new ArrayList<>();
    run.durations().forEach((stage, time) -> rows.add(row(stage, time)));
    Duration all = run.durations().values().stream().reduce(Duration.ZERO, Duration::plus);
    rows.add(row("all together", all));
    return new Block.Table(
        "stage-times", "Time by stage, in seconds", List.of("stage", "seconds"), rows);
  }

  private static List<Cell> row(String stage, Duration time) {
    return List.of(Cell.text(stage), new Cell.Number(time.toMillis() / 1000.0, 2, false));
  }
}
