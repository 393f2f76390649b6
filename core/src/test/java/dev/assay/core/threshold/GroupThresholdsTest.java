package dev.assay.core.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.example.Attributes;
import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.prediction.Scores;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GroupThresholdsTest {

  private static final LabelSchema SCHEMA = new LabelSchema(TaskKind.BINARY, List.of("shutdown"));
  private static final GroupThresholds RULE =
      new GroupThresholds(
          Thresholds.uniform(SCHEMA, 0.5),
          new TreeMap<>(Map.of("IR", Thresholds.uniform(SCHEMA, 0.2))));

  @Test
  void a_group_with_a_cut_of_its_own_is_decided_by_it_and_every_other_row_by_the_pooled_one() {
    Predictions predictions = predictions(Arrays.asList("IR", "FR", null, "IR"));

    assertThat(RULE.decide(predictions)[0]).containsExactly(true, false, false, true);
  }

  @Test
  void without_groups_the_pooled_cuts_decide() {
    Predictions grouped = predictions(Arrays.asList("IR", "FR", null, "IR"));
    Predictions without =
        new Predictions(
            Attributes.of(List.of("a", "b", "c", "d")).build(), grouped.truth(), grouped.scores());

    assertThat(RULE.decide(without)[0]).containsExactly(false, false, false, true);
  }

  @Test
  void cuts_of_another_schema_are_refused() {
    LabelSchema other = new LabelSchema(TaskKind.BINARY, List.of("outage"));

    assertThatThrownBy(
            () ->
                new GroupThresholds(
                    Thresholds.uniform(SCHEMA, 0.5),
                    new TreeMap<>(Map.of("IR", Thresholds.uniform(other, 0.2)))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("IR");
  }

  private static Predictions predictions(List<@Nullable String> groups) {
    return new Predictions(
        Attributes.of(List.of("a", "b", "c", "d")).group(CategoricalColumn.of(groups)).build(),
        Labels.ofColumns(SCHEMA, new byte[][] {{1, 0, 0, 1}}),
        Scores.takeOver(new float[][] {{0.3f, 0.3f, 0.3f, 0.9f}}));
  }
}
