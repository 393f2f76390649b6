package dev.assay.pipeline.run;

import dev.assay.core.bundle.Provenance;
import dev.assay.core.fingerprint.Sha256;
import dev.assay.core.progress.Progress;
import dev.assay.data.source.HeldOutFeatures;
import dev.assay.pipeline.experiment.Experiment;
import dev.assay.pipeline.fold.FoldTraining;
import dev.assay.pipeline.fold.GroupedHoldout;
import dev.assay.pipeline.trial.LoadedExamples;
import java.nio.file.Path;
import java.util.Optional;

/** Makes the training of a grouped holdout's folds for one experiment on its present examples. */
final class FoldTrainings {

  private final Path home;
  private final Optional<HeldOutFeatures> features;
  private final String environment;
  private final int horizonDays;

  /**
   * Trainings of an experiment.
   *
   * @param home where the outcomes of folds are kept
   * @param provenance the code and versions that these depend on
   */
  FoldTrainings(Experiment experiment, LoadedExamples loaded, Path home, Provenance provenance) {
    this.home = home;
    features = HeldOutFeatures.of(experiment.data(), loaded.asOf());
    environment = environment(loaded, provenance);
    horizonDays = experiment.data().horizonDays();
  }

  /** What outcomes depend on besides the examples: code, versions, the feature script. */
  private static String environment(LoadedExamples loaded, Provenance provenance) {
    Sha256 hash = new Sha256().add(provenance.codeFingerprint());
    provenance.versions().forEach((name, version) -> hash.add(name).add(version));
    loaded.facts().files().forEach(file -> hash.add(file.sha256()));
    return hash.hex();
  }

  /** The training of a holdout's folds; those that are kept are not trained again. */
  FoldTraining of(GroupedHoldout holdout, Progress progress) {
    return new FoldTraining(
        holdout.name(), holdout.folds(), features, home, environment, horizonDays, progress);
  }
}
