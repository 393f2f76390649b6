package dev.assay.text.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.example.Dataset;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.core.model.Fitted;
import dev.assay.core.model.FittedCell;
import dev.assay.core.model.KeptModel;
import dev.assay.core.model.Model;
import dev.assay.core.prediction.Scores;
import dev.assay.core.progress.Progress;
import dev.assay.text.encoder.FloatTensor;
import dev.assay.text.network.Classifier;
import dev.assay.text.network.RandomClassifier;
import dev.assay.text.network.WeightMean;
import dev.assay.text.tfidf.Texts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The best epochs, kept and averaged. */
class KeptEpochsTest extends TinyTrainings {

  private static final Dataset VALIDATION = Texts.draw(TaskKind.MULTILABEL, 90, 2);

  private static Map<String, Object> keeping(long best, String use, long earlyStopping) {
    Map<String, Object> settings = quick("keep", Map.of("best", best, "use", use));
    settings.put("epochs", 6L);
    settings.put("early_stopping", earlyStopping);
    settings.put("schedule", "constant");
    settings.put("learning_rate", 0.01);
    return settings;
  }

  private static Fitted train(Map<String, ?> settings) {
    return train(Texts.draw(TaskKind.MULTILABEL, 200, 1), VALIDATION, settings, 1);
  }

  private static List<String> weights(Fitted fitted) {
    return fitted.tables().getFirst().rows().stream()
        .map(row -> ((FittedCell.Text) row.getLast()).text())
        .toList();
  }

  @Test
  void the_mean_of_weights_is_taken_weight_by_weight() {
    Classifier one = RandomClassifier.small(2, 1);
    Classifier other = RandomClassifier.small(2, 2);
    Classifier third = RandomClassifier.small(2, 3);

    Classifier mean = WeightMean.of(List.of(one, other, third));

    mean.tensors()
        .forEach(
            (name, tensor) -> {
              for (int i = 0; i < tensor.size(); i++) {
                double sum = value(one, name, i) + value(other, name, i) + value(third, name, i);
                assertThat((double) tensor.value(i)).isCloseTo(sum / 3, Offset.offset(1e-6));
              }
            });
    assertThat(WeightMean.of(List.of(one))).isSameAs(one);
  }

  private static double value(Classifier classifier, String name, int place) {
    FloatTensor tensor = Objects.requireNonNull(classifier.tensors().get(name));
    return tensor.value(place);
  }

  @Test
  void the_best_epochs_are_kept_and_the_best_of_them_is_used() {
    Fitted fitted = train(keeping(3, "best", 6));
    Fitted alone = train(keeping(1, "best", 6));
    try (Model model = fitted.model();
        Model only = alone.model()) {
      assertThat(model.weightsHash()).isEqualTo(only.weightsHash());
      assertThat(alone.tables()).isEmpty();
      assertThat(weights(fitted)).containsOnlyOnce("used");
      assertThat(weights(fitted)).filteredOn("kept"::equals).hasSize(2);
      List<Double> figures = curve(fitted, "average_precision");
      List<Double> best = figures.stream().sorted().toList().reversed().subList(0, 3);
      for (int epoch = 0; epoch < figures.size(); epoch++) {
        if (!weights(fitted).get(epoch).isEmpty()) {
          assertThat(best).contains(figures.get(epoch));
        }
      }
    }
  }

  @Test
  void the_epochs_that_are_kept_beside_the_model_are_models_of_their_own() {
    Fitted fitted = train(keeping(3, "best", 6));
    Fitted alone = train(keeping(1, "best", 6));
    try (Model model = fitted.model();
        Model only = alone.model()) {
      assertThat(alone.kept()).isEmpty();
      assertThat(only.weightsHash()).isEqualTo(model.weightsHash());
      List<String> states = weights(fitted);
      List<String> names =
          IntStream.range(0, states.size())
              .filter(epoch -> states.get(epoch).equals("kept"))
              .mapToObj(epoch -> "epoch-" + (epoch + 1))
              .toList();
      assertThat(fitted.kept()).extracting(KeptModel::name).containsExactlyElementsOf(names);
      List<Double> figures = curve(fitted, "average_precision");
      for (KeptModel kept : fitted.kept()) {
        int epoch = Integer.parseInt(kept.name().substring("epoch-".length()));
        try (Model read = new TransformerTrainer().read(kept.files())) {
          assertThat(read.weightsHash()).isNotEqualTo(model.weightsHash());
          double figure =
              Criterion.AVERAGE_PRECISION.of(
                  VALIDATION.labels(), read.score(VALIDATION), row -> true);
          assertThat(figure).isCloseTo(figures.get(epoch - 1), Offset.offset(1e-3));
        }
      }
    }
  }

