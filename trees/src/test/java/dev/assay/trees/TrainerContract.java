package dev.assay.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.example.Dataset;
import dev.assay.core.label.Labels;
import dev.assay.core.model.Fitted;
import dev.assay.core.model.FoldRows;
import dev.assay.core.model.FoldScores;
import dev.assay.core.model.FoldTrainer;
import dev.assay.core.model.Model;
import dev.assay.core.model.ModelFiles;
import dev.assay.core.model.Settings;
import dev.assay.core.model.Trainer;
import dev.assay.core.model.TrainingData;
import dev.assay.core.prediction.Folds;
import dev.assay.core.prediction.Scores;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.progress.Progress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every trainer of this module keeps to. */
public abstract class TrainerContract {

  /** The kinds of simulated data. */
  protected enum Kind {
    BINARY,
    MULTICLASS,
    MULTILABEL;

    Dataset draw(int rows, long seed) {
      Simulated simulated = new Simulated(rows, seed);
      return switch (this) {
        case BINARY -> simulated.binary();
        case MULTICLASS -> simulated.multiclass();
        case MULTILABEL -> simulated.multilabel();
      };
    }
  }

  protected abstract Trainer trainer();

  /** Settings that keep a test quick. */
  protected abstract Map<String, ?> quick();

  protected Fitted train(Dataset train, Dataset validation) {
    return train(train, validation, quick());
  }

  protected Fitted train(Dataset train, Dataset validation, Map<String, ?> given) {
    return trainer()
        .train(
            Simulated.data(train, validation, 4),
            Simulated.settings(trainer(), given),
            7,
            Progress.SILENT);
  }

  @Test
  void a_trainer_is_found_by_its_name() {
    assertThat(ServiceLoader.load(Trainer.class))
        .filteredOn(found -> found.name().equals(trainer().name()))
        .singleElement()
        .isInstanceOf(trainer().getClass());
  }

