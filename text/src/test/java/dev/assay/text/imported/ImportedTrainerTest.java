package dev.assay.text.imported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.example.Dataset;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.TaskKind;
import dev.assay.core.model.Fitted;
import dev.assay.core.model.Model;
import dev.assay.core.model.ModelFiles;
import dev.assay.core.model.Settings;
import dev.assay.core.model.TrainingData;
import dev.assay.core.prediction.Folds;
import dev.assay.core.prediction.Scores;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problems;
import dev.assay.core.progress.Progress;
import dev.assay.text.encoder.EncoderFolder;
import dev.assay.text.tfidf.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** With a classifier that PyTorch wrote as ONNX. */
class ImportedTrainerTest {

  /** The texts of the golden file, in its tokens. */
  private static final List<String> TEXTS =
      List.of("red", "green blue grey", "mauve", "", "grey grey grey red green");

  private static final LabelSchema LABELS =
      new LabelSchema(TaskKind.MULTILABEL, List.of("spam", "threat"));

  @TempDir private Path folder;

  @BeforeEach
  void model() throws IOException {
    Files.write(folder.resolve("model.onnx"), resource("model.onnx"));
    Map<String, Object> tokeniser =
        EncoderFolder.tokeniser(List.of("red", "green", "blue", "grey"));
    Files.write(folder.resolve("tokenizer.json"), new ObjectMapper().writeValueAsBytes(tokeniser));
    config("spam", "threat");
  }

