package dev.assay.pipeline.run;

import dev.assay.core.bundle.Artefact;
import dev.assay.core.calibration.Calibration;
import dev.assay.core.example.Dataset;
import dev.assay.core.model.Model;
import dev.assay.core.prediction.Predictions;
import dev.assay.pipeline.experiment.ExportDeclaration;
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
  private final Optional<ExportDeclaration> export;
  private final TrainingContexts contexts;

  RefitStage(
      TrainingDeclaration declared, Optional<ExportDeclaration> export, TrainingContexts contexts) {
    this.declared = declared;
    this.export = export;
    this.contexts = contexts;
  }

  /** The refit, where the experiment asks for one; the caller closes it. */
  Optional<Refit> refit(LoadedExamples loaded, SplitExamples split, Decided candidate) {
    if (declared.shipment() == Shipment.GATED) {
      return Optional.empty();
    }
    Dataset all = known(loaded.dataset());
    Model model =
        served(
            declared
                .trainer()
                .refit(
                    all,
                    declared.settings(),
                    candidate.fitted(),
                    candidate.seed(),
                    contexts.ofRefit(declared.trainer(), declared.settings(), candidate.seed()))
                .model());
    Calibration calibration =
        new Calibration(
            model.schema(),
            model.weightsHash(),
            candidate.calibration().calibration().calibrators());
    Scorer scorer = new Scorer(model, calibration, candidate.scorer().rule());
    Dataset rows =
        split.heldOut().isEmpty() ? split.validation() : split.heldOut().getLast().examples();
    Predictions gated = candidate.scorer().predict(rows);
    return Optional.of(
        new Refit(
            new Artefact(
                model.files(),
                contexts.exposure(
                    declared.trainer(), declared.settings(), all, all.select(new int[0]))),
            scorer,
            RefitCheck.of(gated, scorer.predict(rows), scorer.rule())));
  }

  /** The model in the precision that is served. */
  private Model served(Model trained) {
    if (export.isEmpty()) {
      return trained;
    }
    try (trained) {
      return trained.exporter().orElseThrow().in(export.get().serve());
    }
  }

  private static Dataset known(Dataset all) {
    return all.select(
        IntStream.range(0, all.size()).filter(row -> all.labels().isAnyKnown(row)).toArray());
  }
}
