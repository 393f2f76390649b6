package dev.assay.text.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.example.Dataset;
import dev.assay.core.example.NumericColumn;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.text.encoder.EncoderFolder;
import dev.assay.text.encoder.EncoderWeights;
import dev.assay.text.encoder.FloatTensor;
import dev.assay.text.network.RandomClassifier;
import dev.assay.text.tfidf.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be trained, and what is said of it. */
class TransformerRefusalTest extends TinyTrainings {

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

  @Test
  void an_encoder_that_no_onnx_file_holds_is_refused_before_its_weights_are_read(
      @TempDir Path other) throws Exception {
    EncoderFolder.bert(other, RandomClassifier.encoder(shape(Texts.words()), 1), Texts.words());
    Files.writeString(
        other.resolve("config.json"),
        """
        {"model_type": "xlm-roberta", "vocab_size": 250002, "max_position_embeddings": 514,
         "type_vocab_size": 1, "hidden_size": 1024, "num_hidden_layers": 24,
         "num_attention_heads": 16, "intermediate_size": 4096, "pad_token_id": 1}
        """);

    assertThat(problems(Texts.draw(TaskKind.BINARY, 100, 1), quick("encoder", other.toString())))
        .singleElement()
        .asString()
        .contains(other.toString(), "have 2.24 GB", "2.1 GB at most", "smaller encoder");
  }

  @Test
  void a_damaged_configuration_of_an_encoder_is_told_before_anything_is_trained(@TempDir Path other)
      throws Exception {
    EncoderFolder.bert(other, RandomClassifier.encoder(shape(Texts.words()), 1), Texts.words());
    Files.writeString(other.resolve("config.json"), "{\"model_type\": ");

    assertThat(problems(Texts.draw(TaskKind.BINARY, 100, 1), quick("encoder", other.toString())))
        .singleElement()
        .asString()
        .contains("config.json", "is no JSON");
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
