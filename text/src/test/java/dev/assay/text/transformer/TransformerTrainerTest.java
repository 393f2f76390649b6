package dev.assay.text.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.example.Dataset;
import dev.assay.core.example.NumericColumn;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.core.model.Fitted;
import dev.assay.core.model.FoldRows;
import dev.assay.core.model.FoldTrainer;
import dev.assay.core.model.LearningCurve;
import dev.assay.core.model.Model;
import dev.assay.core.model.ModelFiles;
import dev.assay.core.model.Settings;
import dev.assay.core.model.Trainer;
import dev.assay.core.model.TrainingData;
import dev.assay.core.prediction.Folds;
import dev.assay.core.prediction.Scores;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problem;
import dev.assay.core.problem.Problems;
import dev.assay.core.progress.Progress;
import dev.assay.text.encoder.Architecture;
import dev.assay.text.encoder.EncoderFolder;
import dev.assay.text.encoder.EncoderWeights;
import dev.assay.text.encoder.FloatTensor;
import dev.assay.text.network.RandomClassifier;
import dev.assay.text.tfidf.Texts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The trainer on an encoder of two layers that knows nothing yet. */
class TransformerTrainerTest {

  private static final Trainer TRAINER = new TransformerTrainer();
  private static final int FOLDS = 3;

  @TempDir static Path folder;

  @BeforeAll
  static void writeEncoder() {
    EncoderFolder.bert(folder, RandomClassifier.encoder(shape(Texts.words()), 1), Texts.words());
  }

  private static Architecture shape(List<String> words) {
    return new Architecture(words.size() + 4, 32, 0, 2, 16, 2, 2, 32, 1e-12, 0, 0);
  }

