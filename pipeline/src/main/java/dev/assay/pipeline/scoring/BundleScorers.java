package dev.assay.pipeline.scoring;

import dev.assay.core.bundle.Artefact;
import dev.assay.core.bundle.Bundle;
import dev.assay.core.bundle.BundleManifest;
import dev.assay.core.calibration.Calibration;
import dev.assay.core.model.Model;
import dev.assay.core.model.Trainer;
import dev.assay.core.model.Trainers;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.NearestName;
import java.util.Map;

/** Makes scorers of bundles. */
public final class BundleScorers {

  private BundleScorers() {}

  /**
   * The model that was judged; the caller closes it.
   *
   * @throws InvalidInputException where the bundle's trainer is not on the class path
   * @throws IllegalArgumentException where the trainer reads another model than was stored
   */
  public static Scorer gated(Bundle bundle) {
    return scorer(bundle.manifest(), bundle.gated(), bundle.manifest().calibration());
  }

  /**
   * The model that is shipped: the refitted one where there is one. The calibration of the gated
   * model is used for it, which the checks of the refit have shown to fit. The caller closes it.
   *
   * @throws InvalidInputException where the bundle's trainer is not on the class path
   * @throws IllegalArgumentException where the trainer reads another model than was stored
   */
  public static Scorer served(Bundle bundle) {
    return scorer(bundle.manifest(), bundle.served(), bundle.servedCalibration());
  }

  private static Scorer scorer(
      BundleManifest manifest, Artefact artefact, Calibration calibration) {
    Map<String, Trainer> trainers = Trainers.byName();
    Trainer trainer = trainers.get(manifest.trainer());
    if (trainer == null) {
      throw new InvalidInputException(
          "bundle",
          "was trained with '" + manifest.trainer() + "', which is not here.",
          NearestName.advice(manifest.trainer(), trainers.keySet()));
    }
    Model model = trainer.read(artefact.files());
    try {
      return new Scorer(model, calibration, manifest.decisionRule());
    } catch (IllegalArgumentException e) {
      model.close();
      throw e;
    }
  }
}
