package dev.assay.pipeline.run;

import dev.assay.core.bundle.BundleManifest;
import dev.assay.core.threshold.ThresholdSelection;
import java.util.List;
import java.util.Optional;

/**
 * A candidate that was trained and not judged.
 *
 * @param hash the hash of its bundle
 * @param manifest what the bundle says of its model
 * @param trainRows how many rows it learned from
 * @param validationRows how many rows its calibration and cuts were chosen on
 * @param thresholds its cuts; empty where the highest score decides
 * @param refitDoubts why a run would hold its refitted model; empty where there is none
 */
public record TrainedCandidate(
    String hash,
    BundleManifest manifest,
    int trainRows,
    int validationRows,
    Optional<ThresholdSelection> thresholds,
    List<String> refitDoubts) {

  /** Copies the list. */
  public TrainedCandidate {
    refitDoubts = List.copyOf(refitDoubts);
  }
}
