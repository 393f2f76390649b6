package dev.assay.text.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.example.Dataset;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.core.model.Fitted;
import dev.assay.core.model.FoldRows;
import dev.assay.core.model.FoldTrainer;
import dev.assay.core.model.Model;
import dev.assay.core.model.Trainer;
import dev.assay.core.model.TrainingData;
import dev.assay.core.prediction.Folds;
import dev.assay.core.prediction.Scores;
import dev.assay.core.progress.Progress;
import dev.assay.text.tfidf.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the trainer learns, and tells of it. */
class TransformerTrainerTest extends TinyTrainings {

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

  private static FoldRows foldRows(int fold) {
    int[] scored = rows(60 * fold, 60 * fold + 60);
    int[] others = rows(60 - 60 * fold, 120 - 60 * fold);
    return new FoldRows(
        Arrays.copyOf(others, 45), Arrays.copyOfRange(others, 45, 60), Folds.single(15), scored);
  }
}
