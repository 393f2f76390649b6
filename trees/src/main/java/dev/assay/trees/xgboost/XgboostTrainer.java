package dev.assay.trees.xgboost;

import dev.assay.core.example.Dataset;
import dev.assay.core.model.Fitted;
import dev.assay.core.model.FoldTrainer;
import dev.assay.core.model.Model;
import dev.assay.core.model.ModelFiles;
import dev.assay.core.model.Setting;
import dev.assay.core.model.Settings;
import dev.assay.core.model.Target;
import dev.assay.core.model.Trainer;
import dev.assay.core.model.TrainingContext;
import dev.assay.core.model.TrainingData;
import dev.assay.core.prediction.Folds;
import java.util.List;

/**
 * Trainer {@code xgboost}: gradient-boosted trees on histograms (Chen, Guestrin: XGBoost, KDD
 * 2016). Binary and multilabel schemas get one logistic booster for each label, trained on the rows
 * where that label is known; a multiclass schema gets one softmax booster.
 *
 * <p>Numbers go in as they are, a missing value takes the branch that training found best.
 * Categorical features are split by sets of levels; a level that training did not see counts as
 * missing.
 *
 * <p>With early stopping the number of rounds is picked on validation: for the model on all of its
 * rows, for the scores of a validation fold on the rows of the other folds. Losses are weighted as
 * training is.
 */
public final class XgboostTrainer implements Trainer {

  /** A trainer, as {@link java.util.ServiceLoader} makes it. */
  public XgboostTrainer() {}

  @Override
  public String name() {
    return "xgboost";
  }

  @Override
  public List<Setting> settings() {
    return XgboostSettings.ALL;
  }

  @Override
  public Fitted train(TrainingData data, Settings settings, long seed, TrainingContext context) {
    Target.requireBothSides(data.train().labels());
    XgboostSettings checked = new XgboostSettings(settings, data.train().schema().kind());
    RoundsPlan plan = RoundsPlan.picked(checked.rounds(), checked.earlyStopping());
    return new XgboostTraining(data, checked, plan, seed, context.progress()).run();
  }

  /** {@inheritDoc} Each booster gets as many rounds as that of the judged model kept. */
  @Override
  public Fitted refit(
      Dataset all, Settings settings, Fitted judged, long seed, TrainingContext context) {
    Target.requireBothSides(all.labels());
    XgboostSettings checked = new XgboostSettings(settings, all.schema().kind());
    TrainingData data = new TrainingData(all, all.select(new int[0]), Folds.single(0));
    RoundsPlan plan = RoundsPlan.given(XgboostModel.rounds(judged.model().files()));
    return new XgboostTraining(data, checked, plan, seed, context.progress()).run();
  }

  @Override
  public FoldTrainer folds(Dataset examples, Settings settings, long seed) {
    XgboostSettings checked = new XgboostSettings(settings.onOneThread(), examples.schema().kind());
    return new XgboostFolds(examples, checked, seed);
  }

  @Override
  public Model read(ModelFiles files) {
    return XgboostModel.read(files);
  }
}
