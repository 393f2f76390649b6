package dev.assay.pipeline.run;

import dev.assay.core.calibration.Calibration;
import dev.assay.core.example.Dataset;
import dev.assay.core.label.LabelMigration;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.prediction.Predictions;
import dev.assay.pipeline.scoring.Scorer;
import dev.assay.pipeline.trial.Contender;
import dev.assay.pipeline.trial.HeldOut;
import java.util.HashMap;
import java.util.Map;

/**
 * What contenders say of the held-out sets of a run. Weights score a set once, however often they
 * are compared on it.
 */
final class HeldOutPredictions {

  private final LabelMigration migration;
  private final Map<Key, Predictions> known = new HashMap<>();

  /**
   * None yet.
   *
   * @param migration how today's labels differ from those of a champion of before
   */
  HeldOutPredictions(LabelMigration migration) {
    this.migration = migration;
  }

  /** Predictions beside the truth in the contender's own labels, which may be those of before. */
  Predictions of(HeldOut set, Contender contender) {
    Scorer scorer = contender.scorer();
    Key key = new Key(set.name(), scorer.calibration());
    Predictions scored = known.get(key);
    if (scored == null) {
      Dataset examples = set.examples();
      LabelSchema labels = scorer.model().schema();
      scored = scorer.predict(examples.withLabels(migration.backward(examples.labels(), labels)));
      known.put(key, scored);
    }
    return scored;
  }

  /** A calibration knows the hash of the weights that it is bound to. */
  private record Key(String set, Calibration calibration) {}
}
