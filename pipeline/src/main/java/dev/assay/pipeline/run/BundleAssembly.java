package dev.assay.pipeline.run;

import dev.assay.core.bundle.Artefact;
import dev.assay.core.bundle.Bundle;
import dev.assay.core.bundle.BundleManifest;
import dev.assay.core.bundle.Input;
import dev.assay.core.bundle.InputKind;
import dev.assay.core.bundle.Provenance;
import dev.assay.core.bundle.TrainingExposure;
import dev.assay.core.example.Dataset;
import dev.assay.core.model.Model;
import dev.assay.core.model.Settings;
import dev.assay.core.model.Trainer;
import dev.assay.core.threshold.DecisionRule;
import dev.assay.core.threshold.GroupThresholds;
import dev.assay.pipeline.experiment.Experiment;
import dev.assay.pipeline.scoring.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a trained model and all that belongs to it together as a bundle. */
final class BundleAssembly {

  private final Provenance provenance;
  private final Optional<String> group;
  private final List<String> optionalLabels;

  /**
   * Bundles of one run.
   *
   * @param experiment which column groups stand in, and which labels are optional
   */
  BundleAssembly(Provenance provenance, Experiment experiment) {
    this.provenance = provenance;
    this.group = experiment.data().group();
    this.optionalLabels = experiment.optionalLabels();
  }

  /** Where the bundles of the run come from. */
  Provenance provenance() {
    return provenance;
  }

  /**
   * The bundle of a model.
   *
   * @param data where the kinds of the inputs are looked up
   * @param exposure what the model has seen: training rows, and the validation rows that rounds,
   *     calibration and thresholds were chosen on
   * @param refit the model that is shipped in its stead, where there is one
   */
  Bundle bundle(
      Trainer trainer,
      Settings settings,
      long seed,
      Scorer scorer,
      Dataset data,
      TrainingExposure exposure,
      Optional<Artefact> refit) {
    BundleManifest manifest =
        BundleManifest.builder()
            .schema(scorer.model().schema())
            .trainer(trainer.name(), settings.asMap())
            .seed(seed)
            .inputs(inputs(scorer.model(), scorer.rule(), data))
            .weightsHash(scorer.model().weightsHash())
            .calibration(scorer.calibration())
            .decisionRule(scorer.rule())
            .optionalLabels(optionalLabels)
            .provenance(provenance)
            .build();
    return new Bundle(manifest, new Artefact(scorer.model().files(), exposure), refit.orElse(null));
  }

  private List<Input> inputs(Model model, DecisionRule rule, Dataset data) {
    List<Input> inputs = new ArrayList<>();
    Input.of(data).stream()
        .filter(input -> model.inputs().contains(input.name()))
        .forEach(inputs::add);
    if (model.readsGroups() || rule instanceof GroupThresholds) {
      inputs.add(new Input(group.orElseThrow(), InputKind.GROUP));
    }
    return inputs;
  }
}
