package dev.assay.pipeline.run;

import dev.assay.core.gate.Decision;
import dev.assay.pipeline.reporting.RunFolder;
import dev.assay.pipeline.trial.CompletedRun;
import dev.assay.pipeline.trial.Scored;
import dev.assay.registry.Registry;
import dev.assay.registry.history.HistoryRequest;
import dev.assay.registry.run.Finish;
import dev.assay.registry.run.Judgement;
import dev.assay.registry.run.RecordedScores;
import dev.assay.registry.run.RunOutcome;
import dev.assay.registry.run.RunRecord;
import dev.assay.report.json.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes a run down: its reports first, each whole or not at all, then everything in the registry
 * in one transaction. A run that is killed before that has changed nothing.
 */
final class RecordStage {

  /** Where the folders of runs lie in a home. */
  static final String FOLDERS = "runs";

  /** Ends the name of the folder of a repetition that came out another way. */
  private static final String DIFFERING = ".differing";

  private final Registry registry;
  private final Surroundings surroundings;
  private final Instant started;

  RecordStage(Registry registry, Surroundings surroundings, Instant started) {
    this.registry = registry;
    this.surroundings = surroundings;
    this.started = started;
  }

  /**
   * Records a new run.
   *
   * @param entry the ledger entry that it belongs to
   */
  RunResult record(CompletedRun run, String entry) {
    Path folder = folder(run.identity().runId());
    String verdictJson = RunFolder.verdict(run);
    RunFolder.write(run, verdictJson, folder);
    Finish finish = registry.finish(outcome(run, entry, verdictJson, folder));
    return result(run, new RunEnding.Recorded(finish), folder);
  }

  /**
   * Writes the reports of a repeated run again and adds nothing to the record. Where its verdict is
   * not the recorded one, the reports of the recorded one stay and the others go beside them.
   *
   * @param recorded the run that it repeats
   */
  RunResult repeat(CompletedRun run, RunRecord recorded) {
    String verdictJson = RunFolder.verdict(run);
    RunEnding ending = new Repetition(registry, recorded).ending(run, verdictJson);
    String name = run.identity().runId();
    Path folder = folder(ending instanceof RunEnding.Irreproducible ? name + DIFFERING : name);
    RunFolder.write(run, verdictJson, folder);
    return result(run, ending, folder);
  }

  private Path folder(String name) {
    return surroundings.home().resolve(FOLDERS).resolve(name);
  }

  private static RunResult result(CompletedRun run, RunEnding ending, Path folder) {
    return new RunResult(
        run.identity().runId(),
        run.verdict(),
        ending,
        folder,
        run.candidateHash(),
        run.champion().hash(),
        run.verdict().warnings());
  }

  private RunOutcome outcome(CompletedRun run, String entry, String verdictJson, Path folder) {
    List<Judgement> judgements = new ArrayList<>();
    List<RecordedScores> scores = new ArrayList<>();
    for (Scored one : run.scored()) {
      judgements.add(new Judgement(run.candidateHash(), one.set().name(), one.set().hash()));
      if (one.set().isFrozen()) {
        scores.add(
            new RecordedScores(run.candidateHash(), one.set().hash(), one.candidateScoresHash()));
      }
    }
    return new RunOutcome(
        record(run, verdictJson, folder),
        judgements,
        scores,
        new RunOutcome.Measurement(entry, run.difference(), run.measured()),
        request(run));
  }

  private RunRecord record(CompletedRun run, String verdictJson, Path folder) {
    Map<String, String> guarded = GoalpostRecord.guarded(run.experiment(), run.loaded());
    return RunRecord.builder(run.identity().runId(), run.experiment().name())
        .inputs(run.identity().inputsKey(), run.loaded().asOf().orElse(null))
        .sides(run.champion().hash(), run.candidateHash())
        .verdict(
            decision(run), registry.objects().put(verdictJson.getBytes(StandardCharsets.UTF_8)))
        .folder(surroundings.home().relativize(folder).toString())
        .time(started, surroundings.clock().instant())
        .experimentText(run.experiment().text())
        .guarded(CanonicalJson.render(guarded))
        .configuration(CanonicalJson.render(run.configuration()))
        .build();
  }

  private HistoryRequest request(CompletedRun run) {
    String id = run.identity().runId();
    return switch (run.verdict().decision()) {
      case PROMOTE ->
          HistoryRequest.Promote.passed(
              run.candidateHash(), run.champion().hash(), surroundings.actor(), id);
      case HOLD ->
          new HistoryRequest.Hold(
              run.candidateHash(),
              surroundings.actor(),
              String.join("; ", run.verdict().reasonsToHold()),
              id);
    };
  }

  private static Decision decision(CompletedRun run) {
    return run.verdict().decision() == Decision.PROMOTE ? Decision.PROMOTE : Decision.HOLD;
  }
}
