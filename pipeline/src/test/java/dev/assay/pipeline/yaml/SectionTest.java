package dev.assay.pipeline.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problem;
import dev.assay.core.problem.Problems;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SectionTest {

  private final Problems problems = new Problems();

  private Section read(String... lines) {
    YamlValue.Mapping mapping = YamlFile.parse("forecast.yaml", String.join("\n", lines), problems);
    return new Section(mapping, "", problems);
  }

  private List<String> found() {
    return problems.list().stream().map(Problem::toString).toList();
  }

  @Test
  void values_are_read_by_their_type() {
    Section section =
        read(
            "name: weekly",
            "rounds: 400",
            "rate: 0.1",
            "balanced: true",
            "horizon: 2w",
            "id: [country, day]",
            "change: 0.02..0.10");

    assertThat(section.requiredText("name")).isEqualTo("weekly");
    assertThat(section.whole("rounds", 1, 1000)).hasValue(400);
    assertThat(section.number("rate", 0, 1)).hasValue(0.1);
    assertThat(section.flag("balanced")).contains(true);
    assertThat(section.days("horizon")).hasValue(14);
    assertThat(section.texts("id")).containsExactly("country", "day");
    assertThat(section.quantity("change", "a range", Quantity::range))
        .contains(new Quantity.Range(0.02, 0.10));
    section.done();
    assertThat(found()).isEmpty();
  }

  @Test
  void an_unknown_key_is_named_with_its_line_and_the_nearest_known_key() {
    Section section = read("name: weekly", "hypotesis: more countries");
    section.requiredText("name");
    section.text("hypothesis");
    section.done();

    assertThat(found())
        .containsExactly("forecast.yaml:2: unknown key 'hypotesis'. Did you mean 'hypothesis'?");
  }

  @Test
  void all_problems_of_a_file_are_found_at_once() {
    Section section = read("rounds: many", "rate: 7", "horizon: 7h", "with: xgbost");
    section.whole("rounds", 1, 1000);
    section.number("rate", 0, 1);
    section.days("horizon");
    section.choice("with", Map.of("xgboost", 1, "logistic", 2));
    section.requiredText("name");

    assertThat(found())
        .containsExactly(
            "forecast.yaml:1: rounds must be a whole number from 1 to 1000, it is 'many'.",
            "forecast.yaml:2: rate must be a number from 0 to 1, it is '7'.",
            "forecast.yaml:3: horizon must be a number of days such as 7d or 8w, it is '7h'.",
            "forecast.yaml:4: with is 'xgbost'. Did you mean 'xgboost'?",
            "forecast.yaml:1: name is missing. Add a line 'name: ...'.");
  }

  @Test
  void sections_within_lists_name_their_place() {
    Section section = read("gates:", "  - { name: one, metric: f1 }", "  - { nam: two }");
    for (Section gate : section.sections("gates")) {
      gate.requiredText("name");
      gate.text("metric");
      gate.done();
    }

    assertThat(found())
        .containsExactly(
            "forecast.yaml:3: gates[1].name is missing. Add a line 'name: ...'.",
            "forecast.yaml:3: unknown key 'gates[1].nam'. Did you mean 'name'?");
  }

  @Test
  void a_key_that_stands_twice_is_a_problem() {
    read("name: a", "name: b");

    assertThat(found()).containsExactly("forecast.yaml:2: 'name' stands twice. Keep one.");
  }

  @Test
  void broken_yaml_names_the_line() {
    assertThatThrownBy(() -> read("name: a", "data: [1, 2"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("forecast.yaml:")
        .hasMessageContaining("is no YAML");
  }

  @Test
  void an_empty_file_is_a_problem_and_not_an_empty_experiment() {
    assertThatThrownBy(() -> read(""))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("holds no mapping");
  }
}
