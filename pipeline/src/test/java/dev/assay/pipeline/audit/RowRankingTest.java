package dev.assay.pipeline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.comparison.Side;
import dev.assay.core.evaluation.Subject;
import dev.assay.core.evaluation.Support;
import dev.assay.core.example.Attributes;
import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.TimeColumn;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.prediction.Scores;
import dev.assay.core.statistics.IntervalValue;
import dev.assay.core.threshold.Argmax;
import dev.assay.core.threshold.GroupThresholds;
import dev.assay.core.threshold.Thresholds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RowRankingTest {

  private static final LabelSchema RAIN = LabelSchema.binary("rain");
  private static final byte UNKNOWN = Labels.UNKNOWN;

  private static final LabelNeed KUWAIT = need(new Subject.Group("KW"), new Needed.Events(100, 95));
  private static final LabelNeed IRAN = need(new Subject.Group("IR"), new Needed.Events(100, 10));

  private static LabelNeed need(Subject subject, Needed needed) {
    RecordedFigure figure =
        new RecordedFigure(
            "countries", "f1", subject, IntervalValue.undefined("none"), new Support(9, 5, 5));
    return new LabelNeed(figure, LabelNeed.Why.INCONCLUSIVE, needed);
  }

  /** Rows of groups with one label, whose ids are r0, r1 and so on. */
  private static Predictions rows(List<String> groups, byte[] states, float... scores) {
    List<String> ids = new ArrayList<>();
    for (int row = 0; row < scores.length; row++) {
      ids.add("r" + row);
    }
    return new Predictions(
        Attributes.of(ids).group(CategoricalColumn.of(groups)).build(),
        Labels.ofColumns(RAIN, new byte[][] {states}),
        Scores.takeOver(new float[][] {scores}));
  }

  private static List<RowToLabel> ranked(List<LabelNeed> needs, Side... sides) {
    return new RowRanking(needs, RAIN, OptionalLong.empty()).ranked(List.of(sides));
  }

  @Test
  void of_unlabelled_rows_those_near_the_cut_in_a_needy_group_come_first() {
    Predictions rows =
        rows(
            List.of("IR", "KW", "KW", "DE", "IR"),
            new byte[] {UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN},
            0.30f,
            0.95f,
            0.32f,
            0.30f,
            0.05f);

    List<RowToLabel> ranked =
        ranked(List.of(KUWAIT, IRAN), new Side(rows, Thresholds.uniform(RAIN, 0.30)));

    assertThat(ranked).extracting(RowToLabel::id).containsExactly("r2", "r0", "r1", "r4");
    assertThat(ranked.getFirst().why())
        .isEqualTo(
            "unlabelled, scored 0.320 beside the cut 0.3; KW on countries needs 95 more events");
    assertThat(ranked).allMatch(row -> row.kind() == RowToLabel.Kind.UNLABELLED);
  }

  @Test
  void a_group_with_a_cut_of_its_own_is_measured_by_that() {
    Predictions rows = rows(List.of("KW", "KW"), new byte[] {UNKNOWN, UNKNOWN}, 0.30f, 0.80f);
    GroupThresholds own =
        new GroupThresholds(
            Thresholds.uniform(RAIN, 0.30),
            new TreeMap<>(Map.of("KW", Thresholds.uniform(RAIN, 0.78))));

    assertThat(ranked(List.of(KUWAIT), new Side(rows, own)))
        .extracting(RowToLabel::id)
        .containsExactly("r1", "r0");
  }

  @Test
  void a_label_that_needs_events_makes_rows_of_any_group_worth_labelling() {
    Predictions rows = rows(List.of("DE", "DE"), new byte[] {UNKNOWN, UNKNOWN}, 0.1f, 0.5f);
    Side side = new Side(rows, Thresholds.uniform(RAIN, 0.5));

    assertThat(ranked(List.of(), side)).isEmpty();
    assertThat(ranked(List.of(need(new Subject.Whole(), new Needed.Unknown("no positive"))), side))
        .extracting(RowToLabel::id)
        .containsExactly("r1", "r0");
  }

  @Test
  void a_label_that_cannot_be_known_yet_is_not_asked_for() {
    Predictions grouped = rows(List.of("KW", "KW"), new byte[] {UNKNOWN, UNKNOWN}, 0.3f, 0.3f);
    Attributes dated =
        Attributes.of(grouped.attributes().ids())
            .group(grouped.attributes().group().orElseThrow())
            .time(TimeColumn.takeOver(new long[] {10 * 86_400L, 11 * 86_400L}))
            .build();
    Side side =
        new Side(
            new Predictions(dated, grouped.truth(), grouped.scores()),
            Thresholds.uniform(RAIN, 0.3));

    assertThat(new RowRanking(List.of(KUWAIT), RAIN, OptionalLong.of(10)).ranked(List.of(side)))
        .extracting(RowToLabel::id)
        .containsExactly("r0");
  }

  @Test
  void a_planted_wrong_label_comes_first_among_rows_that_are_labelled_right() {
    int n = 400;
    int planted = 137;
    Random random = new Random(8);
    byte[] states = new byte[n];
    float[] scores = new float[n];
    String[] groups = new String[n];
    for (int row = 0; row < n; row++) {
      boolean rain = random.nextInt(4) == 0;
      states[row] = rain ? Labels.POSITIVE : Labels.NEGATIVE;
      scores[row] = (rain ? 0.75f : 0.15f) + 0.1f * (random.nextFloat() - 0.5f);
      groups[row] = "DE";
    }
    states[planted] = Labels.POSITIVE;
    scores[planted] = 0.02f;

    List<RowToLabel> ranked =
        ranked(
            List.of(),
            new Side(rows(Arrays.asList(groups), states, scores), Thresholds.uniform(RAIN, 0.5)));

    assertThat(ranked).extracting(RowToLabel::id).containsExactly("r" + planted);
    assertThat(ranked.getFirst().kind()).isEqualTo(RowToLabel.Kind.DOUBTFUL);
    assertThat(ranked.getFirst().why())
        .isEqualTo("labelled as rain and scored 0.020 by a model that never saw it: look again");
  }

  @Test
  void a_wrong_class_is_found_and_the_likelier_one_named() {
    LabelSchema sky = new LabelSchema(TaskKind.MULTICLASS, List.of("clear", "foggy", "rainy"));
    int[] classes = {0, 0, 1, 1, 2, 2, 2, -1};
    float[][] scores = {
      {0.8f, 0.7f, 0.1f, 0.1f, 0.1f, 0.05f, 0.05f, 0.4f},
      {0.1f, 0.2f, 0.8f, 0.7f, 0.1f, 0.05f, 0.90f, 0.4f},
      {0.1f, 0.1f, 0.1f, 0.2f, 0.8f, 0.90f, 0.05f, 0.2f}
    };
    List<String> ids = List.of("a", "b", "c", "d", "e", "f", "wrong", "open");
    Predictions rows =
        new Predictions(
            Attributes.of(ids).build(), Labels.ofClasses(sky, classes), Scores.takeOver(scores));
    LabelNeed clear = need(new Subject.Label("clear"), new Needed.Events(10, 5));

    List<RowToLabel> ranked =
        new RowRanking(List.of(clear), sky, OptionalLong.empty())
            .ranked(List.of(new Side(rows, new Argmax(sky))));

    assertThat(ranked).extracting(RowToLabel::id).containsExactly("wrong", "open");
    assertThat(ranked.getFirst().label()).isEqualTo("rainy");
    assertThat(ranked.getFirst().why()).contains("labelled as rainy, while foggy scored 0.900");
  }
}
