package dev.assay.text.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.example.Dataset;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.core.model.TrainingData;
import dev.assay.core.prediction.Folds;
import dev.assay.core.prediction.Scores;
import dev.assay.text.tfidf.Texts;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EpochScoresTest {

  /** Two folds of four rows each: the even ones and the odd ones. */
  private static final byte[] TRUTH = {1, 1, 0, 0, 1, 1, 0, 0};

  /** Scores that are right on every row. */
  private static final float[] RIGHT = {.9f, .9f, .1f, .1f, .9f, .9f, .1f, .1f};

  /** Right in the even fold, wrong in the odd one. */
  private static final float[] EVEN = {.8f, .2f, .2f, .8f, .8f, .2f, .2f, .8f};

  /** Wrong in the even fold, right in the odd one, and less far off than {@link #EVEN}. */
  private static final float[] ODD = {.4f, .7f, .6f, .3f, .4f, .7f, .6f, .3f};

  /** Wrong on every row. */
  private static final float[] WRONG = {.1f, .1f, .9f, .9f, .1f, .1f, .9f, .9f};

  private static TrainingData data(int folds) {
    Labels labels = Labels.ofColumns(LabelSchema.binary("y"), new byte[][] {TRUTH});
    Dataset examples = Texts.dataset(Collections.nCopies(TRUTH.length, "text"), labels);
    int[] foldOf = {0, 1, 0, 1, 0, 1, 0, 1};
    return new TrainingData(
        examples, examples, folds == 1 ? Folds.single(TRUTH.length) : Folds.of(foldOf, folds));
  }

  private static EpochScores after(int folds, Criterion criterion, float[]... epochs) {
    EpochScores scores = new EpochScores(data(folds), criterion);
    for (float[] epoch : epochs) {
      scores.add(Scores.takeOver(new float[][] {epoch.clone()}));
    }
    return scores;
  }

  private static float[] crossFitted(EpochScores scores, float... ofBest) {
    return scores.crossFitted(1, Scores.takeOver(new float[][] {ofBest}), ofOne(scores)).column(0);
  }

  private static Function<List<Integer>, Scores> ofOne(EpochScores scores) {
    return pick -> scores.scores().get(pick.getFirst());
  }

  private static float[] ofModel() {
    return new float[] {.5f, .51f, .52f, .53f, .54f, .55f, .56f, .57f};
  }

  @ParameterizedTest
  @EnumSource
  void the_best_epoch_is_that_of_the_highest_figure(Criterion criterion) {
    assertThat(after(1, criterion, WRONG, EVEN, RIGHT, ODD).best(1)).containsExactly(2);
  }

  @ParameterizedTest
  @EnumSource
  void of_equal_epochs_the_first_is_the_best(Criterion criterion) {
    EpochScores scores = after(2, criterion, WRONG, RIGHT, RIGHT);

    assertThat(scores.best(1)).containsExactly(1);
    assertThat(scores.figures().get(1)).isEqualTo(scores.figures().get(2));
  }

  @Test
  void the_scores_of_a_fold_are_of_the_epoch_that_is_best_on_the_others() {
    // EVEN is best by the even rows and gives the odd ones their scores, and the other way round.
    EpochScores scores = after(2, Criterion.LOG_LOSS, WRONG, EVEN, ODD);

    assertThat(scores.best(1)).containsExactly(2);
    float[] model = ofModel();
    float[] fitted = crossFitted(scores, model);
    for (int row = 0; row < TRUTH.length; row += 2) {
      assertThat(fitted[row]).isEqualTo(model[row]);
    }
    // EVEN has .2 in places 0 to 3 and .8 in 4 to 7: they become what the model has in 1 and in 5.
    assertThat(new float[] {fitted[1], fitted[3], fitted[5], fitted[7]})
        .containsExactly(model[1], model[5], model[1], model[5]);
  }

  @Test
  void classes_that_exclude_each_other_keep_the_scores_of_the_epoch() {
    LabelSchema schema = new LabelSchema(TaskKind.MULTICLASS, List.of("no", "yes"));
    int[] truth = {1, 1, 0, 0, 1, 1, 0, 0};
    Dataset examples =
        Texts.dataset(Collections.nCopies(8, "text"), Labels.ofClasses(schema, truth));
    EpochScores scores =
        new EpochScores(
            new TrainingData(examples, examples, Folds.of(new int[] {0, 1, 0, 1, 0, 1, 0, 1}, 2)),
            Criterion.LOG_LOSS);
    scores.add(classes(EVEN));
    scores.add(classes(ODD));
    float[] fitted = scores.crossFitted(1, classes(ofModel()), ofOne(scores)).column(1);
    assertThat(new float[] {fitted[1], fitted[3]}).containsExactly(EVEN[1], EVEN[3]);
  }

  private static Scores classes(float[] ofYes) {
    float[] ofNo = new float[ofYes.length];
    for (int row = 0; row < ofNo.length; row++) {
      ofNo[row] = 1 - ofYes[row];
    }
    return Scores.takeOver(new float[][] {ofNo, ofYes.clone()});
  }

  @Test
  void the_labels_of_a_fold_have_no_part_in_the_order_of_its_scores() {
    float[] fitted = crossFitted(after(2, Criterion.LOG_LOSS, EVEN, ODD), ofModel());
    Labels turned =
        Labels.ofColumns(LabelSchema.binary("y"), new byte[][] {{1, 0, 0, 1, 1, 0, 0, 1}});
    Dataset other = data(2).validation().withLabels(turned);
    TrainingData changed =
        new TrainingData(other, other, Folds.of(new int[] {0, 1, 0, 1, 0, 1, 0, 1}, 2));
    EpochScores scores = new EpochScores(changed, Criterion.LOG_LOSS);
    scores.add(Scores.takeOver(new float[][] {EVEN.clone()}));
    scores.add(Scores.takeOver(new float[][] {ODD.clone()}));

    // The odd rows' labels changed, so that their order stays: that of EVEN, on each model's scale.
    float[] refitted = crossFitted(scores, EVEN.clone());
    for (int row = 1; row < TRUTH.length; row += 2) {
      assertThat(refitted[row]).isEqualTo(EVEN[row]);
      assertThat(fitted[row]).isEqualTo(EVEN[row] == .2f ? ofModel()[1] : ofModel()[5]);
    }
  }

  @Test
  void where_all_folds_pick_the_same_epoch_all_scores_are_the_models() {
    assertThat(crossFitted(after(2, Criterion.LOG_LOSS, WRONG, RIGHT, EVEN), ofModel()))
        .containsExactly(ofModel());
  }

  @Test
  void one_fold_is_scored_by_the_model() {
    assertThat(crossFitted(after(1, Criterion.AVERAGE_PRECISION, ODD, EVEN), ofModel()))
        .containsExactly(ofModel());
  }

  @Test
  void training_is_stale_once_as_many_epochs_have_passed_as_patience_says() {
    assertThat(after(1, Criterion.LOG_LOSS, WRONG, RIGHT).isStale(1, 0)).isFalse();
    assertThat(after(1, Criterion.LOG_LOSS, WRONG, RIGHT, EVEN).isStale(2, 0)).isFalse();
    assertThat(after(1, Criterion.LOG_LOSS, WRONG, RIGHT, EVEN).isStale(1, 0)).isTrue();
    assertThat(after(1, Criterion.LOG_LOSS, WRONG, RIGHT, RIGHT, RIGHT).isStale(2, 0)).isTrue();
  }
}
