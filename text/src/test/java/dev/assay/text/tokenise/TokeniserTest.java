package dev.assay.text.tokenise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.problem.InvalidInputException;
import dev.assay.text.encoder.EncoderSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the tokeniser of a BERT of lower-case English. */
class TokeniserTest {

  private static final int UNKNOWN = 100;
  private static final int FIRST = 101;
  private static final int LAST = 102;
  private static final int HELLO = 7592;
  private static final int WORLD = 2088;

  private static final String JSON = EncoderSource.read("minilm-l6").tokeniser();
  private static final Tokeniser TOKENISER = Tokeniser.read(JSON, "tokenizer.json");

  @AfterAll
  static void close() {
    TOKENISER.close();
  }

  private static int[] ids(String text) {
    return TOKENISER.encode(List.of(text), 512).ids(0);
  }

  @Test
  void words_stand_between_the_special_tokens() {
    assertThat(ids("Hello world")).containsExactly(FIRST, HELLO, WORLD, LAST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t "})
  void a_text_of_nothing_is_the_special_tokens(String text) {
    assertThat(ids(text)).containsExactly(FIRST, LAST);
  }

  @Test
  void a_text_of_nothing_has_a_token_where_there_are_no_special_ones() {
    String bare =
        """
        {"version": "1.0", "added_tokens": [], "pre_tokenizer": {"type": "Whitespace"},
         "model": {"type": "WordLevel", "unk_token": "?", "vocab": {"?": 0, ".": 1, "a": 2}}}
        """;
    try (Tokeniser tokeniser = Tokeniser.read(bare, "tokenizer.json")) {
      assertThat(tokeniser.encode(List.of("", "a"), 8).ids(0)).containsExactly(1);
      assertThat(tokeniser.encode(List.of("", "a"), 8).ids(1)).containsExactly(2);
    }
  }

  @Test
  void emoji_that_are_not_known_are_unknown_tokens() {
    assertThat(ids("🫠 🫠")).containsExactly(FIRST, UNKNOWN, UNKNOWN, LAST);
  }

  @Test
  void a_lone_surrogate_counts_as_a_question_mark() {
    assertThat(ids("hello \ud83d")).isEqualTo(ids("hello ?"));
    assertThat(ids("\udc00 hello")).isEqualTo(ids("? hello"));
  }

  @Test
  void a_nul_counts_as_a_blank_and_hides_nothing_after_it() {
    assertThat(ids("hello\0world")).containsExactly(FIRST, HELLO, WORLD, LAST);
  }

  @Test
  void a_megabyte_of_text_is_read_whole_and_cut() {
    String text = "hello ".repeat(175_000);
    Tokens tokens = TOKENISER.encode(List.of(text), 128);

    assertThat(tokens.length(0)).isEqualTo(128);
    assertThat(tokens.truncation()).isEqualTo(new Truncation(128, 1, 1, 175_002, 174_874));
  }

  @Test
  void a_text_that_is_cut_keeps_its_first_tokens_and_the_special_one_at_its_end() {
    Tokens tokens = TOKENISER.encode(List.of("hello world hello world"), 4);

    assertThat(tokens.ids(0)).containsExactly(FIRST, HELLO, WORLD, LAST);
    assertThat(TOKENISER.encode(List.of("hello world"), 4).truncation().cut()).isZero();
  }

  @Test
  void what_cutting_cost_is_counted() {
    Tokens tokens =
        TOKENISER.encode(List.of("hello", "hello hello hello", "hello hello hello hello"), 4);

    assertThat(tokens.truncation()).isEqualTo(new Truncation(4, 3, 2, 3 + 5 + 6, 1 + 2));
    assertThat(tokens.truncation().lostShare()).isCloseTo(3 / 14.0, Offset.offset(1e-12));
    assertThat(tokens.truncation().sentence())
        .isEqualTo(
            "2 of 3 texts are longer than 4 tokens and lose their end: 21.43% of all tokens");
    assertThat(tokens.total()).isEqualTo(3 + 4 + 4);
  }

  @Test
  void where_nothing_is_cut_that_is_said() {
    assertThat(TOKENISER.encode(List.of("hello"), 4).truncation().sentence())
        .isEqualTo("no text is longer than 4 tokens");
    assertThat(TOKENISER.encode(List.of(), 4).truncation().lostShare()).isZero();
  }

  @Test
  void the_limit_is_ours_whatever_the_file_says_of_padding_and_cutting() {
    String strict = JSON.replaceFirst("\"max_length\":\\s*\\d+", "\"max_length\": 5");
    assertThat(strict).isNotEqualTo(JSON);
    try (Tokeniser other = Tokeniser.read(strict, "tokenizer.json")) {
      Tokens tokens = other.encode(List.of("hello ".repeat(300), "hello"), 256);

      assertThat(tokens.length(0)).isEqualTo(256);
      assertThat(tokens.length(1)).isEqualTo(3);
      assertThat(tokens.truncation().tokens()).isEqualTo(302 + 3);
    }
  }

  @Test
  void texts_of_several_pieces_keep_their_order() {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 2500; i++) {
      texts.add("hello ".repeat(i % 7));
    }
    Tokens tokens = TOKENISER.encode(texts, 64);

    assertThat(tokens.size()).isEqualTo(2500);
    for (int i = 0; i < 2500; i++) {
      assertThat(tokens.length(i)).isEqualTo(i % 7 + 2);
    }
  }

  @Test
  void many_threads_read_with_one_tokeniser() throws Exception {
    List<String> texts = Collections.nCopies(50, "hello world");
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<Tokens>> read = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        read.add(threads.submit(() -> TOKENISER.encode(texts, 64)));
      }
      for (Future<Tokens> tokens : read) {
        assertThat(tokens.get().ids(49)).containsExactly(FIRST, HELLO, WORLD, LAST);
      }
    }
  }

  @Test
  void the_highest_id_is_told() {
    assertThat(TOKENISER.encode(List.of("hello", "world"), 8).highestId()).isEqualTo(HELLO);
    assertThat(TOKENISER.encode(List.of(), 8).highestId()).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{}", "no json", "{\"version\": \"1.0\", \"model\": {\"type\": \"?\"}}"})
  void a_damaged_file_is_named_with_what_to_do(String damaged) {
    assertThatThrownBy(() -> Tokeniser.read(damaged, "folder/tokenizer.json"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("folder/tokenizer.json: is no tokeniser of Hugging Face's format")
        .hasMessageEndingWith("Take the tokenizer.json that belongs to the encoder.");
  }

  @Test
  void a_file_that_was_cut_short_is_named() {
    String half = JSON.substring(0, JSON.length() / 2);

    assertThatThrownBy(() -> Tokeniser.read(half, "tokenizer.json"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("tokenizer.json: ");
  }
}
