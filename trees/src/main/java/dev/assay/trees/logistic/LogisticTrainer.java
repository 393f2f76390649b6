package dev.assay.trees.logistic;

import dev.assay.core.example.Dataset;
import dev.assay.core.model.ClassWeighting;
import dev.assay.core.model.Fitted;
import dev.assay.core.model.Model;
import dev.assay.core.model.ModelFiles;
import dev.assay.core.model.Setting;
import dev.assay.core.model.Settings;
import dev.assay.core.model.Target;
import dev.assay.core.model.Trainer;
import dev.assay.core.model.TrainingContext;
import dev.assay.core.model.TrainingData;
import dev.assay.trees.internal.BoundInputs;
import dev.assay.trees.internal.Inputs;
import dev.assay.trees.internal.LinearFit;
import dev.assay.trees.internal.LinearWeights;
import dev.assay.trees.internal.StoredDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Trainer {@code logistic}: logistic regression with an L2 penalty on the weights and none on the
 * intercept, as scikit-learn's {@code LogisticRegression}. Numbers are standardised, missing ones
 * stand at the mean with an indicator beside them; levels are one-hot, those with fewer than
 * {@value #RARE_LEVEL} training rows and unknown ones pooled.
 *
 * <p>Each label is a regression of its own; the scores of a multiclass schema are those of one
 * class against the rest, divided by their sum. Nothing is picked on validation, and nothing is
 * random.
 */
public final class LogisticTrainer implements Trainer {

  /** Levels with fewer training rows are pooled. */
  static final int RARE_LEVEL = 10;

  private static final Setting INVERSE_PENALTY =
      new Setting.Number(
          "c", "The inverse of the penalty: smaller is more regular.", 1e-9, 1e9, 1.0);

  /** A trainer, as {@link java.util.ServiceLoader} makes it. */
  public LogisticTrainer() {}

  @Override
  public String name() {
    return "logistic";
  }

  @Override
  public List<Setting> settings() {
    return List.of(INVERSE_PENALTY, ClassWeighting.SETTING);
  }

  @Override
  public Fitted train(TrainingData data, Settings settings, long seed, TrainingContext context) {
    Dataset train = data.train();
    Target.requireBothSides(train.labels());
    Inputs inputs = Inputs.of(train, RARE_LEVEL);
    BoundInputs bound = inputs.bind(train, "training data");
    Standardisation standardisation = Standardisation.of(inputs, bound);
    Design design = new Design(inputs, standardisation);
    LinearFit regression =
        new LinearFit(
            design.matrix(bound),
            design.width(),
            settings.number(INVERSE_PENALTY.name()),
            ClassWeighting.from(settings));
    List<Target> targets = Target.byLabel(train.labels());
    List<LinearWeights> weights = new ArrayList<>();
    for (Target target : targets) {
      weights.add(regression.fit(target));
      context.progress().report("training logistic", weights.size(), targets.size());
    }
    LogisticModel model = new LogisticModel(train.schema(), inputs, standardisation, weights);
    return new Fitted(
        model,
        model.score(data.validation()),
        List.of(),
        List.of(),
        Map.of("weights of a label", String.valueOf(design.width())));
  }

  @Override
  public Model read(ModelFiles files) {
    return StoredDocument.read(
        files, LogisticDocument.FILE, LogisticDocument.class, LogisticDocument::toModel);
  }
}