  @Test
  void the_average_of_the_best_epochs_is_a_model_of_its_own() {
    Fitted fitted = train(keeping(3, "average", 6));
    Fitted best = train(keeping(3, "best", 6));
    try (Model model = fitted.model();
        Model other = best.model()) {
      assertThat(model.weightsHash()).isNotEqualTo(other.weightsHash());
      assertThat(curve(fitted, "average_precision")).isEqualTo(curve(best, "average_precision"));
      assertThat(weights(fitted)).filteredOn("averaged"::equals).hasSize(3);
      assertThat(fitted.facts().get("epochs")).startsWith("the average of ");
      double figure =
          Criterion.AVERAGE_PRECISION.of(VALIDATION.labels(), model.score(VALIDATION), row -> true);
      assertThat(fitted.facts().get("average_precision of the average"))
          .startsWith("%.4f".formatted(figure));
      assertThat(figure).isGreaterThan(0.8);
    }
  }

  @Test
  void the_last_epochs_are_averaged_where_nothing_stops_early() {
    Fitted fitted = train(keeping(2, "average", 0));
    try (Model model = fitted.model()) {
      assertThat(fitted.facts()).containsEntry("epochs", "the average of 5, 6");
      assertThat(fitted.validationScores().column(0)).isEqualTo(model.score(VALIDATION).column(0));
    }
  }

  @Test
  void the_labels_of_a_fold_have_no_part_in_the_order_of_its_scores() {
    Map<String, Object> settings = keeping(2, "average", 6);
    Fitted fitted = train(settings);
    // With other labels in the first fold, what is picked for it by the other folds stays.
    byte[][] states = {VALIDATION.labels().column(0), VALIDATION.labels().column(1)};
    for (int row = 0; row < 90; row += FOLDS) {
      states[0][row] = (byte) (1 - states[0][row]);
      states[1][row] = (byte) (1 - states[1][row]);
    }
    Dataset turned = VALIDATION.withLabels(Labels.ofColumns(VALIDATION.schema(), states));
    Fitted other = train(Texts.draw(TaskKind.MULTILABEL, 200, 1), turned, settings, 1);
    try (Model model = fitted.model();
        Model second = other.model()) {
      assertThat(second.weightsHash()).isNotEqualTo(model.weightsHash());
      Scores one = fitted.validationScores();
      Scores two = other.validationScores();
      for (int row = 0; row < 90; row += FOLDS) {
        for (int earlier = 0; earlier < row; earlier += FOLDS) {
          float apart = one.score(row, 0) - one.score(earlier, 0);
          // One of them may be scored by ONNX Runtime, the other by libtorch.
          if (Math.abs(apart) > 1e-3f) {
            assertThat((two.score(row, 0) - two.score(earlier, 0)) * Math.signum(apart))
                .isPositive();
          }
        }
      }
    }
  }

  @Test
  void a_refit_on_the_same_rows_averages_the_same_epochs_to_the_same_weights() {
    Map<String, Object> settings = keeping(2, "average", 6);
    settings.put("schedule", "linear");
    Fitted judged = train(settings);
    Fitted refitted =
        TRAINER.refit(
            Texts.draw(TaskKind.MULTILABEL, 200, 1),
            settings(settings),
            judged,
            1,
            Progress.SILENT);
    try (Model model = judged.model();
        Model again = refitted.model()) {
      assertThat(again.files().content("model.onnx"))
          .isEqualTo(model.files().content("model.onnx"));
    }
  }
}
