package dev.assay.text.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.example.Attributes;
import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.Column;
import dev.assay.core.example.Dataset;
import dev.assay.core.example.NumericColumn;
import dev.assay.core.example.TextColumn;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.problem.InvalidInputException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextInputTest {

  private static Dataset examples() {
    Map<String, Column> features =
        Map.of(
            "text", TextColumn.of(Arrays.asList("Hello {you}", null)),
            "place", CategoricalColumn.of(Arrays.asList("north", null)),
            "year", NumericColumn.of(new float[] {2024, Float.NaN}),
            "share", NumericColumn.of(new float[] {0.25f, -3}));
    return new Dataset(
        Attributes.of(List.of("a", "b")).build(),
        Labels.ofColumns(LabelSchema.binary("y"), new byte[][] {{0, 1}}),
        features);
  }

  @Test
  void a_template_joins_columns_of_every_type() {
    TextInput input = TextInput.of("[{place} {year}] {text} ({share})");
    assertThat(input.columns()).containsExactly("place", "year", "text", "share");
    assertThat(input.read(examples(), "test"))
        .containsExactly("[north 2024] Hello {you} (0.25)", "[ ]  (-3)");
  }

  @Test
  void a_column_may_stand_twice_and_braces_without_a_name_stay() {
    assertThat(TextInput.of("{} {place}{place} {").read(examples(), "test"))
        .containsExactly("{} northnorth {", "{}  {");
  }

  @Test
  void the_only_text_column_is_read_where_nothing_is_said() {
    assertThat(TextInput.onlyTextOf(examples()).template()).isEqualTo("{text}");
  }

  @Test
  void a_template_without_a_column_is_refused() {
    assertThatThrownBy(() -> TextInput.of("text"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("'text' names no column")
        .hasMessageContaining("'{text}'");
  }

  @Test
  void every_missing_column_is_named_with_the_nearest() {
    assertThatThrownBy(() -> TextInput.of("{txt} {plaec} {text}").read(examples(), "test"))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e ->
                assertThat(e.problems())
                    .hasSize(2)
                    .anySatisfy(p -> assertThat(p.toString()).contains("'txt'", "'text'"))
                    .anySatisfy(p -> assertThat(p.toString()).contains("'plaec'", "'place'")));
  }
}