  /** Settings that keep a test quick. */
  private static Map<String, Object> quick() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("encoder", folder.toString());
    settings.put("max_length", 16L);
    settings.put("epochs", 4L);
    settings.put("batch", 16L);
    settings.put("learning_rate", 0.005);
    settings.put("dropout", 0L);
    settings.put("head", Map.of("dropout", 0L));
    settings.put("threads", 2L);
    return settings;
  }

  private static Map<String, Object> quick(String name, Object value) {
    Map<String, Object> settings = quick();
    settings.put(name, value);
    return settings;
  }

  private static Settings settings(Map<String, ?> given) {
    Problems problems = new Problems();
    Settings settings = Settings.resolve(TRAINER.settings(), given, "test", problems);
    problems.throwIfAny();
    return settings;
  }

  private static TrainingData data(Dataset train, Dataset validation) {
    int[] folds = IntStream.range(0, validation.size()).map(row -> row % FOLDS).toArray();
    return new TrainingData(train, validation, Folds.of(folds, FOLDS));
  }

  private static Fitted train(TaskKind kind, Map<String, ?> settings, long seed) {
    return train(Texts.draw(kind, 320, 1), Texts.draw(kind, 90, 2), settings, seed);
  }

  private static Fitted train(
      Dataset train, Dataset validation, Map<String, ?> settings, long seed) {
    return TRAINER.train(data(train, validation), settings(settings), seed, Progress.SILENT);
  }

  private static List<Double> curve(Fitted fitted, String metric) {
    return fitted.curves().stream()
        .filter(curve -> curve.metric().equals(metric))
        .map(LearningCurve::values)
        .findFirst()
        .orElseThrow();
  }

  private static int epochs(Fitted fitted) {
    return Integer.parseInt(fitted.facts().get("epochs"));
  }

  @Test
  void it_is_found_by_its_name() {
    assertThat(ServiceLoader.load(Trainer.class))
        .filteredOn(trainer -> trainer.name().equals("transformer"))
        .singleElement()
        .isInstanceOf(TransformerTrainer.class);
  }

  @ParameterizedTest
  @EnumSource
  void every_kind_of_task_is_learned_from_texts(TaskKind kind) {
    Dataset test = Texts.draw(kind, 300, 3);
    Fitted fitted = train(kind, quick("epochs", 10L), 1);
    try (Model model = fitted.model()) {
      Scores scores = model.score(test);
      assertThat(fitted.validationScores().size()).isEqualTo(90);
      // One text in eleven has no word that tells; chance would give the share of the positives.
      assertThat(Criterion.AVERAGE_PRECISION.of(test.labels(), scores, row -> true))
          .isGreaterThan(0.93);
      assertThat(Criterion.LOG_LOSS.of(test.labels(), scores, row -> true)).isGreaterThan(-0.25);
      if (kind == TaskKind.MULTICLASS) {
        for (int row = 0; row < test.size(); row++) {
          assertThat(scores.score(row, 0) + scores.score(row, 1) + scores.score(row, 2))
              .isCloseTo(1, Offset.offset(1e-5f));
        }
      }
    }
  }

  @Test
  void the_same_seed_gives_the_same_bytes_and_another_one_does_not() {
    Map<String, Object> usual = quick("dropout", 0.1);
    usual.put("epochs", 2L);
    try (Model first = train(TaskKind.MULTILABEL, usual, 1).model();
        Model again = train(TaskKind.MULTILABEL, usual, 1).model();
        Model other = train(TaskKind.MULTILABEL, usual, 2).model()) {
      assertThat(again.weightsHash()).isEqualTo(first.weightsHash());
      assertThat(other.weightsHash()).isNotEqualTo(first.weightsHash());
    }
  }

  @ParameterizedTest
  @CsvSource({"MULTILABEL, fp32", "MULTICLASS, fp16", "BINARY, int8"})
  void a_model_read_back_scores_bit_for_bit_alike(TaskKind kind, String precision) {
    Dataset test = Texts.draw(kind, 60, 3);
    try (Model trained = train(kind, quick("epochs", 1L), 1).model();
        Model model = trained.exporter().orElseThrow().in(precision);
        Model read = TRAINER.read(model.files())) {
      Scores expected = model.score(test);
      for (int label = 0; label < expected.labels(); label++) {
        assertThat(read.score(test).column(label)).isEqualTo(expected.column(label));
      }
      assertThat(read.schema()).isEqualTo(model.schema());
      assertThat(read.inputs()).containsExactly("text");
      assertThat(read.weightsHash()).isEqualTo(model.weightsHash());
    }
  }

  @Test
  void the_file_of_a_lower_precision_is_smaller_and_scores_nearly_alike() {
    Dataset test = Texts.draw(TaskKind.BINARY, 200, 3);
    try (Model full = train(TaskKind.BINARY, quick(), 1).model();
        Model half = full.exporter().orElseThrow().in("fp16");
        Model eighth = full.exporter().orElseThrow().in("int8")) {
      float[] expected = full.score(test).column(0);

      assertThat(half.score(test).column(0)).containsExactly(expected, Offset.offset(0.02f));
      assertThat(eighth.score(test).column(0)).containsExactly(expected, Offset.offset(0.2f));
      assertThat(eighth.score(test).column(0)).isNotEqualTo(expected);
      assertThat(half.files().content("model.onnx").length)
          .isLessThan(full.files().content("model.onnx").length);
    }
  }

  @ParameterizedTest
  @EnumSource
  void early_stopping_keeps_the_epoch_with_the_best_figure_on_validation(Criterion criterion) {
    Map<String, Object> settings = quick("epochs", 30L);
    settings.put("stop_on", criterion.word());
    settings.put("early_stopping", 2L);
    settings.put("schedule", "constant");
    settings.put("learning_rate", 0.02);
    Dataset validation = Texts.draw(TaskKind.MULTILABEL, 90, 2);
    Fitted fitted = train(Texts.draw(TaskKind.MULTILABEL, 200, 1), validation, settings, 1);
    try (Model model = fitted.model()) {
      List<Double> curve = curve(fitted, criterion.word());
      assertThat(curve).allMatch(value -> value > 0);
      List<Double> figures = curve.stream().map(criterion::shown).toList();
      double best = Collections.max(figures);

      assertThat(epochs(fitted)).isEqualTo(figures.indexOf(best) + 1);
      assertThat(figures).hasSize(epochs(fitted) + 2).hasSizeLessThan(30);
      assertThat(criterion.of(validation.labels(), model.score(validation), row -> true))
          .isCloseTo(best, Offset.offset(1e-4));
    }
  }

  @Test
  void without_early_stopping_every_epoch_is_trained_and_nothing_is_picked() {
    Dataset validation = Texts.draw(TaskKind.BINARY, 90, 2);
    Fitted fitted =
        train(Texts.draw(TaskKind.BINARY, 100, 1), validation, quick("early_stopping", 0L), 1);
    try (Model model = fitted.model()) {
      assertThat(epochs(fitted)).isEqualTo(4);
      assertThat(curve(fitted, "loss")).hasSize(4);
      assertThat(fitted.validationScores().column(0)).isEqualTo(model.score(validation).column(0));
    }
  }

  @Test
  void a_refit_trains_all_rows_for_as_many_epochs_as_were_picked() {
    Map<String, Object> settings = quick("epochs", 30L);
    settings.put("schedule", "constant");
    settings.put("learning_rate", 0.02);
    Dataset all = Texts.draw(TaskKind.BINARY, 300, 1);
    Fitted judged = train(all.select(rows(0, 200)), all.select(rows(200, 300)), settings, 1);
    Fitted refitted = TRAINER.refit(all, settings(settings), judged, 1, Progress.SILENT);
    try (Model model = judged.model();
        Model shipped = refitted.model()) {
      assertThat(epochs(judged)).isLessThan(30);
      assertThat(epochs(refitted)).isEqualTo(epochs(judged));
      assertThat(curve(refitted, "loss")).hasSize(epochs(judged));
      assertThat(refitted.validationScores().size()).isZero();
      assertThat(shipped.weightsHash()).isNotEqualTo(model.weightsHash());
      Dataset test = Texts.draw(TaskKind.BINARY, 200, 3);
      assertThat(Criterion.AVERAGE_PRECISION.of(test.labels(), shipped.score(test), row -> true))
          .isGreaterThan(0.85);
    }
  }

  private static int[] rows(int from, int to) {
    return IntStream.range(from, to).toArray();
  }

  @Test
  void folds_trained_side_by_side_score_as_each_does_alone() {
    Dataset all = Texts.draw(TaskKind.MULTILABEL, 120, 1);
    Map<String, Object> settings = quick("epochs", 2L);
    FoldTrainer folds = TRAINER.folds(all, settings(settings), 1);
    List<Scores> together =
        IntStream.range(0, 2)
            .parallel()
            .mapToObj(fold -> folds.train(foldRows(fold)).scored())
            .toList();

    settings.put("threads", 1L);
    for (int fold = 0; fold < 2; fold++) {
      FoldRows rows = foldRows(fold);
      TrainingData alone =
          new TrainingData(
              all.select(rows.train()), all.select(rows.validation()), rows.validationFolds());
      try (Model model = TRAINER.train(alone, settings(settings), 1, Progress.SILENT).model()) {
        Scores expected = model.score(all.select(rows.scored()));
        assertThat(together.get(fold).column(1)).isEqualTo(expected.column(1));
      }
    }
  }

  private static FoldRows foldRows(int fold) {
    int[] scored = rows(60 * fold, 60 * fold + 60);
    int[] others = rows(60 - 60 * fold, 120 - 60 * fold);
    return new FoldRows(
        Arrays.copyOf(others, 45), Arrays.copyOfRange(others, 45, 60), Folds.single(15), scored);
  }

  @Test
  void rows_of_unknown_label_teach_nothing_about_it() {
    Dataset first = Texts.draw(TaskKind.MULTILABEL, 320, 1);
    Dataset twice = first.select(IntStream.range(0, 640).map(row -> row % 320).toArray());
    byte[][] states = {twice.labels().column(0), twice.labels().column(1)};
    Arrays.fill(states[0], 320, 640, Labels.UNKNOWN);
    Dataset masked = twice.withLabels(Labels.ofColumns(first.schema(), states));
    Dataset test = Texts.draw(TaskKind.MULTILABEL, 300, 3);
    try (Model model =
        train(masked, Texts.draw(TaskKind.MULTILABEL, 90, 2), quick("epochs", 10L), 1).model()) {
      // Taken for negatives, every positive would stand against its like, and scores would halve.
      assertThat(Criterion.LOG_LOSS.of(test.labels(), model.score(test), row -> true))
          .isGreaterThan(-0.3);
    }
  }

  @Test
  void texts_that_no_one_expects_are_scored_and_each_as_it_is_alone() {
    List<String> strange =
        Arrays.asList("", null, "😀 🎉", "\ud83d", "a\0b", "love ".repeat(50_000), "love love");
    try (Model model = train(TaskKind.BINARY, quick("epochs", 1L), 1).model()) {
      Dataset texts = Texts.unlabelled(model.schema(), strange);
      float[] scores = model.score(texts).column(0);

      assertThat(scores[1]).isEqualTo(scores[0]);
      for (int row = 0; row < strange.size(); row++) {
        assertThat(model.score(texts.select(new int[] {row})).score(0, 0))
            .isCloseTo(scores[row], Offset.offset(1e-6f));
      }
    }
  }

  @Test
  void no_rows_have_no_scores() {
    try (Model model = train(TaskKind.MULTILABEL, quick("epochs", 1L), 1).model()) {
      Scores none = model.score(Texts.unlabelled(model.schema(), List.of()));

      assertThat(none.size()).isZero();
      assertThat(none.labels()).isEqualTo(2);
    }
  }

  @Test
  void what_was_cut_off_and_what_was_trained_is_told() {
    Map<String, Object> settings = quick("max_length", 5L);
    settings.put("epochs", 1L);
    Fitted fitted = train(TaskKind.BINARY, settings, 1);
    try (Model model = fitted.model()) {
      assertThat(model.schema().names()).containsExactly("glad");
      assertThat(fitted.facts())
          .containsEntry("encoder", folder.getFileName().toString())
          .containsEntry("epochs", "1")
          // Six words and two special tokens become five tokens.
          .hasEntrySatisfying(
              "training texts",
              told -> assertThat(told).contains("320 of 320", "5 tokens", "37.50%"))
          .hasEntrySatisfying("library", told -> assertThat(told).startsWith("libtorch 2."));
    }
  }

  @Test
  void progress_is_told_step_by_step_up_to_the_end() {
    List<Long> done = Collections.synchronizedList(new ArrayList<>());
    TrainingData data =
        data(Texts.draw(TaskKind.BINARY, 100, 1), Texts.draw(TaskKind.BINARY, 90, 2));
    Map<String, Object> settings = quick("early_stopping", 0L);
    settings.put("accumulate", 2L);
    Progress progress =
        Progress.ofSteps(
            (stage, now, total, detail) -> {
              // Seven batches are four steps an epoch.
              assertThat(total).isEqualTo(16);
              done.add(now);
            });
    try (Model model = TRAINER.train(data, settings(settings), 1, progress).model()) {
      assertThat(model.inputs()).containsExactly("text");
      assertThat(done).isEqualTo(LongStream.rangeClosed(1, 16).boxed().toList());
    }
  }

  @Test
  void progress_tells_the_loss_and_after_an_epoch_the_figure_on_validation() {
    List<String> details = Collections.synchronizedList(new ArrayList<>());
    TrainingData data =
        data(Texts.draw(TaskKind.BINARY, 100, 1), Texts.draw(TaskKind.BINARY, 90, 2));
    Progress progress = Progress.ofSteps((stage, done, total, detail) -> details.add(detail));
    try (Model model = TRAINER.train(data, settings(quick("epochs", 2L)), 1, progress).model()) {
      assertThat(model.inputs()).containsExactly("text");
      assertThat(details).hasSize(14);
      assertThat(details.subList(0, 7)).allMatch(told -> told.matches("loss \\d\\.\\d{3}"));
      assertThat(details.subList(7, 14))
          .allMatch(told -> told.matches("loss \\d\\.\\d{3}, average_precision \\d\\.\\d{3}"));
    }
  }

  @Test
  void labels_in_another_order_than_the_network_has_them_are_refused() {
    try (Model model = train(TaskKind.MULTILABEL, quick("epochs", 1L), 1).model()) {
      String document =
          new String(model.files().content("transformer.json"), StandardCharsets.UTF_8);
      String swapped =
          document.replace("\"glad\"", "\"?\"").replace("\"sad\"", "\"glad\"").replace("?", "sad");
      assertThat(swapped).isNotEqualTo(document).hasSameSizeAs(document);

      assertThatThrownBy(() -> TRAINER.read(replaced(model.files(), "transformer.json", swapped)))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("model.onnx")
          .hasMessageContaining("its labels are not those of transformer.json, in their order");
    }
  }

  @Test
  void a_damaged_file_is_named() {
    try (Model model = train(TaskKind.BINARY, quick("epochs", 1L), 1).model()) {
      for (String name : model.files().names()) {
        String half =
            new String(model.files().content(name), StandardCharsets.ISO_8859_1)
                .substring(0, model.files().content(name).length / 2);
        for (String damaged : List.of(half, "{}", "no json", "")) {
          assertThatThrownBy(() -> TRAINER.read(replaced(model.files(), name, damaged)))
              .as("%s: %s", name, damaged.length())
              .isInstanceOf(InvalidInputException.class)
              .hasMessageStartingWith(name);
        }
      }
    }
  }

  private static ModelFiles replaced(ModelFiles files, String name, String content) {
    Map<String, byte[]> copy = new HashMap<>();
    files.names().forEach(n -> copy.put(n, files.content(n)));
    copy.put(name, content.getBytes(StandardCharsets.ISO_8859_1));
    return new ModelFiles(copy);
  }

  @Test
  void the_files_of_another_trainer_are_refused() {
    assertThatThrownBy(() -> TRAINER.read(new ModelFiles(Map.of("logistic.json", new byte[] {1}))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("logistic.json")
        .hasMessageContaining("another trainer");
  }

  private static List<String> problems(Dataset train, Map<String, ?> given) {
    Dataset validation = train.select(new int[0]);
    try {
      TRAINER.check(new TrainingData(train, validation, Folds.single(0)), settings(given), 1);
      return List.of();
    } catch (InvalidInputException e) {
      return e.problems().stream().map(Problem::toString).toList();
    }
  }

  @Test
  void data_that_do_not_suit_are_told_before_anything_is_trained_all_at_once() {
    Dataset texts = Texts.draw(TaskKind.MULTILABEL, 100, 1);
    byte[][] states = new byte[2][100];
    Arrays.fill(states[1], Labels.POSITIVE);
    Dataset bare =
        new Dataset(
            texts.attributes(),
            Labels.ofColumns(texts.schema(), states),
            Map.of("n", NumericColumn.of(new float[100])));

    assertThat(problems(texts, quick())).isEmpty();
    assertThat(problems(bare, quick("encoder", "minilm-16")))
        .satisfiesExactlyInAnyOrder(
            problem -> assertThat(problem).contains("no column of the data is a text"),
            problem -> assertThat(problem).contains("no row has the label 'glad'"),
            problem -> assertThat(problem).contains("no row is known to lack the label 'sad'"),
            problem ->
                assertThat(problem)
                    .contains("no encoder 'minilm-16'", "Did you mean 'minilm-l6'?"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"focal", "asymmetric", "distribution_balanced"})
  void a_loss_for_single_labels_is_refused_for_a_multiclass_task(String loss) {
    assertThat(problems(Texts.draw(TaskKind.MULTICLASS, 100, 1), quick("loss", loss)))
        .singleElement()
        .asString()
        .contains("the loss is " + loss, "not for a multiclass task", "loss: cross_entropy");
  }

  @Test
  void weights_of_positives_are_refused_for_a_multiclass_task() {
    Map<String, Object> loss = Map.of("cross_entropy", Map.of("positive_weight_cap", 5L));
    assertThat(problems(Texts.draw(TaskKind.MULTICLASS, 100, 1), quick("loss", loss)))
        .singleElement()
        .asString()
        .contains("positive_weight_cap", "Leave it out");
    assertThat(problems(Texts.draw(TaskKind.MULTILABEL, 100, 1), quick("loss", loss))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"focal", "asymmetric", "distribution_balanced"})
  void every_loss_teaches_single_labels(String loss) {
    Dataset test = Texts.draw(TaskKind.MULTILABEL, 300, 3);
    Map<String, Object> settings = quick("loss", loss);
    settings.put("epochs", 12L);
    settings.put("early_stopping", 0L);
    try (Model model = train(TaskKind.MULTILABEL, settings, 1).model()) {
      assertThat(Criterion.AVERAGE_PRECISION.of(test.labels(), model.score(test), row -> true))
          .isGreaterThan(0.8);
    }
  }

  @Test
  void a_training_that_goes_astray_says_so(@TempDir Path other) {
    EncoderWeights sound = RandomClassifier.encoder(shape(Texts.words()), 1);
    Map<String, FloatTensor> tensors = new LinkedHashMap<>(sound.tensors());
    float[] huge = new float[16];
    Arrays.fill(huge, 1e30f);
    tensors.put("encoder.layer.0.output.LayerNorm.weight", FloatTensor.of(huge, 16));
    EncoderFolder.bert(other, new EncoderWeights(sound.architecture(), tensors), Texts.words());

    assertThatThrownBy(() -> train(TaskKind.BINARY, quick("encoder", other.toString()), 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("the loss is no number any more")
        .hasMessageContaining("learning_rate");
  }

  @Test
  void a_tokeniser_of_another_encoder_is_told_from_its_tokens(@TempDir Path other) {
    EncoderFolder.bert(
        other, RandomClassifier.encoder(shape(Texts.words().subList(0, 5)), 1), Texts.words());

    assertThatThrownBy(() -> train(TaskKind.BINARY, quick("encoder", other.toString()), 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("tokenizer.json of " + other.getFileName())
        .hasMessageContaining("the encoder knows 0 to 8");
  }

  @Test
  void a_damaged_tokeniser_of_an_encoder_is_named(@TempDir Path other) throws Exception {
    EncoderFolder.bert(other, RandomClassifier.encoder(shape(Texts.words()), 1), Texts.words());
    Files.writeString(other.resolve("tokenizer.json"), "{\"version\": ");

    assertThatThrownBy(() -> train(TaskKind.BINARY, quick("encoder", other.toString()), 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("tokenizer.json of " + other.getFileName());
  }
}
