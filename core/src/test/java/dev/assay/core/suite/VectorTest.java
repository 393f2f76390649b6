package dev.assay.core.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.bundle.Input;
import dev.assay.core.bundle.InputKind;
import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.Dataset;
import dev.assay.core.example.NumericColumn;
import dev.assay.core.label.Labels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VectorTest {

  private static final Expectation SPAM = new Expectation.MustDetect(List.of("spam"));

  @Test
  void an_id_made_from_the_content_changes_with_what_is_asked_and_with_nothing_else() {
    Vector vector = Vector.withoutId("plain", SPAM, List.of(Cases.input("buy")), "");

    assertThat(Vector.withoutId("plain", SPAM, List.of(Cases.input("buy")), "noted").id())
        .isEqualTo(vector.id());
    assertThat(Cases.vector("named", "plain", SPAM, "buy").fingerprint()).isEqualTo(vector.id());
    assertThat(
            List.of(
                Cases.vector("v", "plain", SPAM, "sell").fingerprint(),
                Cases.vector("v", "quoted", SPAM, "buy").fingerprint(),
                Cases.vector("v", "plain", new Expectation.KnownGap(List.of("spam")), "buy")
                    .fingerprint(),
                Cases.vector("v", "plain", new Expectation.MustDetect(List.of("ham")), "buy")
                    .fingerprint()))
        .doesNotHaveDuplicates()
        .doesNotContain(vector.id());
  }

  @Test
  void the_order_of_values_is_no_content() {
    Map<String, String> one = new LinkedHashMap<>();
    one.put("a", "1");
    one.put("b", "2");
    Map<String, String> other = new LinkedHashMap<>();
    other.put("b", "2");
    other.put("a", "1");

    assertThat(Vector.withoutId("f", SPAM, List.of(new VectorInput(one)), "").id())
        .isEqualTo(Vector.withoutId("f", SPAM, List.of(new VectorInput(other)), "").id());
  }

  @ParameterizedTest
  @EnumSource(ExpectationKind.class)
  void a_kind_makes_expectations_of_its_kind_and_knows_its_inputs(ExpectationKind kind) {
    Expectation expectation = kind.about(List.of("spam", "contact_info"), 0.2);
    String[] texts =
        switch (kind.inputs()) {
          case ONE -> new String[] {"a"};
          case TWO -> new String[] {"a", "b"};
          case SEVERAL -> new String[] {"a", "b", "c"};
        };

    assertThat(expectation.kind()).isEqualTo(kind);
    assertThat(ExpectationKind.byWord()).containsEntry(kind.word(), kind);
    assertThat(Cases.vector("v", "f", expectation, texts).inputs()).hasSize(texts.length);
    assertThatThrownBy(() -> Cases.vector("v", "f", expectation))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_suite_has_each_id_once() {
    Vector vector = Cases.vector("v", "f", SPAM, "a");

    assertThatThrownBy(() -> new Suite("known", List.of(vector, vector)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'v'");
  }

  @Test
  void examples_have_a_row_for_each_input_with_values_of_the_columns_kinds() {
    Vector vector =
        new Vector(
            "v",
            "f",
            new Expectation.MustDiffer(List.of("spam")),
            List.of(
                new VectorInput(Map.of("text", "call me", "links", "2", "channel", "shop")),
                new VectorInput(Map.of("text", "call me", "links", "true"))),
            "");
    List<Input> inputs =
        List.of(
            new Input("text", InputKind.TEXT),
            new Input("links", InputKind.NUMERIC),
            new Input("channel", InputKind.CATEGORICAL),
            new Input("author", InputKind.GROUP));

    Dataset examples = SuiteExamples.of(new Suite("known", List.of(vector)), Cases.SCHEMA, inputs);

    assertThat(examples.attributes().ids()).containsExactly("suite:known/v#1", "suite:known/v#2");
    assertThat(examples.features().keySet()).containsExactly("text", "links", "channel");
    NumericColumn links = (NumericColumn) examples.features().get("links");
    assertThat(links.toArray()).containsExactly(2f, 1f);
    CategoricalColumn channel = (CategoricalColumn) examples.features().get("channel");
    assertThat(channel.isMissing(1)).isTrue();
    assertThat(examples.attributes().group()).isPresent();
    assertThat(examples.labels().state(0, 0)).isEqualTo(Labels.UNKNOWN);
  }
}