  @ParameterizedTest
  @EnumSource
  void the_same_data_settings_and_seed_give_the_same_bytes(Kind kind) {
    Dataset train = kind.draw(600, 1);
    Dataset validation = kind.draw(200, 2);
    try (Model once = train(train, validation).model();
        Model again = train(train, validation).model()) {
      assertThat(again.weightsHash()).isEqualTo(once.weightsHash());
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_model_read_back_scores_bit_for_bit_alike(Kind kind) {
    Dataset examples = kind.draw(300, 3);
    try (Model model = train(kind.draw(600, 1), kind.draw(200, 2)).model();
        Model read = trainer().read(model.files())) {
      Scores expected = model.score(examples);
      Scores actual = read.score(examples);
      for (int label = 0; label < model.schema().size(); label++) {
        assertThat(actual.column(label)).isEqualTo(expected.column(label));
      }
      assertThat(read.schema()).isEqualTo(model.schema());
      assertThat(read.inputs()).isEqualTo(model.inputs());
      assertThat(read.weightsHash()).isEqualTo(model.weightsHash());
    }
  }

  @ParameterizedTest
  @EnumSource
  void folds_trained_side_by_side_score_as_each_does_alone(Kind kind) {
    Dataset all = kind.draw(900, 1);
    Settings settings = Simulated.settings(trainer(), quick());
    FoldTrainer folds = trainer().folds(all, settings, 7);
    List<FoldScores> together =
        IntStream.range(0, 6).parallel().mapToObj(fold -> folds.train(rows(fold))).toList();

    for (int fold = 0; fold < together.size(); fold++) {
      FoldRows rows = rows(fold);
      TrainingData alone =
          new TrainingData(
              all.select(rows.train()), all.select(rows.validation()), rows.validationFolds());
      Fitted fitted = trainer().train(alone, settings, 7, Progress.SILENT);
      try (Model model = fitted.model()) {
        assertAlike(together.get(fold).validation(), fitted.validationScores());
        assertAlike(together.get(fold).scored(), model.score(all.select(rows.scored())));
      }
    }
  }

  /** Every sixth row is left out; of the others each fourth is for validation. */
  private static FoldRows rows(int fold) {
    int[] validation =
        IntStream.range(0, 900).filter(row -> row % 6 != fold && row % 4 == 0).toArray();
    int[] train = IntStream.range(0, 900).filter(row -> row % 6 != fold && row % 4 != 0).toArray();
    int[] foldOfRow = IntStream.range(0, validation.length).map(i -> i % 3).toArray();
    int[] scored = IntStream.range(0, 900).filter(row -> row % 6 == fold).toArray();
    return new FoldRows(train, validation, Folds.of(foldOfRow, 3), scored);
  }

  private static void assertAlike(Scores actual, Scores expected) {
    assertThat(actual.size()).isEqualTo(expected.size());
    for (int label = 0; label < expected.labels(); label++) {
      for (int row = 0; row < expected.size(); row++) {
        assertThat(actual.score(row, label))
            .isCloseTo(expected.score(row, label), Offset.offset(1e-6f));
      }
    }
  }

  @Test
  void the_scores_of_a_multiclass_row_sum_to_one() {
    Dataset examples = Kind.MULTICLASS.draw(300, 3);
    try (Model model = train(Kind.MULTICLASS.draw(600, 1), Kind.MULTICLASS.draw(200, 2)).model()) {
      Scores scores = model.score(examples);
      for (int row = 0; row < examples.size(); row++) {
        double sum = 0;
        for (int label = 0; label < scores.labels(); label++) {
          sum += scores.score(row, label);
        }
        assertThat(sum).isCloseTo(1, within(1e-6));
      }
    }
  }

  @Test
  void rows_of_unknown_label_teach_nothing_about_it() {
    Dataset all = Kind.MULTILABEL.draw(600, 1);
    Dataset test = Kind.MULTILABEL.draw(200, 2);
    // From row 400 on nobody knows about 'hot'; taken for negatives, they would lower its scores.
    byte[][] states = {all.labels().column(0), all.labels().column(1)};
    Arrays.fill(states[0], 400, 600, Labels.UNKNOWN);
    Dataset masked = all.withLabels(Labels.ofColumns(all.schema(), states));
    Dataset first = all.select(IntStream.range(0, 400).toArray());
    try (Model expected = train(first, test).model();
        Model actual = train(masked, test).model()) {
      assertThat(Simulated.logLoss(actual.score(test).column(0), test.labels(), 0))
          .isCloseTo(
              Simulated.logLoss(expected.score(test).column(0), test.labels(), 0),
              within(unknownRowsTolerance()));
      assertThat(actual.score(test).column(1)).isNotEqualTo(expected.score(test).column(1));
    }
  }

  /**
   * By how much the loss may differ because inputs are described over all rows, unknown ones too.
   */
  protected double unknownRowsTolerance() {
    return 0;
  }

  @Test
  void a_label_that_no_row_has_or_lacks_is_named() {
    Dataset train = Kind.MULTILABEL.draw(100, 1);
    byte[][] states = new byte[2][100];
    Arrays.fill(states[1], Labels.POSITIVE);
    Dataset oneSided = train.withLabels(Labels.ofColumns(train.schema(), states));
    assertThatThrownBy(() -> train(oneSided, Kind.MULTILABEL.draw(50, 2)))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e ->
                assertThat(e.problems())
                    .hasSize(2)
                    .anySatisfy(p -> assertThat(p.what()).contains("no row has", "'hot'"))
                    .anySatisfy(p -> assertThat(p.what()).contains("lack", "'cold'")));
  }

  @Test
  void a_damaged_file_is_named() {
    try (Model model = train(Kind.BINARY.draw(600, 1), Kind.BINARY.draw(200, 2)).model()) {
      for (String name : model.files().names()) {
        for (byte[] damaged :
            new byte[][] {
              Arrays.copyOf(model.files().content(name), model.files().content(name).length / 2),
              "{}".getBytes(StandardCharsets.UTF_8),
              "no json".getBytes(StandardCharsets.UTF_8)
            }) {
          ModelFiles files = replaced(model.files(), name, damaged);
          assertThatThrownBy(() -> trainer().read(files))
              .isInstanceOf(InvalidInputException.class)
              .hasMessageContaining(name)
              .hasMessageContaining("damaged");
        }
      }
    }
  }

  @Test
  void the_files_of_another_trainer_are_refused() {
    ModelFiles files = new ModelFiles(Map.of("model.onnx", new byte[] {1}));
    assertThatThrownBy(() -> trainer().read(files))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("model.onnx");
  }

  protected static ModelFiles replaced(ModelFiles files, String name, byte[] content) {
    Map<String, byte[]> copy = new HashMap<>();
    files.names().forEach(n -> copy.put(n, n.equals(name) ? content : files.content(n)));
    return new ModelFiles(copy);
  }
}
