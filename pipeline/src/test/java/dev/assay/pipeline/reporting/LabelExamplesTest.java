package dev.assay.pipeline.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.evaluation.Evaluation;
import dev.assay.core.example.Attributes;
import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.prediction.Scores;
import dev.assay.core.threshold.DecisionRule;
import dev.assay.core.threshold.GroupThresholds;
import dev.assay.core.threshold.Thresholds;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LabelExamplesTest {

  private static final LabelSchema SCHEMA = LabelSchema.binary("spam");

  /** Six rows with the label, three without and one of which it is not known. */
  private static final byte[] TRUTH = {1, 1, 1, 1, 1, 1, 0, 0, 0, -1};

  private static final float[] SCORES = {
    0.9f, 0.6f, 0.7f, 0.2f, 0.1f, 0.2f, 0.55f, 0.95f, 0.3f, 0.99f
  };

  private static final List<String> IDS = List.of("a", "b", "c", "f", "e", "d", "g", "h", "i", "j");

  private static LabelExamples examples(DecisionRule rule, Attributes attributes) {
    Predictions predictions =
        new Predictions(
            attributes,
            Labels.ofColumns(SCHEMA, new byte[][] {TRUTH}),
            Scores.takeOver(new float[][] {SCORES.clone()}));
    return new LabelExamples(
        Evaluation.of(predictions, rule), rule.decide(predictions)[0], SCHEMA.indexOf("spam"));
  }

  private static List<String> ids(List<Integer> rows) {
    return rows.stream().map(IDS::get).toList();
  }

  @Test
  void the_just_caught_the_farthest_missed_and_the_surest_false_alarms_come_first() {
    LabelExamples examples = examples(Thresholds.uniform(SCHEMA, 0.5), Attributes.of(IDS).build());

    assertThat(ids(examples.caught())).containsExactly("b", "c", "a");
    assertThat(ids(examples.missed())).as("ties by id").containsExactly("e", "d", "f");
    assertThat(ids(examples.wronglyFlagged())).containsExactly("h", "g");
  }

  @Test
  void of_a_group_one_row_at_most_is_shown() {
    CategoricalColumn group =
        CategoricalColumn.of(Arrays.asList("x", "y", "y", null, "y", null, "y", "y", "y", "y"));
    LabelExamples examples =
        examples(Thresholds.uniform(SCHEMA, 0.5), Attributes.of(IDS).group(group).build());

    assertThat(ids(examples.first(examples.caught(), 5))).containsExactly("b", "a");
    assertThat(ids(examples.first(examples.missed(), 5)))
        .as("rows without a group depend on none")
        .containsExactly("e", "d", "f");
    assertThat(ids(examples.first(examples.missed(), 2))).containsExactly("e", "d");
  }

  @Test
  void nearness_is_to_the_cut_of_the_rows_own_group() {
    Thresholds high = Thresholds.uniform(SCHEMA, 0.8);
    CategoricalColumn group =
        CategoricalColumn.of(List.of("x", "y", "y", "y", "y", "y", "y", "y", "y", "y"));
    LabelExamples examples =
        examples(
            new GroupThresholds(Thresholds.uniform(SCHEMA, 0.2), new TreeMap<>(Map.of("x", high))),
            Attributes.of(IDS).group(group).build());

    assertThat(examples.cut(0)).hasValue(0.8);
    assertThat(examples.cut(1)).hasValue(0.2);
    assertThat(ids(examples.caught())).startsWith("d", "f", "a").endsWith("b", "c");
  }
}
