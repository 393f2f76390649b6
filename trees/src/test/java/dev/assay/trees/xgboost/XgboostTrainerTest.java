package dev.assay.trees.xgboost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.Dataset;
import dev.assay.core.example.NumericColumn;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.core.model.Fitted;
import dev.assay.core.model.FoldRows;
import dev.assay.core.model.Importance;
import dev.assay.core.model.LearningCurve;
import dev.assay.core.model.Model;
import dev.assay.core.model.Settings;
import dev.assay.core.model.Trainer;
import dev.assay.core.model.TrainingData;
import dev.assay.core.prediction.Folds;
import dev.assay.core.prediction.Scores;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.progress.Progress;
import dev.assay.trees.LearnerContract;
import dev.assay.trees.Simulated;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XgboostTrainerTest extends LearnerContract {

  @Override
  protected Trainer trainer() {
    return new XgboostTrainer();
  }

  @Override
  protected Map<String, ?> quick() {
    return Map.of("rounds", 120L, "depth", 3L, "early_stopping", 10L, "threads", 1L);
  }

  private Map<String, Object> quickBut(String name, Object value) {
    Map<String, Object> settings = new HashMap<>(quick());
    settings.put(name, value);
    return settings;
  }

  @Test
  void a_refit_keeps_the_rounds_that_were_picked_for_each_label_and_needs_no_validation() {
    Dataset train = new Simulated(600, 1).multilabel();
    Dataset validation = new Simulated(300, 2).multilabel();
    Settings settings = Simulated.settings(trainer(), quick());
    Fitted judged =
        trainer().train(Simulated.data(train, validation, 4), settings, 7, Progress.SILENT);
    Fitted refit = trainer().refit(train, settings, judged, 7, Progress.SILENT);
    try (Model model = judged.model();
        Model again = refit.model()) {
      assertThat(XgboostModel.rounds(again.files())).isEqualTo(XgboostModel.rounds(model.files()));
      assertThat(XgboostModel.rounds(model.files())).allMatch(rounds -> rounds < 120);
      // The same rows, seed and rounds: the same trees.
      assertThat(again.weightsHash()).isEqualTo(model.weightsHash());
    }
  }

  @Test
  void a_fold_without_early_stopping_scores_as_it_does_alone() {
    Dataset all = new Simulated(600, 1).binary();
    Settings settings = Simulated.settings(trainer(), quickBut("early_stopping", 0L));
    int[] train = IntStream.range(0, 500).toArray();
    int[] scored = IntStream.range(500, 600).toArray();
    FoldRows rows = new FoldRows(train, new int[0], Folds.single(0), scored);

    Scores inFold = trainer().folds(all, settings, 7).train(rows).scored();

    TrainingData alone =
        new TrainingData(all.select(train), all.select(new int[0]), Folds.single(0));
    try (Model model = trainer().train(alone, settings, 7, Progress.SILENT).model()) {
      assertThat(inFold.column(0)).isEqualTo(model.score(all.select(scored)).column(0));
    }
  }

  @Test
  void a_fold_whose_training_rows_lack_a_label_says_so() {
    Dataset all = new Simulated(600, 1).binary();
    int[] negatives =
        IntStream.range(0, 600).filter(row -> all.labels().state(row, 0) == 0).toArray();
    FoldRows rows = new FoldRows(negatives, new int[0], Folds.single(0), new int[] {0});
    Settings settings = Simulated.settings(trainer(), quickBut("early_stopping", 0L));

    assertThatThrownBy(() -> trainer().folds(all, settings, 7).train(rows))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no row has the label");
  }

  @Test
  void subsampling_follows_the_seed() {
    Dataset train = new Simulated(500, 1).binary();
    Dataset validation = new Simulated(200, 2).binary();
    Map<String, Object> given = quickBut("subsample", 0.5);
    assertThat(hash(train, validation, given, 1)).isEqualTo(hash(train, validation, given, 1));
    assertThat(hash(train, validation, given, 1)).isNotEqualTo(hash(train, validation, given, 2));
  }

  private String hash(Dataset train, Dataset validation, Map<String, ?> given, long seed) {
    try (Model model =
        trainer()
            .train(
                Simulated.data(train, validation, 4),
                Simulated.settings(trainer(), given),
                seed,
                Progress.SILENT)
            .model()) {
      return model.weightsHash();
    }
  }

  @Test
  void several_threads_give_the_same_bytes_every_time() {
    Dataset train = new Simulated(3000, 1).binary();
    Dataset validation = new Simulated(500, 2).binary();
    Map<String, Object> given = quickBut("threads", 2L);
    assertThat(hash(train, validation, given, 1)).isEqualTo(hash(train, validation, given, 1));
  }

  @Test
  void the_model_is_cut_to_the_round_of_the_lowest_validation_loss() {
    Dataset train = new Simulated(300, 1).binary();
    Dataset validation = new Simulated(400, 2).binary();
    Fitted stopped = train(train, validation, quickBut("learning_rate", 0.3));
    List<Double> course = curve(stopped, "log_loss", "validation");
    int best = course.indexOf(course.stream().min(Double::compare).orElseThrow()) + 1;
    assertThat(stopped.facts()).containsEntry("best round", String.valueOf(best));
    assertThat(best).isBetween(2, course.size() - 10);

    Map<String, Object> fixed = quickBut("learning_rate", 0.3);
    fixed.put("early_stopping", 0L);
    fixed.put("rounds", (long) best);
    try (Model cut = stopped.model();
        Model trainedSoLong = train(train, validation, fixed).model()) {
      assertThat(cut.score(validation).column(0))
          .isEqualTo(trainedSoLong.score(validation).column(0));
      assertThat(Simulated.logLoss(cut.score(validation).column(0), validation.labels(), 0))
          .isCloseTo(course.get(best - 1), within(1e-6));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void a_multiclass_model_is_cut_to_whole_rounds(int classes) {
    Dataset train = classesOf(new Simulated(300, 1).multiclass(), classes);
    Dataset validation = classesOf(new Simulated(300, 2).multiclass(), classes);
    Fitted stopped = train(train, validation, quickBut("learning_rate", 0.3));
    int best = Integer.parseInt(stopped.facts().get("best round"));
    assertThat(best).isLessThan(Integer.parseInt(stopped.facts().get("rounds run")));
    assertThat(stopped.facts()).containsEntry("trees", String.valueOf(best * classes));
    Map<String, Object> fixed = quickBut("learning_rate", 0.3);
    fixed.put("early_stopping", 0L);
    fixed.put("rounds", (long) best);
    try (Model cut = stopped.model();
        Model trainedSoLong = train(train, validation, fixed).model()) {
      for (int label = 0; label < classes; label++) {
        assertThat(cut.score(validation).column(label))
            .isEqualTo(trainedSoLong.score(validation).column(label));
      }
    }
  }

  /** The three simulated classes, or the first two of them as one. */
  private static Dataset classesOf(Dataset dataset, int classes) {
    if (classes == 3) {
      return dataset;
    }
    int[] merged =
        IntStream.range(0, dataset.size())
            .map(row -> Math.max(0, dataset.labels().classOf(row) - 1))
            .toArray();
    LabelSchema schema = new LabelSchema(TaskKind.MULTICLASS, List.of("other", "positive"));
    return dataset.withLabels(Labels.ofClasses(schema, merged));
  }

  @Test
  void the_validation_scores_of_a_fold_had_no_part_in_picking_their_rounds() {
    // Few rows, so that rounds picked on the very rows that they score look better than they are.
    double inSample = 0;
    double crossFitted = 0;
    int draws = 20;
    Map<String, Object> given = quickBut("learning_rate", 0.3);
    for (int draw = 0; draw < draws; draw++) {
      Dataset train = new Simulated(200, 100 + draw).binary();
      Dataset validation = new Simulated(60, 200 + draw).binary();
      Fitted fitted = train(train, validation, given);
      try (Model model = fitted.model()) {
        inSample +=
            Simulated.logLoss(model.score(validation).column(0), validation.labels(), 0) / draws;
        crossFitted +=
            Simulated.logLoss(fitted.validationScores().column(0), validation.labels(), 0) / draws;
      }
    }
    double fresh = freshLoss(given, draws);
    assertThat(crossFitted).isGreaterThan(inSample);
    assertThat(Math.abs(crossFitted - fresh)).isLessThan(Math.abs(inSample - fresh));
  }

  /** The mean loss of the same models on rows that nobody has seen. */
  private double freshLoss(Map<String, ?> given, int draws) {
    double loss = 0;
    for (int draw = 0; draw < draws; draw++) {
      Dataset fresh = new Simulated(4000, 300 + draw).binary();
      try (Model model =
          train(
                  new Simulated(200, 100 + draw).binary(),
                  new Simulated(60, 200 + draw).binary(),
                  given)
              .model()) {
        loss += Simulated.logLoss(model.score(fresh).column(0), fresh.labels(), 0) / draws;
      }
    }
    return loss;
  }

  @Test
  void validation_rows_of_unknown_label_are_scored_but_not_watched() {
    Dataset train = new Simulated(500, 1).binary();
    Dataset validation = new Simulated(300, 2).binary();
    int[] hidden = IntStream.range(200, 300).toArray();
    Dataset masked = validation.withLabels(validation.labels().withUnknown(hidden));
    Dataset shorter = validation.select(IntStream.range(0, 200).toArray());
    Fitted expected = train(train, shorter);
    Fitted actual = train(train, masked);
    try (Model first = expected.model();
        Model second = actual.model()) {
      assertThat(second.weightsHash()).isEqualTo(first.weightsHash());
      assertThat(actual.validationScores().size()).isEqualTo(300);
      assertThat(Arrays.copyOf(actual.validationScores().column(0), 200))
          .isEqualTo(expected.validationScores().column(0));
    }
  }

  @Test
  void early_stopping_without_a_known_validation_label_is_refused() {
    Dataset train = new Simulated(200, 1).binary();
    Dataset validation = new Simulated(20, 2).binary();
    Dataset unknown =
        validation.withLabels(validation.labels().withUnknown(IntStream.range(0, 20).toArray()));
    assertThatThrownBy(() -> train(train, unknown))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("early_stopping: 0");
    Fitted fitted = train(train, unknown, quickBut("early_stopping", 0L));
    try (Model model = fitted.model()) {
      assertThat(fitted.facts()).containsEntry("best round", "120");
      assertThat(fitted.curves()).extracting(LearningCurve::part).containsExactly("train");
      assertThat(model.schema().size()).isEqualTo(1);
    }
  }

  @Test
  void levels_are_told_apart_by_name_and_unseen_ones_count_as_missing() {
    Dataset train = levelsDecide(2000, 1);
    try (Model model = train(train, levelsDecide(500, 2)).model()) {
      Dataset asked =
          Simulated.with(
              levelsDecide(5, 3),
              "code",
              CategoricalColumn.of(Arrays.asList("level 3", "level 4", "never seen", null, null)));
      float[] scores = model.score(asked.select(new int[] {0, 0, 0, 0, 0})).column(0);
      assertThat(scores[0]).isEqualTo(scores[4]);
      Dataset sameRows = asked.select(new int[] {0, 1, 2, 3});
      Dataset bare = Simulated.without(Simulated.without(sameRows, "first"), "second");
      float[] byLevel =
          model
              .score(
                  Simulated.with(
                      Simulated.with(bare, "first", NumericColumn.of(new float[4])),
                      "second",
                      NumericColumn.of(new float[4])))
              .column(0);
      assertThat(byLevel[0]).isGreaterThan(0.9f);
      assertThat(byLevel[1]).isLessThan(0.1f);
      assertThat(byLevel[2]).isEqualTo(byLevel[3]);
    }
  }

  /** Thirty levels, of which every third has the label: no threshold on codes tells them apart. */
  private static Dataset levelsDecide(int rows, long seed) {
    Random random = new Random(seed);
    List<String> values = new ArrayList<>();
    byte[] states = new byte[rows];
    for (int i = 0; i < rows; i++) {
      int level = random.nextInt(30);
      values.add("level " + level);
      states[i] = level % 3 == 0 ? Labels.POSITIVE : Labels.NEGATIVE;
    }
    Dataset base = new Simulated(rows, seed).binary();
    return Simulated.with(
        base.withLabels(Labels.ofColumns(base.schema(), new byte[][] {states})),
        "code",
        CategoricalColumn.of(values));
  }

  @Test
  void the_input_that_decides_is_the_most_important() {
    Fitted fitted = train(levelsDecide(2000, 1), levelsDecide(500, 2));
    try (Model model = fitted.model()) {
      assertThat(fitted.importances().getFirst().input()).isEqualTo("code");
      assertThat(fitted.importances().getFirst().share()).isGreaterThan(0.9);
      assertThat(fitted.importances().stream().mapToDouble(Importance::share).sum())
          .isCloseTo(1, within(1e-9));
      assertThat(fitted.importances())
          .extracting(Importance::input)
          .hasSameElementsAs(model.inputs());
    }
  }

  @Test
  void the_training_loss_falls_and_curves_go_by_label() {
    Fitted fitted = train(new Simulated(500, 1).multilabel(), new Simulated(200, 2).multilabel());
    fitted.model().close();
    for (String label : List.of("hot", "cold")) {
      List<Double> course = curve(fitted, "log_loss of " + label, "train");
      assertThat(course.getLast()).isLessThan(course.getFirst());
      assertThat(fitted.facts().get("rounds run of " + label))
          .isEqualTo(String.valueOf(course.size()));
    }
  }

  private static List<Double> curve(Fitted fitted, String metric, String part) {
    return fitted.curves().stream()
        .filter(curve -> curve.metric().equals(metric) && curve.part().equals(part))
        .findFirst()
        .orElseThrow()
        .values();
  }

  @Test
  void a_positive_weight_raises_every_score_and_is_refused_for_classes() {
    Dataset train = new Simulated(1000, 1).binary();
    Dataset validation = new Simulated(300, 2).binary();
    try (Model plain = train(train, validation).model();
        Model raised = train(train, validation, quickBut("positive_weight", 5.0)).model()) {
      Scores low = plain.score(validation);
      Scores high = raised.score(validation);
      long higher = IntStream.range(0, 300).filter(i -> high.score(i, 0) > low.score(i, 0)).count();
      assertThat(higher).isGreaterThan(290);
    }
    Dataset classes = new Simulated(100, 1).multiclass();
    assertThatThrownBy(() -> train(classes, classes, quickBut("positive_weight", 5.0)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("positive_weight is 5.0");
  }

  @Test
  void progress_never_goes_back_and_ends_complete() {
    List<Long> done = new ArrayList<>();
    Dataset train = new Simulated(200, 1).multilabel();
    trainer()
        .train(
            Simulated.data(train, train, 2),
            Simulated.settings(trainer(), quick()),
            1,
            Progress.ofSteps(
                (stage, at, total, detail) -> {
                  assertThat(total).isEqualTo(240);
                  done.add(at);
                }))
        .model()
        .close();
    assertThat(done).isSorted().endsWith(240L);
  }

  @Test
  void rows_are_scored_alike_from_several_threads_at_once() {
    Dataset test = new Simulated(500, 3).binary();
    try (Model model =
        train(new Simulated(500, 1).binary(), new Simulated(200, 2).binary()).model()) {
      float[] alone = model.score(test).column(0);
      assertThat(
              IntStream.range(0, 200)
                  .parallel()
                  .mapToObj(i -> model.score(test).column(0))
                  .allMatch(scores -> Arrays.equals(scores, alone)))
          .isTrue();
    }
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "reads /proc/self/status")
  void memory_does_not_grow_over_fifty_trainings() throws IOException {
    Dataset train = new Simulated(20_000, 1).binary();
    Dataset validation = new Simulated(2000, 2).binary();
    Map<String, ?> given = Map.of("rounds", 3L, "depth", 3L, "early_stopping", 0L, "threads", 1L);
    long before = 0;
    for (int i = 0; i < 60; i++) {
      try (Model model = train(train, validation, given).model()) {
        assertThat(model.score(validation).size()).isEqualTo(2000);
      }
      if (i == 9) {
        before = nonHeapResidentKilobytes();
      }
    }
    // Fifty leaked training matrices of 20,000 x 3 entries would be some 30 MB, with their bins.
    assertThat(nonHeapResidentKilobytes() - before).isLessThan(16_000);
  }

  /** What is resident besides the Java heap, whose size is the collector's choice. */
  private static long nonHeapResidentKilobytes() throws IOException {
    System.gc();
    long resident =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .sum();
    return resident - Runtime.getRuntime().totalMemory() / 1024;
  }

  @Test
  void a_booster_with_one_digit_changed_is_never_handed_to_the_library() {
    try (Model model =
        train(new Simulated(300, 1).binary(), new Simulated(100, 2).binary()).model()) {
      byte[] content = model.files().content("booster.json");
      String text = new String(content, StandardCharsets.UTF_8);
      int at = text.indexOf("\"left_children\":[") + "\"left_children\":[".length();
      content[at] = '9';
      assertThatThrownBy(() -> trainer().read(replaced(model.files(), "booster.json", content)))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("booster.json")
          .hasMessageContaining("hash");
    }
  }

  @Test
  void a_machine_without_openmp_is_told_what_to_install() {
    InvalidInputException e =
        XgboostNative.notLoadable(
            new ExceptionInInitializerError(
                new UnsatisfiedLinkError(
                    "libxgboost4j.so: libgomp.so.1: cannot open shared object file")));
    assertThat(e.problems().getFirst().mend()).contains("apt-get install libgomp1");
  }
}
