package dev.assay.trees.heads;

import dev.assay.core.example.Dataset;
import dev.assay.core.model.Fitted;
import dev.assay.core.model.Model;
import dev.assay.core.model.ModelFiles;
import dev.assay.core.model.Setting;
import dev.assay.core.model.Settings;
import dev.assay.core.model.Trainer;
import dev.assay.core.model.TrainingContext;
import dev.assay.core.model.TrainingData;
import java.util.List;

/**
 * Trainer {@code group-heads}: a base model of all rows by any trainer, small heads of clusters of
 * groups, and a logistic stack of both. Each head learns from the rows of its cluster and some
 * known negatives from outside; it speaks to the rows of its cluster alone. For binary and
 * multilabel schemas, with heads and a stack for each label.
 *
 * <p>The stack is fitted on scores out of fold: groups are dealt to folds whole, and base and heads
 * are trained anew without each. It says in the tables of what training gives how far it relies on
 * the heads. The model scores with base and heads trained on all of training.
 */
public final class GroupHeadsTrainer implements Trainer {

  /** A trainer, as {@link java.util.ServiceLoader} makes it. */
  public GroupHeadsTrainer() {}

  @Override
  public String name() {
    return "group-heads";
  }

  @Override
  public List<Setting> settings() {
    return GroupHeadsSettings.ALL;
  }

  @Override
  public void check(TrainingData data, Settings settings, long seed) {
    Groundwork.of(data.train(), new GroupHeadsSettings(settings), seed);
  }

  /**
   * {@inheritDoc}
   *
   * @throws dev.assay.core.problem.InvalidInputException for a multiclass schema, data without
   *     groups or of one group, a cluster of unknown groups, or labels that lie in one fold only
   */
  @Override
  public Fitted train(TrainingData data, Settings settings, long seed, TrainingContext context) {
    GroupHeadsSettings own = new GroupHeadsSettings(settings);
    Groundwork groundwork = Groundwork.of(data.train(), own, seed);
    return new GroupHeadsTraining(data, own, groundwork, seed, context.progress()).run();
  }

  /** {@inheritDoc} Base and heads are trained on all rows; the stack stays as it was judged. */
  @Override
  public Fitted refit(
      Dataset all, Settings settings, Fitted judged, long seed, TrainingContext context) {
    if (!(judged.model() instanceof GroupHeadsModel model)) {
      throw new IllegalArgumentException("The judged model is not of group heads.");
    }
    return new GroupHeadsRefit(all, new GroupHeadsSettings(settings), seed, context.progress())
        .run(model.parts());
  }

  @Override
  public Model read(ModelFiles files) {
    return GroupHeadsFiles.read(files);
  }
}
