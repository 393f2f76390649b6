package dev.assay.text.tfidf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TermsTest {

  private static List<String> split(Terms terms, String text) {
    List<String> found = new ArrayList<>();
    terms.split(text, (units, from, to) -> found.add(new String(units, from, to - from)));
    return found;
  }

  @Test
  void words_have_two_characters_and_stand_in_runs() {
    assertThat(split(new Terms.Words(2), "I DON'T go_to 7 the 42nd"))
        .containsExactly("don", "don go_to", "go_to", "go_to the", "the", "the 42nd", "42nd");
  }

  @Test
  void a_character_beyond_the_first_plane_counts_as_one() {
    assertThat(split(new Terms.Words(1), "𝒳 𝒳𝒴")).containsExactly("𝒳𝒴");
    assertThat(split(new Terms.Characters(3, 3), "a😀b")).containsExactly(" a😀", "a😀b", "😀b ");
  }

  @Test
  void a_word_too_short_for_a_run_counts_once() {
    assertThat(split(new Terms.Characters(3, 5), "\tB  cd\n"))
        .containsExactly(" b ", " cd", "cd ", " cd ");
  }

  @Test
  void half_a_surrogate_ends_a_word_and_is_a_character_that_files_can_hold() {
    assertThat(split(new Terms.Words(1), "ab\ud83dcd")).containsExactly("ab", "cd");
    assertThat(split(new Terms.Characters(3, 3), "\udc00")).containsExactly(" \ufffd ");
  }

  @Property(tries = 300, seed = "31")
  void every_term_of_any_text_can_stand_in_a_line_of_a_file(
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 0xFFFF) Integer> units) {
    StringBuilder text = new StringBuilder();
    units.forEach(unit -> text.append((char) unit.intValue()));
    List<String> terms = new ArrayList<>(split(new Terms.Words(3), text.toString()));
    terms.addAll(split(new Terms.Characters(3, 5), text.toString()));
    for (String term : terms) {
      byte[] bytes = term.getBytes(StandardCharsets.UTF_8);
      assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(term);
      assertThat(term).isNotEmpty().doesNotContain("\t", "\n");
    }
  }

  @Test
  void a_term_is_found_among_very_many() {
    TermIndex index = new TermIndex();
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 20_000; i++) {
        String term = "term " + i;
        assertThat(index.add(("x" + term).toCharArray(), 1, 1 + term.length())).isEqualTo(i);
      }
    }
    assertThat(index.find("term".toCharArray(), 0, 4)).isEqualTo(TermIndex.UNKNOWN);
    assertThat(index.terms()).hasSize(20_000).element(777).isEqualTo("term 777");
  }

  @Test
  void of_too_many_terms_those_in_most_texts_are_kept_then_the_first_in_the_alphabet() {
    List<String> texts = List.of("bb cc dd", "cc dd", "bb dd aa aa aa");
    assertThat(Vocabulary.of(new Terms.Words(1), texts, 1, 2).terms()).containsExactly("bb", "dd");
    assertThat(Vocabulary.of(new Terms.Words(1), texts, 2, 9).terms())
        .containsExactly("bb", "cc", "dd");
  }
}
