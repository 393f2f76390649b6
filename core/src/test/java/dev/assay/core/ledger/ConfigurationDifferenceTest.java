package dev.assay.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.ledger.ConfigurationDifference.Change;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ConfigurationDifferenceTest {

  @Test
  void changed_added_and_removed_values_are_listed_by_path() {
    assertThat(
            ConfigurationDifference.between(
                Map.of("train", Map.of("depth", 4, "rounds", 400), "seed", 1),
                Map.of("train", Map.of("depth", 6, "rounds", 400, "rate", 0.1))))
        .isEqualTo(
            new ConfigurationDifference(
                List.of(
                    new Change("seed", "1", null),
                    new Change("train.depth", "4", "6"),
                    new Change("train.rate", null, "0.1"))));
  }

  @Test
  void an_inserted_gate_is_one_change_because_gates_are_matched_by_name() {
    Map<String, Object> recent = Map.of("name", "recent", "lose_at_most", 0.02);
    Map<String, Object> legacy = Map.of("name", "legacy", "lose_at_most", 0.1);
    Map<String, Object> looser = Map.of("name", "legacy", "lose_at_most", 0.2);

    assertThat(
            ConfigurationDifference.between(
                    Map.of("gates", List.of(legacy)), Map.of("gates", List.of(recent, looser)))
                .changes())
        .containsExactly(
            new Change("gates[legacy].lose_at_most", "0.1", "0.2"),
            new Change("gates[recent].lose_at_most", null, "0.02"),
            new Change("gates[recent].name", null, "recent"));
  }

  @Test
  void entries_without_distinct_names_are_matched_by_position() {
    assertThat(
            ConfigurationDifference.between(
                    Map.of("seeds", List.of(1, 2)), Map.of("seeds", List.of(1, 3, 4)))
                .changes())
        .containsExactly(new Change("seeds[1]", "2", "3"), new Change("seeds[2]", null, "4"));
  }

  @Test
  void a_number_is_the_same_however_it_is_written() {
    assertThat(
            ConfigurationDifference.between(
                Map.of("rate", 1L, "big", 1e3), Map.of("rate", 1.0, "big", 1000)))
        .isEqualTo(ConfigurationDifference.none());
  }

  @Test
  void an_emptied_list_is_a_change() {
    assertThat(
            ConfigurationDifference.between(
                    Map.of("gates", List.of("a")), Map.of("gates", List.of()))
                .changes())
        .containsExactly(new Change("gates", null, "[]"), new Change("gates[0]", "a", null));
  }

  @Property(tries = 100, seed = "42")
  void a_configuration_does_not_differ_from_itself(@ForAll Map<String, List<Double>> any) {
    assertThat(ConfigurationDifference.between(any, any).isEmpty()).isTrue();
  }
}
