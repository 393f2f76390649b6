package dev.assay.text.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.example.Dataset;
import dev.assay.core.label.TaskKind;
import dev.assay.core.model.Model;
import dev.assay.core.model.ModelFiles;
import dev.assay.core.prediction.Scores;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.text.tfidf.Texts;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of a model, read back. */
class TransformerFilesTest extends TinyTrainings {

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

  @Test
  void the_files_of_another_trainer_are_refused() {
    assertThatThrownBy(() -> TRAINER.read(new ModelFiles(Map.of("logistic.json", new byte[] {1}))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("logistic.json")
        .hasMessageContaining("another trainer");
  }

  private static ModelFiles replaced(ModelFiles files, String name, String content) {
    Map<String, byte[]> copy = new HashMap<>();
    files.names().forEach(n -> copy.put(n, files.content(n)));
    copy.put(name, content.getBytes(StandardCharsets.ISO_8859_1));
    return new ModelFiles(copy);
  }
}
