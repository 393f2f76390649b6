package dev.assay.text.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.example.Dataset;
import dev.assay.core.label.TaskKind;
import dev.assay.core.model.Fitted;
import dev.assay.core.model.Model;
import dev.assay.core.progress.Progress;
import dev.assay.text.tfidf.Texts;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which epoch is kept, and what a refit makes of it. */
class EarlyStoppingTest extends TinyTrainings {

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
}
