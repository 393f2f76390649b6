package dev.assay.text.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.example.Dataset;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.core.model.Checkpoints;
import dev.assay.core.model.EarlierModel;
import dev.assay.core.model.Fitted;
import dev.assay.core.model.Model;
import dev.assay.core.model.ModelFiles;
import dev.assay.core.model.TrainingContext;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problem;
import dev.assay.core.progress.Progress;
import dev.assay.text.encoder.EncoderFolder;
import dev.assay.text.network.RandomClassifier;
import dev.assay.text.tfidf.Texts;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trainings that start from another run's weights. */
class ContinuedTrainingTest extends TinyTrainings {

  private static TrainingContext from(ModelFiles files) {
    return new TrainingContext(
        Progress.SILENT, Checkpoints.NONE, Optional.of(new EarlierModel("run first", files)));
  }

  /** So little that the weights stay what they are. */
  private static Map<String, Object> still() {
    Map<String, Object> settings = quick("learning_rate", 1e-8);
    settings.put("epochs", 1L);
    settings.put("continue_from", "first");
    return settings;
  }

  private static Fitted go(TaskKind kind, Map<String, ?> settings, ModelFiles files) {
    return TRAINER.train(
        data(Texts.draw(kind, 64, 5), Texts.draw(kind, 30, 6)), settings(settings), 1, from(files));
  }

  @ParameterizedTest
  @CsvSource({
    "MULTILABEL, fp32, mean, 1",
    "MULTICLASS, fp16, attention, 2",
    "BINARY, fp32, cls, 1",
    "BINARY, fp32, last4_mean, 1"
  })
  void it_starts_where_the_other_ended(
      TaskKind kind, String precision, String pooling, long layers) {
    Map<String, Object> head = Map.of("pooling", pooling, "layers", layers, "dropout", 0L);
    Dataset test = Texts.draw(kind, 60, 3);
    try (Model first = train(kind, quick("head", head), 1).model();
        Model stored = first.exporter().orElseThrow().in(precision)) {
      Map<String, Object> settings = still();
      settings.put("head", head);
      Fitted fitted = go(kind, settings, stored.files());
      try (Model second = fitted.model()) {
        float[] expected = stored.score(test).column(0);
        assertThat(second.score(test).column(0)).containsExactly(expected, Offset.offset(1e-4f));
        assertThat(fitted.facts().get("continued from")).matches("run first, weights [0-9a-f]{64}");
      }
    }
  }

  @Test
  void the_same_start_gives_the_same_bits_and_another_start_others() {
    Map<String, Object> settings = quick("continue_from", "first");
    settings.put("epochs", 1L);
    try (Model first = train(TaskKind.BINARY, quick("epochs", 1L), 1).model();
        Model other = train(TaskKind.BINARY, quick("epochs", 1L), 2).model();
        Model one = go(TaskKind.BINARY, settings, first.files()).model();
        Model again = go(TaskKind.BINARY, settings, first.files()).model();
        Model elsewhere = go(TaskKind.BINARY, settings, other.files()).model()) {
      assertThat(again.weightsHash()).isEqualTo(one.weightsHash());
      assertThat(elsewhere.weightsHash()).isNotEqualTo(one.weightsHash());
    }
  }

  @Test
  void a_refit_starts_there_too() {
    Dataset all = Texts.draw(TaskKind.BINARY, 64, 5);
    Map<String, Object> settings = quick("continue_from", "first");
    try (Model first = train(TaskKind.BINARY, quick("epochs", 1L), 1).model()) {
      Fitted judged = go(TaskKind.BINARY, settings, first.files());
      Fitted refit = TRAINER.refit(all, settings(settings), judged, 1, from(first.files()));
      try (Model model = judged.model();
          Model again = refit.model()) {
        assertThat(again.files().content("model.onnx"))
            .isEqualTo(model.files().content("model.onnx"));
      }
    }
  }

  private static List<String> differences(Dataset now, Map<String, ?> settings, ModelFiles files) {
    try {
      TRAINER.checkStart(data(now, now), settings(settings), new EarlierModel("run first", files));
      return List.of();
    } catch (InvalidInputException e) {
      return e.problems().stream().map(Problem::toString).toList();
    }
  }

  @Test
  void every_difference_is_told_at_once(@TempDir Path other) {
    List<String> fewer = Texts.words().subList(0, 5);
    EncoderFolder.bert(other, RandomClassifier.encoder(shape(fewer), 1), fewer);
    Map<String, Object> settings = quick("encoder", other.toString());
    settings.put("head", Map.of("pooling", "cls", "layers", 2L));
    Dataset two = Texts.draw(TaskKind.MULTILABEL, 60, 1);
    LabelSchema renamed = new LabelSchema(TaskKind.MULTILABEL, List.of("glad", "mad"));
    byte[][] states = {two.labels().column(0), two.labels().column(1)};
    try (Model first = train(TaskKind.MULTILABEL, quick("epochs", 1L), 1).model()) {
      assertThat(
              differences(
                  two.withLabels(Labels.ofColumns(renamed, states)), settings, first.files()))
          .anySatisfy(told -> assertThat(told).contains("run first", "had the label 'sad'"))
          .anySatisfy(told -> assertThat(told).contains("had no label 'mad'"))
          .anySatisfy(told -> assertThat(told).contains("pooling was 'mean', not 'cls'"))
          .anySatisfy(told -> assertThat(told).contains("tokeniser is not that of"))
          .anySatisfy(told -> assertThat(told).contains("tensors of 'embeddings' were others"))
          .anySatisfy(told -> assertThat(told).contains("1 linear maps, not 2"));
      assertThat(differences(two, quick(), first.files())).isEmpty();
    }
  }

  @Test
  void labels_in_another_order_are_refused() {
    Dataset two = Texts.draw(TaskKind.MULTILABEL, 60, 1);
    LabelSchema turned = new LabelSchema(TaskKind.MULTILABEL, List.of("sad", "glad"));
    byte[][] states = {two.labels().column(1), two.labels().column(0)};
    try (Model first = train(TaskKind.MULTILABEL, quick("epochs", 1L), 1).model()) {
      assertThat(
              differences(two.withLabels(Labels.ofColumns(turned, states)), quick(), first.files()))
          .singleElement()
          .asString()
          .contains("another order", "[glad, sad]", "[sad, glad]");
    }
  }

  @Test
  void weights_in_eight_bits_are_refused() {
    try (Model first = train(TaskKind.BINARY, quick("epochs", 1L), 1).model();
        Model small = first.exporter().orElseThrow().in("int8")) {
      assertThat(differences(Texts.draw(TaskKind.BINARY, 60, 1), quick(), small.files()))
          .singleElement()
          .asString()
          .contains("stored in int8", "fp32 or fp16");
    }
  }

  @Test
  void groups_that_are_left_out_cannot_be_judged_by_weights_that_have_seen_them() {
    Map<String, Object> settings = new HashMap<>(still());
    assertThatThrownBy(
            () -> TRAINER.folds(Texts.draw(TaskKind.BINARY, 60, 1), settings(settings), 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("have seen the groups");
  }
}
