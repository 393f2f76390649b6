package dev.assay.pipeline.run;

import dev.assay.core.bundle.TrainingExposure;
import dev.assay.core.suite.Suite;
import dev.assay.core.suite.SuiteComparison;
import dev.assay.core.suite.Vector;
import dev.assay.core.suite.VectorOutcome;
import dev.assay.data.leak.Exposure;
import dev.assay.pipeline.suite.SuiteScoring;
import dev.assay.pipeline.trial.Contender;
import dev.assay.pipeline.trial.LoadedSuite;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Runs the suites of an experiment on candidate and champion. */
final class SuiteStage {

  private SuiteStage() {}

  /** Both on every suite. */
  static List<SuiteComparison> run(
      List<LoadedSuite> suites, Contender candidate, Contender champion) {
    return suites.stream().map(suite -> run(suite, candidate, champion)).toList();
  }

  /** What a reader must know of suites besides what gates say of them. */
  static List<String> warnings(List<SuiteComparison> suites) {
    List<String> warnings = new ArrayList<>();
    for (SuiteComparison suite : suites) {
      long closed = suite.candidate().count(VectorOutcome.Result.UNEXPECTED_PASS);
      if (closed > 0) {
        warnings.add(
            "unexpected passes in suite %s: %d known to fail no longer do; expect a pass from now on"
                .formatted(suite.suite(), closed));
      }
    }
    return warnings;
  }

  private static SuiteComparison run(LoadedSuite loaded, Contender candidate, Contender champion) {
    return new SuiteComparison(
        SuiteScoring.outcome(loaded.suite(), loaded.examples(), candidate.scorer()),
        SuiteScoring.outcome(loaded.suite(), loaded.examples(), champion.scorer()),
        seen(loaded, champion.exposure()));
  }

  /** The ids of the vectors of which the champion was trained on an input. */
  private static Set<String> seen(LoadedSuite loaded, TrainingExposure exposure) {
    Set<String> seen = new HashSet<>();
    if (exposure instanceof TrainingExposure.Known known) {
      Exposure found =
          Exposure.of(loaded.examples(), known.ids()::contains, known.contents()::contains);
      Suite suite = loaded.suite();
      int row = 0;
      for (Vector vector : suite.vectors()) {
        for (int i = 0; i < vector.inputs().size(); i++, row++) {
          if (found.isExposed(row)) {
            seen.add(vector.id());
          }
        }
      }
    }
    return seen;
  }
}
