package dev.assay.trees.prior;

import dev.assay.core.label.Labels;
import dev.assay.core.model.Fitted;
import dev.assay.core.model.Model;
import dev.assay.core.model.ModelFiles;
import dev.assay.core.model.Setting;
import dev.assay.core.model.Settings;
import dev.assay.core.model.Target;
import dev.assay.core.model.Trainer;
import dev.assay.core.model.TrainingContext;
import dev.assay.core.model.TrainingData;
import dev.assay.trees.internal.StoredDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Trainer {@code prior}: scores everybody with the share of known training rows that have the label
 * (the class shares of a multiclass schema). What any other model must beat.
 */
public final class PriorTrainer implements Trainer {

  /** A trainer, as {@link java.util.ServiceLoader} makes it. */
  public PriorTrainer() {}

  @Override
  public String name() {
    return "prior";
  }

  @Override
  public List<Setting> settings() {
    return List.of();
  }

  @Override
  public Fitted train(TrainingData data, Settings settings, long seed, TrainingContext context) {
    Labels labels = data.train().labels();
    Target.requireBothSides(labels);
    List<Double> rates = new ArrayList<>();
    for (int label = 0; label < labels.schema().size(); label++) {
      rates.add((double) labels.positives(label) / labels.known(label));
    }
    PriorModel model = new PriorModel(labels.schema(), rates);
    context.progress().report("training prior", 1, 1);
    return new Fitted(model, model.score(data.validation()), List.of(), List.of(), Map.of());
  }

  @Override
  public Model read(ModelFiles files) {
    return StoredDocument.read(
        files, PriorDocument.FILE, PriorDocument.class, PriorDocument::toModel);
  }
}