  private void config(String first, String second) throws IOException {
    Files.writeString(
        folder.resolve("config.json"),
        "{\"id2label\": {\"0\": \"%s\", \"1\": \"%s\"}}".formatted(first, second));
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = ImportedTrainerTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  private Fitted take(LabelSchema schema, Map<String, Object> further) {
    Dataset rows = Texts.unlabelled(schema, TEXTS);
    ImportedTrainer trainer = new ImportedTrainer();
    Map<String, Object> given = new HashMap<>(Map.of("model", folder.toString()));
    given.putAll(further);
    TrainingData data = new TrainingData(rows, rows, Folds.single(rows.size()));
    return trainer.train(data, settings(given), 1, Progress.SILENT);
  }

  private static Settings settings(Map<String, Object> given) {
    Problems problems = new Problems();
    Settings settings = Settings.resolve(new ImportedTrainer().settings(), given, "test", problems);
    problems.throwIfAny();
    return settings;
  }

  @Test
  void labels_by_themselves_score_the_sigmoid_of_their_logit_as_pytorch_has_it() throws Exception {
    JsonNode golden = new ObjectMapper().readTree(resource("golden.json")).get("logits");
    Fitted fitted = take(LABELS, Map.of());
    try (Model model = fitted.model()) {
      assertThat(model.schema()).isEqualTo(LABELS);
      for (int row = 0; row < TEXTS.size(); row++) {
        for (int label = 0; label < 2; label++) {
          double logit = golden.get(row).get(label).asDouble();
          assertThat((double) fitted.validationScores().score(row, label))
              .isCloseTo(1 / (1 + Math.exp(-logit)), within(1e-6));
        }
      }
    }
  }

  @Test
  void classes_that_exclude_each_other_score_the_softmax() throws Exception {
    JsonNode golden = new ObjectMapper().readTree(resource("golden.json")).get("logits");
    LabelSchema classes = new LabelSchema(TaskKind.MULTICLASS, List.of("spam", "threat"));
    Scores ofClasses = take(classes, Map.of()).validationScores();
    Scores binary = take(LabelSchema.binary("threat"), Map.of()).validationScores();
    for (int row = 0; row < TEXTS.size(); row++) {
      double difference = golden.get(row).get(1).asDouble() - golden.get(row).get(0).asDouble();
      double threat = 1 / (1 + Math.exp(-difference));
      assertThat((double) ofClasses.score(row, 1)).isCloseTo(threat, within(1e-6));
      assertThat((double) binary.score(row, 0)).isCloseTo(threat, within(1e-6));
    }
  }

  @Test
  void labels_in_another_order_are_refused() throws IOException {
    config("threat", "spam");
    assertThatThrownBy(() -> take(LABELS, Map.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("the model's labels are [threat, spam], those of the data")
        .hasMessageContaining("[spam, threat]");
  }

  @Test
  void a_model_of_fewer_outputs_than_labels_is_refused() throws IOException {
    Files.writeString(
        folder.resolve("config.json"),
        "{\"id2label\": {\"0\": \"spam\", \"1\": \"threat\", \"2\": \"scam\"}}");
    LabelSchema three = new LabelSchema(TaskKind.MULTILABEL, List.of("spam", "threat", "scam"));
    assertThatThrownBy(() -> take(three, Map.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("it gives 2 numbers a text, and its labels are 3");
  }

  @Test
  void logits_that_are_taken_for_probabilities_are_refused() {
    assertThatThrownBy(() -> take(LABELS, Map.of("outputs", "probabilities")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("which is no probability")
        .hasMessageContaining("outputs: logits");
  }

  @ParameterizedTest
  @CsvSource({
    "bert, 0, 64, 64",
    "distilbert, 0, 64, 64",
    "roberta, 1, 66, 64",
    "mpnet, 1, 66, 64",
    "xlm-roberta, 1, 66, 64"
  })
  void more_tokens_than_the_model_has_positions_are_refused_before_anything_is_scored(
      String type, int padding, int positions, int longest) throws IOException {
    String said =
        "\"model_type\": \"%s\", \"pad_token_id\": %d, \"max_position_embeddings\": %d"
            .formatted(type, padding, positions);
    configWith(said);

    assertThatThrownBy(() -> take(LABELS, Map.of("max_length", (long) longest + 1)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("reads 64 tokens of a text at most, and 'max_length' is 65")
        .hasMessageContaining("max_length: 64");
    take(LABELS, Map.of("max_length", (long) longest)).model().close();
  }

  @Test
  void a_model_whose_positions_are_no_table_takes_texts_of_any_length() throws IOException {
    configWith("\"model_type\": \"deberta-v2\", \"max_position_embeddings\": 64");

    take(LABELS, Map.of("max_length", 65L)).model().close();
  }

  @Test
  void a_tokeniser_of_another_model_is_told_from_its_tokens() throws IOException {
    configWith("\"model_type\": \"bert\", \"vocab_size\": 8");
    ofAnotherModel();

    assertThatThrownBy(() -> take(LABELS, Map.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("tokenizer.json")
        .hasMessageContaining("it gives a text the token 8, but the model knows 0 to 7");
  }

  @Test
  void a_text_that_the_model_fails_on_is_told_with_what_to_do() throws IOException {
    ofAnotherModel();

    assertThatThrownBy(() -> take(LABELS, Map.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("model.onnx: it fails on a text: ")
        .hasMessageContaining("Lower 'max_length', or take the tokenizer.json of the model.");
  }

  /** A tokeniser that knows a word more than the model. */
  private void ofAnotherModel() throws IOException {
    Map<String, Object> tokeniser =
        EncoderFolder.tokeniser(List.of("red", "green", "blue", "grey", "mauve"));
    Files.write(folder.resolve("tokenizer.json"), new ObjectMapper().writeValueAsBytes(tokeniser));
  }

  private void configWith(String further) throws IOException {
    Files.writeString(
        folder.resolve("config.json"),
        "{\"id2label\": {\"0\": \"spam\", \"1\": \"threat\"}, " + further + "}");
  }

  @Test
  void a_stored_description_of_no_task_is_told_as_a_damaged_file() {
    try (Model model = take(LABELS, Map.of()).model()) {
      Map<String, byte[]> files = new HashMap<>();
      model.files().names().forEach(name -> files.put(name, model.files().required(name)));
      String description = new String(files.get("imported.json"), StandardCharsets.UTF_8);
      files.put(
          "imported.json",
          description.replace("multilabel", "foo").getBytes(StandardCharsets.UTF_8));

      assertThatThrownBy(() -> new ImportedTrainer().read(new ModelFiles(files)))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("imported.json")
          .hasMessageContaining("'foo'");
    }
  }

  @Test
  void all_files_that_are_missing_are_named_at_once() throws IOException {
    Files.delete(folder.resolve("model.onnx"));
    Files.delete(folder.resolve("config.json"));
    assertThatThrownBy(() -> take(LABELS, Map.of()))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e ->
                assertThat(e.problems())
                    .extracting(problem -> problem.what())
                    .containsExactly("has no model.onnx.", "has no config.json."));
  }

  @Test
  void a_file_that_is_no_model_is_refused() throws IOException {
    Files.write(folder.resolve("model.onnx"), new byte[] {1, 2, 3});
    assertThatThrownBy(() -> take(LABELS, Map.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no model that ONNX Runtime can open");
  }

  @Test
  void a_model_read_back_scores_bit_for_bit_alike_and_has_its_files_with_it() throws IOException {
    Fitted fitted = take(LABELS, Map.of());
    Dataset rows = Texts.unlabelled(LABELS, TEXTS);
    Files.delete(folder.resolve("model.onnx"));
    try (Model first = fitted.model();
        Model read = new ImportedTrainer().read(first.files())) {
      assertThat(read.weightsHash()).isEqualTo(first.weightsHash());
      for (int label = 0; label < 2; label++) {
        assertThat(read.score(rows).column(label)).isEqualTo(first.score(rows).column(label));
      }
    }
  }

  @Test
  void its_files_are_what_a_run_is_told_apart_by() {
    ImportedTrainer trainer = new ImportedTrainer();
    Settings settings = settings(Map.of("model", folder.toString()));
    assertThat(trainer.materials(settings))
        .hasSize(3)
        .allMatch(file -> Files.isRegularFile(Path.of(file)));
    assertThat(trainer.trainedElsewhere(settings)).isPresent();
  }
}
