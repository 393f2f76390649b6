package dev.assay.pipeline.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.problem.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedChoiceTest {

  @Test
  void a_number_of_seeds_leaves_the_configurations_own_out() {
    assertThat(SeedChoice.parse("4").seeds(2)).containsExactly(1L, 3L, 4L, 5L);
    assertThat(SeedChoice.parse("3").seeds(77)).containsExactly(1L, 2L, 3L);
  }

  @Test
  void a_list_is_taken_as_it_stands() {
    assertThat(SeedChoice.parse("7, 2,-5").seeds(2)).containsExactly(7L, 2L, -5L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "1|is 1.",
        "0|is 0.",
        "-3|is -3.",
        "99999999999|is 2147483647.",
        "many|'many' is no whole number",
        "1,,2|'' is no whole number",
        "3,|'' is no whole number",
        "1,2,1,3,3|names twice: 1, 3"
      })
  void what_has_no_spread_or_is_no_seed_is_refused(String text, String problem) {
    assertThatThrownBy(() -> SeedChoice.parse(text))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("--seeds")
        .hasMessageContaining(problem);
  }
}
