package dev.assay.text.tfidf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.example.Dataset;
import dev.assay.core.example.NumericColumn;
import dev.assay.core.example.TextColumn;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.core.model.Fitted;
import dev.assay.core.model.FittedCell;
import dev.assay.core.model.FoldRows;
import dev.assay.core.model.FoldTrainer;
import dev.assay.core.model.Model;
import dev.assay.core.model.ModelFiles;
import dev.assay.core.model.Trainer;
import dev.assay.core.prediction.Folds;
import dev.assay.core.prediction.Scores;
import dev.assay.core.problem.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TfidfLogisticTrainerTest {

  private static Model model(Dataset train, Map<String, ?> settings) {
    return Texts.train(train, settings).model();
  }

  @Test
  void it_is_found_by_its_name() {
    assertThat(ServiceLoader.load(Trainer.class))
        .filteredOn(trainer -> trainer.name().equals("tfidf-logistic"))
        .singleElement()
        .isInstanceOf(TfidfLogisticTrainer.class);
  }

  @ParameterizedTest
  @EnumSource
  void every_label_learns_its_own_words(TaskKind kind) {
    Model model = model(Texts.draw(kind, 600, 1), Map.of());
    Dataset test =
        Texts.unlabelled(model.schema(), List.of("love and thanks", "what an awful, sad thing"));
    Scores scores = model.score(test);
    assertThat(scores.score(0, 0)).isGreaterThan(0.8f);
    assertThat(scores.score(1, 0)).isLessThan(0.2f);
    if (kind != TaskKind.BINARY) {
      assertThat(scores.score(0, 1)).isLessThan(0.2f);
      assertThat(scores.score(1, 1)).isGreaterThan(0.8f);
    }
  }

  @ParameterizedTest
  @EnumSource
  void any_number_of_threads_gives_the_same_bytes(TaskKind kind) {
    Dataset train = Texts.draw(kind, 400, 1);
    Map<String, Object> settings = new HashMap<>(Map.of("characters", true, "threads", 1L));
    String alone = model(train, settings).weightsHash();
    settings.put("threads", 3L);
    assertThat(model(train, settings).weightsHash()).isEqualTo(alone);
  }

  @ParameterizedTest
  @EnumSource
  void a_model_read_back_scores_bit_for_bit_alike(TaskKind kind) {
    Model model = model(Texts.draw(kind, 400, 1), Map.of("characters", true));
    Model read = new TfidfLogisticTrainer().read(model.files());
    Dataset test = Texts.draw(kind, 200, 2);
    for (int label = 0; label < model.schema().size(); label++) {
      assertThat(read.score(test).column(label)).isEqualTo(model.score(test).column(label));
    }
    assertThat(read.schema()).isEqualTo(model.schema());
    assertThat(read.inputs()).containsExactly("text");
    assertThat(read.weightsHash()).isEqualTo(model.weightsHash());
  }

  @Test
  void folds_trained_side_by_side_score_as_each_does_alone() {
    Dataset all = Texts.draw(TaskKind.MULTILABEL, 300, 1);
    FoldTrainer folds = new TfidfLogisticTrainer().folds(all, Texts.settings(Map.of()), 1);
    List<Scores> together =
        IntStream.range(0, 3)
            .parallel()
            .mapToObj(
                fold ->
                    folds.train(
                        new FoldRows(others(fold), new int[0], Folds.single(0), rows(fold))))
            .map(scores -> scores.scored())
            .toList();
    for (int fold = 0; fold < 3; fold++) {
      Scores alone = model(all.select(others(fold)), Map.of()).score(all.select(rows(fold)));
      assertThat(together.get(fold).column(1)).isEqualTo(alone.column(1));
    }
  }

  private static int[] rows(int fold) {
    return IntStream.range(0, 300).filter(row -> row % 3 == fold).toArray();
  }

  private static int[] others(int fold) {
    return IntStream.range(0, 300).filter(row -> row % 3 != fold).toArray();
  }

  @Test
  void the_scores_of_a_multiclass_row_sum_to_one() {
    Dataset examples = Texts.draw(TaskKind.MULTICLASS, 300, 1);
    Scores scores = model(examples, Map.of()).score(examples);
    for (int row = 0; row < scores.size(); row++) {
      assertThat(scores.score(row, 0) + scores.score(row, 1) + scores.score(row, 2))
          .isCloseTo(1, within(1e-6f));
    }
  }

  @Test
  void rows_of_unknown_label_teach_nothing_about_it() {
    Dataset half = Texts.draw(TaskKind.MULTILABEL, 400, 1);
    Dataset twice = half.select(IntStream.range(0, 800).map(row -> row % 400).toArray());
    byte[][] states = {twice.labels().column(0), twice.labels().column(1)};
    Arrays.fill(states[0], 400, 800, Labels.UNKNOWN);
    Dataset masked = twice.withLabels(Labels.ofColumns(half.schema(), states));
    // With every row twice, terms weigh as they did; taken for negatives, scores would halve.
    Scores expected = model(half, Map.of("least_documents", 1L)).score(half);
    Scores actual = model(masked, Map.of("least_documents", 1L)).score(half);
    for (int row = 0; row < half.size(); row++) {
      assertThat(actual.score(row, 0)).isCloseTo(expected.score(row, 0), within(0.01f));
    }
    assertThat(actual.column(1)).isNotEqualTo(expected.column(1));
  }

  @Test
  void balanced_class_weights_raise_the_scores_of_a_rare_label() {
    Dataset all = Texts.draw(TaskKind.BINARY, 2000, 1);
    int[] rare =
        IntStream.range(0, 2000)
            .filter(row -> all.labels().state(row, 0) == 0 || row % 10 == 0)
            .toArray();
    Dataset train = all.select(rare);
    Dataset test = Texts.unlabelled(train.schema(), List.of("one great day"));
    float plain = model(train, Map.of()).score(test).score(0, 0);
    float balanced = model(train, Map.of("class_weights", "balanced")).score(test).score(0, 0);
    assertThat(balanced).isGreaterThan(plain + 0.2f);
  }

  @Test
  void texts_that_no_one_expects_are_scored() {
    Model model = model(Texts.draw(TaskKind.BINARY, 400, 1), Map.of("characters", true));
    List<String> strange = new ArrayList<>();
    Collections.addAll(
        strange, "", null, "😀😀 🎉", "\ud83d alone \udc00", "love ".repeat(210_000));
    strange.add("a".repeat(1 << 20));
    Scores scores = model.score(Texts.unlabelled(model.schema(), strange));
    assertThat(scores.score(1, 0)).isEqualTo(scores.score(0, 0));
    assertThat(scores.score(4, 0)).isGreaterThan(scores.score(0, 0));
  }

  @Test
  void training_texts_that_say_nothing_are_counted() {
    Dataset train =
        Texts.dataset(
            Arrays.asList("good day", "good day", "", null, "\uD83D\uDE00", "unique"),
            Labels.ofColumns(LabelSchema.binary("y"), new byte[][] {{1, 0, 1, 0, 1, 0}}));
    assertThat(Texts.train(train, Map.of()).facts())
        .containsEntry("training texts without a known term", "4");
  }

  @Test
  void one_text_scores_as_it_does_among_others() {
    Dataset test = Texts.draw(TaskKind.MULTILABEL, 500, 2);
    Model model = model(Texts.draw(TaskKind.MULTILABEL, 400, 1), Map.of());
    float[] all = model.score(test).column(0);
    for (int row = 0; row < 500; row += 97) {
      assertThat(model.score(test.select(new int[] {row})).score(0, 0)).isEqualTo(all[row]);
    }
  }

  @Test
  void the_terms_that_speak_most_for_a_label_are_told() {
    Fitted fitted = Texts.train(Texts.draw(TaskKind.MULTILABEL, 600, 1), Map.of("words", 1L));
    assertThat(fitted.tables())
        .singleElement()
        .satisfies(
            table -> {
              assertThat(table.rows()).hasSize(2);
              assertThat(((FittedCell.Text) table.rows().getFirst().getLast()).text().split(", "))
                  .startsWith("'" + strongest(fitted.model()) + "'")
                  .contains("'love'", "'great'", "'thanks'", "'wonderful'")
                  .hasSizeLessThanOrEqualTo(8);
            });
  }

  /**
   * The word of a glad text that alone scores highest; terms differ little in how rare they are.
   */
  private static String strongest(Model model) {
    List<String> words = List.of("love", "great", "thanks", "wonderful");
    Scores scores = model.score(Texts.unlabelled(model.schema(), words));
    return words.get(
        IntStream.range(0, words.size())
            .boxed()
            .max((a, b) -> Float.compare(scores.score(a, 0), scores.score(b, 0)))
            .orElseThrow());
  }

  @Test
  void a_label_that_no_row_has_or_lacks_is_named() {
    Dataset train = Texts.draw(TaskKind.MULTILABEL, 100, 1);
    byte[][] states = new byte[2][100];
    Arrays.fill(states[1], Labels.POSITIVE);
    Dataset oneSided = train.withLabels(Labels.ofColumns(train.schema(), states));
    assertThatThrownBy(() -> model(oneSided, Map.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no row has the label 'glad'")
        .hasMessageContaining("no row is known to lack the label 'sad'");
  }

  @Test
  void data_without_a_text_or_with_several_say_what_to_do() {
    Dataset text = Texts.draw(TaskKind.BINARY, 100, 1);
    Dataset none =
        new Dataset(
            text.attributes(), text.labels(), Map.of("n", NumericColumn.of(new float[100])));
    assertThatThrownBy(() -> model(none, Map.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no column of the data is a text")
        .hasMessageContaining("texts: [COLUMN]");
    TextColumn words = TextColumn.of(Collections.nCopies(100, "word"));
    Dataset two =
        new Dataset(text.attributes(), text.labels(), Map.of("text", words, "title", words));
    assertThatThrownBy(() -> model(two, Map.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("template: '{");
    assertThatThrownBy(() -> model(two, Map.of("template", "{titel}: {text}")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("'titel'")
        .hasMessageContaining("'title'");
  }

  @Test
  void texts_without_a_term_in_common_are_refused() {
    Dataset train =
        Texts.dataset(
            List.of("one", "two", "three"),
            Labels.ofColumns(LabelSchema.binary("y"), new byte[][] {{0, 1, 0}}));
    assertThatThrownBy(() -> model(train, Map.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no term stands in 2 of the 3 texts")
        .hasMessageContaining("least_documents");
  }

  @Test
  void a_damaged_file_is_named() {
    ModelFiles files = model(Texts.draw(TaskKind.BINARY, 200, 1), Map.of()).files();
    for (String name : files.names()) {
      byte[] content = files.content(name);
      for (byte[] damaged :
          List.of(
              Arrays.copyOf(content, content.length / 2),
              "{}".getBytes(StandardCharsets.UTF_8),
              new byte[0])) {
        Map<String, byte[]> copy = new HashMap<>();
        files.names().forEach(n -> copy.put(n, n.equals(name) ? damaged : files.content(n)));
        assertThatThrownBy(() -> new TfidfLogisticTrainer().read(new ModelFiles(copy)))
            .isInstanceOf(InvalidInputException.class)
            .hasMessageContaining(name)
            .hasMessageContaining("damaged");
      }
    }
  }

  @Test
  void the_files_of_another_trainer_are_refused() {
    ModelFiles files = new ModelFiles(Map.of("model.onnx", new byte[] {1}));
    assertThatThrownBy(() -> new TfidfLogisticTrainer().read(files))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("model.onnx");
  }
}
