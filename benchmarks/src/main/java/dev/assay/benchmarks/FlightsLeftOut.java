package dev.assay.benchmarks;

import dev.assay.core.comparison.Side;
import dev.assay.core.evaluation.Evaluation;
import dev.assay.core.evaluation.Subject;
import dev.assay.core.metric.Metric;
import dev.assay.core.progress.Progress;
import dev.assay.pipeline.experiment.Experiment;
import dev.assay.pipeline.experiment.ExperimentReader;
import dev.assay.pipeline.fold.FoldTraining;
import dev.assay.pipeline.fold.GroupedHoldout;
import dev.assay.pipeline.fold.Procedure;
import dev.assay.pipeline.run.LoadStage;
import dev.assay.pipeline.run.SplitStage;
import dev.assay.pipeline.trial.LoadedExamples;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Leaves out each origin of three million flights in turn, for the candidate's procedure; {@code
 * leftout-flights.sh} runs it and watches its memory.
 */
public final class FlightsLeftOut {

  private FlightsLeftOut() {}

  /**
   * Runs the benchmark.
   *
   * @param arguments the experiment file, the folder that folds are kept in, and the one that the
   *     rows are written to for Python
   */
  public static void main(String[] arguments) {
    Experiment experiment = ExperimentReader.read(Path.of(arguments[0]));
    Path home = Path.of(arguments[1]);
    LoadedExamples loaded = new LoadStage(experiment, Progress.SILENT).load(Optional.empty());
    RowsForPython.write(loaded.dataset(), Path.of(arguments[2]));
    GroupedHoldout holdout =
        new SplitStage(experiment, home, Progress.SILENT).assign(loaded).grouped().getFirst();
    Procedure procedure =
        new Procedure(
            experiment.training().trainer(),
            experiment.training().settings(),
            experiment.training().seed(),
            experiment.decision());
    long start = System.nanoTime();
    FoldTraining training =
        new FoldTraining(
            holdout.name(),
            holdout.folds(),
            Optional.empty(),
            home,
            "benchmark",
            0,
            Progress.ofSteps((stage, done, total, detail) -> report(start, done, total)));
    Side side = training.score("candidate", procedure);
    System.out.printf(
        "roc_auc over all left-out rows: %s%n",
        Evaluation.of(side.predictions(), side.rule())
            .value(Metric.parse("roc_auc"), new Subject.Whole()));
  }

  private static void report(long start, long done, long total) {
    System.out.printf(
        "%d of %d folds after %.0f s%n", done, total, (System.nanoTime() - start) / 1e9);
  }
}
