package dev.assay.core.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.evaluation.Evaluation;
import dev.assay.core.evaluation.Subject;
import dev.assay.core.example.Attributes;
import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.core.metric.Metric;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.prediction.Scores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupShiftTest {

  private static final LabelSchema SCHEMA = new LabelSchema(TaskKind.BINARY, List.of("event"));
  private static final ThresholdSearch SEARCH =
      ThresholdSearch.maximise(new Objective.FBeta(1)).replicates(0).build();
  private static final Thresholds POOLED = Thresholds.uniform(SCHEMA, 0.5);

  /**
   * Simulated: scores of groups are the true margins plus an offset of the group's own, so that the
   * best cut of 'high' lies above that of 'low'.
   */
  private static Predictions simulated(long seed, int high, int low) {
    Random random = new Random(seed);
    List<String> ids = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    byte[] truth = new byte[high + low];
    float[] scores = new float[high + low];
    for (int row = 0; row < truth.length; row++) {
      boolean isHigh = row < high;
      double margin = random.nextGaussian();
      truth[row] = margin + 0.5 * random.nextGaussian() > 0.3 ? Labels.POSITIVE : Labels.NEGATIVE;
      scores[row] = (float) (1 / (1 + Math.exp(-2 * (margin + (isHigh ? 1 : -1)))));
      ids.add("r" + row);
      groups.add(isHigh ? "high" : "low");
    }
    return new Predictions(
        Attributes.of(ids).group(CategoricalColumn.of(groups)).build(),
        Labels.ofColumns(SCHEMA, new byte[][] {truth}),
        Scores.takeOver(new float[][] {scores}));
  }

  @Test
  void groups_with_many_positives_get_cuts_that_serve_them_better_on_new_rows() {
    GroupThresholds shifted = new GroupShift(20).shift(SEARCH, simulated(1, 4_000, 4_000), POOLED);

    assertThat(shifted.of("high").cut(0)).isGreaterThan(0.7);
    assertThat(shifted.of("low").cut(0)).isLessThan(0.3);
    Predictions fresh = simulated(2, 4_000, 4_000);
    assertThat(f1(fresh, shifted)).isGreaterThan(f1(fresh, POOLED) + 0.05);
  }

  private static double f1(Predictions predictions, DecisionRule rule) {
    return Evaluation.of(predictions, rule)
        .value(Metric.parse("f1"), new Subject.Whole())
        .orThrow();
  }

  @Test
  void a_group_moves_half_of_the_way_at_as_many_positives_as_the_shrinkage() {
    Predictions validation = simulated(3, 200, 200);
    int[] high = IntStream.range(0, 200).toArray();
    int positives = validation.select(high).truth().positives(0);
    double own = SEARCH.exact(validation.select(high)).getFirst().orElseThrow();

    double cut = new GroupShift(positives).shift(SEARCH, validation, POOLED).of("high").cut(0);

    assertThat(logit(cut)).isCloseTo(logit(own) / 2, within(1e-9));
  }

  private static double logit(double p) {
    return Math.log(p / (1 - p));
  }

  @Test
  void a_group_without_a_positive_keeps_the_pooled_cut() {
    Predictions all = simulated(4, 300, 60);
    byte[] truth = all.truth().column(0);
    Arrays.fill(truth, 300, 360, Labels.NEGATIVE);
    Predictions validation =
        new Predictions(
            all.attributes(), Labels.ofColumns(SCHEMA, new byte[][] {truth}), all.scores());

    GroupThresholds shifted = new GroupShift(20).shift(SEARCH, validation, POOLED);

    assertThat(shifted.byGroup()).containsOnlyKeys("high");
  }

  @Test
  void bounds_hold_for_groups_too() {
    ThresholdSearch bounded =
        ThresholdSearch.maximise(new Objective.FBeta(1))
            .bounds(new Bounds(0.4, 0.6))
            .replicates(0)
            .build();

    GroupThresholds shifted = new GroupShift(0).shift(bounded, simulated(5, 2_000, 2_000), POOLED);

    assertThat(shifted.of("high").cut(0)).isBetween(0.4, 0.6);
    assertThat(shifted.of("low").cut(0)).isBetween(0.4, 0.6);
  }
}
