package dev.assay.core.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelMigrationTest {

  private static final byte YES = Labels.POSITIVE;
  private static final byte NO = Labels.NEGATIVE;
  private static final byte UNKNOWN = Labels.UNKNOWN;

  private static final LabelMigration SPLIT =
      new LabelMigration(List.of(), List.of(), Map.of("abuse", List.of("threat", "insult")));

  private static LabelSchema schema(String... names) {
    return new LabelSchema(TaskKind.MULTILABEL, List.of(names));
  }

  @Test
  void old_rows_are_unknown_for_an_added_label() {
    Labels old = Labels.ofColumns(schema("spam"), new byte[][] {{YES, NO}});
    LabelMigration migration = new LabelMigration(List.of("scam"), List.of(), Map.of());
    Labels today = migration.forward(old, schema("scam", "spam"));
    assertThat(today.column(0)).containsExactly(UNKNOWN, UNKNOWN);
    assertThat(today.column(1)).containsExactly(YES, NO);
  }

  @Test
  void a_label_that_was_not_there_leaves_none_of_its_parts() {
    Labels told =
        Labels.ofColumns(
            schema("threat", "insult", "abuse"),
            new byte[][] {{UNKNOWN, UNKNOWN}, {UNKNOWN, YES}, {NO, NO}});
    Labels today = SPLIT.forward(told, schema("threat", "insult"));
    assertThat(today.column(0)).containsExactly(NO, NO);
    // What says more of a part than the whole does stays.
    assertThat(today.column(1)).containsExactly(NO, YES);
  }

  @Test
  void a_label_that_was_there_tells_a_part_only_where_the_others_are_known_not_to_be() {
    Labels told =
        Labels.ofColumns(
            schema("threat", "insult", "abuse"),
            new byte[][] {
              {UNKNOWN, NO, YES, NO, UNKNOWN},
              {UNKNOWN, UNKNOWN, UNKNOWN, NO, NO},
              {YES, YES, YES, YES, UNKNOWN}
            });
    Labels today = SPLIT.forward(told, schema("threat", "insult"));
    assertThat(today.column(0)).containsExactly(UNKNOWN, NO, YES, UNKNOWN, UNKNOWN);
    assertThat(today.column(1)).containsExactly(UNKNOWN, YES, UNKNOWN, UNKNOWN, NO);
  }

  @Test
  void a_former_label_is_there_where_one_of_its_parts_is() {
    Labels told =
        Labels.ofColumns(
            schema("threat", "insult"),
            new byte[][] {{YES, NO, NO, UNKNOWN}, {UNKNOWN, NO, UNKNOWN, YES}});
    Labels former = SPLIT.backward(told, schema("abuse", "rude"));
    assertThat(former.column(0)).containsExactly(YES, NO, UNKNOWN, YES);
    assertThat(former.column(1)).containsExactly(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);
  }

  @Test
  void what_came_or_went_unsaid_is_named() {
    LabelMigration migration = new LabelMigration(List.of("scam"), List.of("rude"), Map.of());
    assertThat(
            migration.undeclared(schema("spam", "rude", "threat"), schema("spam", "scam", "theat")))
        .containsExactly("the champion does not know 'theat'", "the champion also knows 'threat'");
  }

  @Test
  void what_was_declared_and_has_happened_already_is_no_fault() {
    LabelMigration migration = new LabelMigration(List.of("scam"), List.of("rude"), Map.of());
    assertThat(migration.undeclared(schema("spam", "scam"), schema("scam", "spam"))).isEmpty();
    assertThat(SPLIT.undeclared(schema("spam", "abuse"), schema("threat", "insult", "spam")))
        .isEmpty();
  }

  @Test
  void a_label_is_not_split_into_one() {
    assertThatThrownBy(
            () -> new LabelMigration(List.of(), List.of(), Map.of("abuse", List.of("threat"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'abuse'");
  }

  @Test
  void a_source_leaves_unknown_what_it_was_not_annotated_for() {
    Labels labels =
        Labels.ofColumns(schema("spam", "scam"), new byte[][] {{YES, NO, NO}, {NO, NO, YES}});
    LabelCoverage coverage = new LabelCoverage(Map.of("forum", List.of("spam")));
    List<String> sources = List.of("forum", "desk", "forum");
    Labels masked = coverage.mask(labels, sources::get);
    assertThat(masked.column(0)).containsExactly(YES, NO, NO);
    assertThat(masked.column(1)).containsExactly(UNKNOWN, NO, UNKNOWN);
  }
}
