package dev.assay.pipeline.run;

import dev.assay.core.bundle.Artefact;
import dev.assay.core.bundle.TrainingExposure;
import dev.assay.core.calibration.Calibration;
import dev.assay.core.example.Dataset;
import dev.assay.core.model.Fitted;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.progress.Progress;
import dev.assay.pipeline.experiment.TrainingDeclaration;
import dev.assay.pipeline.experiment.TrainingDeclaration.Shipment;
import dev.assay.pipeline.scoring.Scorer;
import dev.assay.pipeline.trial.Decided;
import dev.assay.pipeline.trial.LoadedExamples;
import dev.assay.pipeline.trial.RefitCheck;
import dev.assay.pipeline.trial.SplitExamples;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Trains on everything what passed on a part of it, for as long as the judged model was trained.
 */
final class RefitStage {

  private final TrainingDeclaration declared;
  private final Progress progress;

  RefitStage(TrainingDeclaration declared, Progress progress) {
    this.declared = declared;
    this.progress = progress;
  }

  /** The refit, where the experiment asks for one; the caller closes it. */
  Optional<Refit> refit(LoadedExamples loaded, SplitExamples split, Decided candidate) {
    if (declared.shipment() == Shipment.GATED) {
      return Optional.empty();
    }
    Dataset all = known(loaded.dataset());
    Fitted fitted =
        declared
            .trainer()
            .refit(all, declared.settings(), candidate.fitted(), candidate.seed(), progress);
    Calibration calibration =
        new Calibration(
            fitted.model().schema(),
            fitted.model().weightsHash(),
            candidate.calibration().calibration().calibrators());
    Scorer scorer = new Scorer(fitted.model(), calibration, candidate.scorer().rule());
    Dataset rows =
        split.heldOut().isEmpty() ? split.validation() : split.heldOut().getLast().examples();
    Predictions gated = candidate.scorer().predict(rows);
    return Optional.of(
        new Refit(
            new Artefact(fitted.model().files(), TrainingExposure.of(all)),
            scorer,
            RefitCheck.of(gated, scorer.predict(rows), scorer.rule())));
  }

  private static Dataset known(Dataset all) {
    return all.select(
        IntStream.range(0, all.size()).filter(row -> all.labels().isAnyKnown(row)).toArray());
  }
}
