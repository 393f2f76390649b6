package dev.assay.core.bundle;

import dev.assay.core.calibration.Calibration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model with thresholds, calibration, label schema, inputs and provenance: swapped as one, never
 * in parts.
 *
 * @param manifest what it says of its model
 * @param gated the model that was judged
 * @param refit the model that was trained on everything once the gated one had passed; null where
 *     the gated one is shipped itself
 */
public record Bundle(BundleManifest manifest, Artefact gated, @Nullable Artefact refit) {

  /** Checks that the model is the one that thresholds and calibration were made for. */
  public Bundle {
    String weights = gated.weightsHash();
    if (!manifest.weightsHash().equals(weights)) {
      throw new IllegalArgumentException(
          "The manifest is of the weights %s, the model has %s."
              .formatted(manifest.weightsHash(), weights));
    }
  }

  /** A bundle whose gated model is the one that is shipped. */
  public static Bundle of(BundleManifest manifest, Artefact gated) {
    return new Bundle(manifest, gated, null);
  }

  /** The model that is shipped: the refitted one where there is one. */
  public Artefact served() {
    return Optional.ofNullable(refit).orElse(gated);
  }

  /**
   * The calibration for the scores of {@link #served()}. A refitted model has no row left that it
   * was not trained on, so it takes over the calibrators of the gated one.
   */
  public Calibration servedCalibration() {
    Calibration fitted = manifest.calibration();
    return new Calibration(fitted.schema(), served().weightsHash(), fitted.calibrators());
  }
}
