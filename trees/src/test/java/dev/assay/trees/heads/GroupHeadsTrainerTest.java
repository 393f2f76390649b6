package dev.assay.trees.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.example.Dataset;
import dev.assay.core.label.Labels;
import dev.assay.core.metric.MetricValue;
import dev.assay.core.model.Fitted;
import dev.assay.core.model.FittedCell;
import dev.assay.core.model.FittedTable;
import dev.assay.core.model.Model;
import dev.assay.core.model.ModelFiles;
import dev.assay.core.model.Settings;
import dev.assay.core.model.Trainer;
import dev.assay.core.model.Trainers;
import dev.assay.core.prediction.Scores;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.progress.Progress;
import dev.assay.trees.Simulated;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupHeadsTrainerTest {

  private static final Map<String, Object> TREES =
      Map.of("with", "xgboost", "rounds", 40L, "depth", 3L, "early_stopping", 0L, "threads", 1L);
  private static final Map<String, Object> SMALL_TREES =
      Map.of("rounds", 20L, "depth", 2L, "threads", 1L);

  private final Trainer trainer = new GroupHeadsTrainer();

  @ParameterizedTest
  @ValueSource(strings = {"xgboost", "logistic"})
  void where_regimes_have_opposite_signs_the_stack_uses_the_heads_and_the_loss_falls(String base) {
    Dataset test = RegimePanel.opposite(3);
    Fitted fitted = train(RegimePanel.opposite(1), quick(base));

    try (Model model = fitted.model();
        Model alone = trainAlone(base)) {
      assertThat(table(fitted, "heads-worth").reading())
          .startsWith("The stack relies on the heads: base ")
          .contains("over 24 groups");
      assertThat(figure(table(fitted, "heads-worth"), 0, "change without heads"))
          .isGreaterThan(0.07);
      double loss = Simulated.logLoss(model.score(test).column(0), test.labels(), 0);
      double lossAlone = Simulated.logLoss(alone.score(test).column(0), test.labels(), 0);
      assertThat(loss).isLessThan(lossAlone - 0.07);
    }
  }

  private static Model trainAlone(String base) {
    Trainer alone = Objects.requireNonNull(Trainers.byName().get(base));
    Map<String, Object> given = new HashMap<>(base.equals("xgboost") ? TREES : Map.of());
    given.remove("with");
    return alone
        .train(
            Simulated.data(RegimePanel.opposite(1), RegimePanel.opposite(2), 4),
            Simulated.settings(alone, given),
            7,
            Progress.SILENT)
        .model();
  }

  @Test
  void where_all_groups_follow_one_rule_the_reading_says_that_the_stack_ignores_the_heads() {
    Fitted fitted = train(RegimePanel.alike(1), quick("logistic"));

    try (Model model = fitted.model()) {
      assertThat(table(fitted, "heads-worth").reading())
          .startsWith("The stack ignores the heads: base ")
          .contains("heads within [", "leaving them out changes the out-of-fold log loss of 0.");
      assertThat(figure(table(fitted, "heads-worth"), 0, "change without heads"))
          .isCloseTo(0, within(0.003));
      assertThat(model.schema()).isEqualTo(RegimePanel.alike(1).schema());
    }
  }

  /** In-sample scores of trees this deep are nearly the labels: a stack on them would be sure. */
  @Test
  void the_stack_is_fitted_on_scores_of_rows_that_their_models_have_not_seen() {
    Map<String, Object> deep =
        Map.of(
            "with",
            "xgboost",
            "rounds",
            60L,
            "depth",
            12L,
            "early_stopping",
            0L,
            "threads",
            1L,
            "learning_rate",
            0.5,
            "min_child_weight",
            0.0,
            "lambda",
            0.0);
    Dataset train = RegimePanel.coins(1);
    Dataset test = RegimePanel.coins(3);
    Fitted fitted =
        train(train, Map.of("base", deep, "head", deep, "clusters", RegimePanel.CLUSTERS));

    try (Model model = fitted.model()) {
      FittedTable coefficients = table(fitted, "stack-coefficients");
      for (int row = 1; row < coefficients.rows().size(); row++) {
        assertThat(figure(coefficients, row, "coefficient")).isCloseTo(0, within(0.1));
      }
      assertThat(Simulated.logLoss(model.score(test).column(0), test.labels(), 0))
          .isLessThan(Math.log(2) + 0.02);
      assertThat(figure(table(fitted, "clusters"), 0, "roc_auc of head"))
          .isCloseTo(0.5, within(0.07));
    }
  }

  @Test
  void each_label_has_heads_and_a_stack_of_its_own() {
    Dataset test = RegimePanel.twoLabels(3);
    Fitted fitted = train(RegimePanel.twoLabels(1), quick("logistic"));

    try (Model model = fitted.model()) {
      assertThat(table(fitted, "heads-worth").reading())
          .contains("For 1 of 2 labels the stack relies on the heads: hot.")
          .contains("For 1 of 2 labels the stack ignores the heads: cold.");
      Dataset west = test.select(RegimePanel.rowsOf(test, "W"));
      Scores stacked = model.score(west);
      Scores base = ((GroupHeadsModel) model).parts().base().score(west);
      assertThat(Simulated.auc(base.column(0), west.labels(), 0)).isLessThan(0.3);
      assertThat(Simulated.auc(stacked.column(0), west.labels(), 0)).isGreaterThan(0.7);
      assertThat(Simulated.auc(stacked.column(1), west.labels(), 1)).isGreaterThan(0.8);
    }
  }

  @Test
  void a_group_in_no_cluster_is_scored_by_the_base_alone_and_one_in_a_cluster_is_not() {
    Dataset test = RegimePanel.opposite(3);
    try (Model model = train(RegimePanel.opposite(1), quick("logistic")).model()) {
      float[] unclustered = scoresAs("N1", test, model);

      assertThat(scoresAs("never seen", test, model)).isEqualTo(unclustered);
      assertThat(scoresAs(null, test, model)).isEqualTo(unclustered);
      assertThat(scoresAs("E3", test, model)).isNotEqualTo(unclustered);
      assertThat(scoresAs("E4", test, model)).isEqualTo(scoresAs("E3", test, model));
      assertThat(scoresAs("W3", test, model)).isNotEqualTo(scoresAs("E3", test, model));
    }
  }

  private static float[] scoresAs(String group, Dataset test, Model model) {
    List<String> groups = new ArrayList<>();
    IntStream.range(0, test.size()).forEach(row -> groups.add(group));
    return model.score(RegimePanel.withGroups(test, groups)).column(0);
  }

  @Test
  void the_same_data_settings_and_seed_give_the_same_bytes_and_another_seed_others() {
    Dataset train = RegimePanel.opposite(1);
    try (Model once = train(train, quick("xgboost")).model();
        Model again = train(train, quick("xgboost")).model();
        Model other = train(train, quick("xgboost"), 8).model()) {
      assertThat(again.weightsHash()).isEqualTo(once.weightsHash());
      assertThat(other.weightsHash()).isNotEqualTo(once.weightsHash());
    }
  }

  @Test
  void heads_may_be_of_any_trainer_too() {
    Map<String, Object> given = new HashMap<>(quick("prior"));
    given.put("head", "logistic");
    Dataset test = RegimePanel.opposite(3);
    try (Model model = train(RegimePanel.opposite(1), given).model();
        Model read = trainer.read(model.files())) {
      Dataset west = test.select(RegimePanel.rowsOf(test, "W"));
      assertThat(Simulated.auc(read.score(west).column(0), west.labels(), 0)).isGreaterThan(0.8);
    }
  }

  @Test
  void settings_as_a_bundle_keeps_them_train_the_same_model() {
    Dataset train = RegimePanel.opposite(1);
    Map<String, Object> kept = Simulated.settings(trainer, quick("logistic")).asMap();
    try (Model once = train(train, quick("logistic")).model();
        Model again = train(train, kept).model()) {
      assertThat(again.weightsHash()).isEqualTo(once.weightsHash());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"xgboost", "logistic"})
  void a_model_read_back_scores_bit_for_bit_alike(String base) {
    Dataset test = RegimePanel.twoLabels(3);
    try (Model model = train(RegimePanel.twoLabels(1), quick(base)).model();
        Model read = trainer.read(model.files())) {
      for (int label = 0; label < 2; label++) {
        assertThat(read.score(test).column(label)).isEqualTo(model.score(test).column(label));
      }
      assertThat(read.schema()).isEqualTo(model.schema());
      assertThat(read.inputs()).isEqualTo(model.inputs()).containsExactly("first", "second");
      assertThat(read.weightsHash()).isEqualTo(model.weightsHash());
    }
  }

  @Test
  void a_damaged_file_is_named() {
    try (Model model = train(RegimePanel.opposite(1), quick("xgboost")).model()) {
      List<String> names =
          StreamSupport.stream(model.files().names().spliterator(), false).toList();
      assertThat(names).hasSize(7).contains("group-heads.json", "base.booster.json");
      for (String name : names) {
        for (byte[] damaged :
            new byte[][] {
              Arrays.copyOf(model.files().content(name), model.files().content(name).length / 2),
              "{}".getBytes(StandardCharsets.UTF_8)
            }) {
          Map<String, byte[]> files = new HashMap<>();
          names.forEach(n -> files.put(n, n.equals(name) ? damaged : model.files().content(n)));
          assertThatThrownBy(() -> trainer.read(new ModelFiles(files)))
              .isInstanceOf(InvalidInputException.class)
              .hasMessageContaining(name)
              .hasMessageContaining("damaged");
        }
      }
    }
  }

  @Test
  void a_refit_trains_base_and_heads_on_all_rows_and_keeps_the_stack() {
    Dataset train = RegimePanel.opposite(1);
    int[] half = IntStream.range(0, train.size()).filter(row -> row % 2 == 0).toArray();
    Settings settings = Simulated.settings(trainer, quick("xgboost"));
    Fitted judged = train(train.select(half), quick("xgboost"));
    try (Model before = judged.model();
        Model after = trainer.refit(train, settings, judged, 7, Progress.SILENT).model()) {
      GroupHeadsModel.Parts old = ((GroupHeadsModel) before).parts();
      GroupHeadsModel.Parts anew = ((GroupHeadsModel) after).parts();
      assertThat(anew.stacks()).isEqualTo(old.stacks());
      assertThat(anew.heads()).hasSize(2).hasSameSizeAs(old.heads());
      assertThat(anew.base().weightsHash()).isNotEqualTo(old.base().weightsHash());
      anew.heads()
          .forEach((k, h) -> assertThat(h.weightsHash()).isNotEqualTo(hash(old.heads().get(k))));
    }
  }

  private static String hash(Model model) {
    return model.weightsHash();
  }

  @Test
  void validation_scores_are_those_of_the_model_where_nothing_is_picked_on_validation() {
    Dataset validation = RegimePanel.opposite(2);
    Fitted fitted = train(RegimePanel.opposite(1), quick("logistic"));
    try (Model model = fitted.model()) {
      assertThat(fitted.validationScores().column(0)).isEqualTo(model.score(validation).column(0));
    }
  }

  @Test
  void a_head_whose_positives_lie_in_one_group_is_left_out_with_the_reason() {
    Dataset train = RegimePanel.opposite(1);
    byte[] states = train.labels().column(0);
    for (int row : RegimePanel.rowsOf(train, "W")) {
      boolean spared = Arrays.stream(RegimePanel.rowsOf(train, "W3")).anyMatch(r -> r == row);
      states[row] = spared ? states[row] : Labels.NEGATIVE;
    }
    Dataset few = train.withLabels(Labels.ofColumns(train.schema(), new byte[][] {states}));
    Fitted fitted = train(few, quick("logistic"));

    try (Model model = fitted.model()) {
      FittedTable clusters = table(fitted, "clusters");
      assertThat(text(clusters, 0, "head")).isEqualTo("in the stack");
      assertThat(text(clusters, 1, "head"))
          .startsWith("left out: no positive is left without fold ")
          .contains("W3");
      assertThat(clusters.rows().get(1))
          .contains(new FittedCell.Figure(MetricValue.undefined("left out"), 3));
      assertThat(((GroupHeadsModel) model).parts().heads()).hasSize(1);
      assertThat(fitted.facts()).containsEntry("heads", "1 trained, 1 left out");
    }
  }

  @Test
  void without_any_head_the_base_scores_alone_and_the_reading_says_so() {
    Dataset train = RegimePanel.opposite(1);
    int[] others = RegimePanel.rowsOf(train, "N");
    Fitted fitted = train(train.select(others), quick("logistic"));

    try (Model model = fitted.model()) {
      assertThat(table(fitted, "heads-worth").reading()).startsWith("The stack has no heads");
      assertThat(text(table(fitted, "clusters"), 0, "head"))
          .isEqualTo("left out: no row of it in training");
      assertThat(model.score(train).size()).isEqualTo(train.size());
    }
  }

  @Test
  void the_table_of_clusters_counts_rows_positives_groups_and_anchors() {
    Dataset train = RegimePanel.opposite(1);
    Dataset west = train.select(RegimePanel.rowsOf(train, "W"));
    Map<String, Object> given = new HashMap<>(quick("logistic"));
    given.put("negatives", 30L);
    Fitted fitted = train(train, given);

    fitted.model().close();
    FittedTable clusters = table(fitted, "clusters");
    assertThat(clusters.rows().get(1).subList(0, 7))
        .containsExactly(
            new FittedCell.Text("west"),
            new FittedCell.Text("surge"),
            new FittedCell.Count(8),
            new FittedCell.Count(480),
            new FittedCell.Count(west.labels().positives(0)),
            new FittedCell.Count(west.labels().positives(0)),
            new FittedCell.Count(30));
  }

  @Test
  void anchors_are_known_negatives_from_outside_of_the_cluster() {
    Dataset train = RegimePanel.opposite(1);
    int[] clusterOfRow = new int[train.size()];
    Arrays.fill(clusterOfRow, ClusterMap.NONE);
    Arrays.stream(RegimePanel.rowsOf(train, "E")).forEach(row -> clusterOfRow[row] = 0);
    Labels masked = train.labels().withUnknown(RegimePanel.rowsOf(train, "N"));
    HeadExamples examples = new HeadExamples(train.withLabels(masked), clusterOfRow, 150, 5);

    int[] anchors = examples.anchors(new HeadKey(0, 0), row -> true);

    assertThat(anchors).hasSize(150).doesNotHaveDuplicates();
    assertThat(Arrays.stream(anchors).boxed())
        .allMatch(row -> clusterOfRow[row] == ClusterMap.NONE)
        .allMatch(row -> masked.state(row, 0) == Labels.NEGATIVE);
  }

  @Test
  void everything_that_is_wrong_with_groups_and_labels_is_named_before_anything_is_trained() {
    Dataset train = RegimePanel.opposite(1);
    byte[][] none = new byte[1][train.size()];
    Dataset unlabelled = train.withLabels(Labels.ofColumns(train.schema(), none));
    Map<String, Object> given = new HashMap<>(quick("logistic"));
    given.put("clusters", Map.of("east", List.of("E0", "E11"), "west", List.of("w3", "W4")));

    assertThatThrownBy(() -> train(unlabelled, given))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e ->
                assertThat(e.problems())
                    .extracting(Object::toString)
                    .hasSize(3)
                    .anySatisfy(p -> assertThat(p).contains("no row has the label 'surge'"))
                    .anySatisfy(
                        p -> assertThat(p).contains("clusters.east", "no group 'E11'", "'E1'"))
                    .anySatisfy(
                        p -> assertThat(p).contains("clusters.west", "no group 'w3'", "'W3'")));
  }

  @Test
  void a_cluster_may_name_a_group_that_the_data_have_but_training_does_not() {
    Dataset train = RegimePanel.opposite(1);
    int[] withoutOne = IntStream.range(0, train.size()).filter(row -> row / 60 != 3).toArray();
    Fitted fitted = train(train.select(withoutOne), quick("logistic"));

    fitted.model().close();
    assertThat(table(fitted, "clusters").rows().getFirst()).contains(new FittedCell.Count(7));
  }

  @Test
  void data_without_groups_or_of_one_group_are_refused() {
    Dataset train = RegimePanel.opposite(1);
    assertThatThrownBy(() -> train(RegimePanel.withoutGroups(train), quick("logistic")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("needs a group for each row")
        .hasMessageContaining("group: COLUMN");
    int[] one = RegimePanel.rowsOf(train, "E3");
    assertThatThrownBy(() -> train(train.select(one), quick("logistic")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("all rows are of one group");
  }

  @Test
  void examples_without_groups_cannot_be_scored() {
    Dataset train = RegimePanel.opposite(1);
    try (Model model = train(train, quick("logistic")).model()) {
      assertThatThrownBy(() -> model.score(RegimePanel.withoutGroups(train)))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("there is no group");
    }
  }

  @Test
  void a_label_whose_positives_lie_in_one_fold_is_refused_with_the_fold() {
    Dataset train = RegimePanel.opposite(1);
    byte[] states = new byte[train.size()];
    Arrays.stream(RegimePanel.rowsOf(train, "N2")).forEach(row -> states[row] = Labels.POSITIVE);
    Dataset concentrated =
        train.withLabels(Labels.ofColumns(train.schema(), new byte[][] {states}));

    assertThatThrownBy(() -> train(concentrated, quick("logistic")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("N2")
        .hasMessageContaining("no row has the label 'surge'")
        .hasMessageContaining("at least two groups");
  }

  @Test
  void a_multiclass_schema_is_refused() {
    Dataset classes = new Simulated(200, 1).multiclass();
    List<String> groups =
        IntStream.range(0, 200).mapToObj(row -> row % 2 == 0 ? "E0" : "W0").toList();
    Map<String, Object> given = new HashMap<>(quick("logistic"));
    given.put("clusters", Map.of("east", List.of("E0")));
    assertThatThrownBy(() -> train(RegimePanel.withGroups(classes, groups), given))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("not for a multiclass one");
  }

  @Test
  void a_head_that_cannot_stop_early_is_named_with_its_cluster() {
    Dataset train = RegimePanel.opposite(1);
    Dataset validation = train.select(RegimePanel.rowsOf(train, "E"));
    Map<String, Object> given = new HashMap<>(quick("logistic"));
    given.put("head", Map.of("early_stopping", 5L, "threads", 1L));
    assertThatThrownBy(
            () ->
                trainer.train(
                    Simulated.data(train, validation, 4),
                    Simulated.settings(trainer, given),
                    7,
                    Progress.SILENT))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("the head of west")
        .hasMessageContaining("early_stopping: 0");
  }

  private static Map<String, Object> quick(String base) {
    return Map.of(
        "base",
        base.equals("xgboost") ? TREES : base,
        "head",
        SMALL_TREES,
        "clusters",
        RegimePanel.CLUSTERS);
  }

  private Fitted train(Dataset train, Map<String, ?> given) {
    return train(train, given, 7);
  }

  private Fitted train(Dataset train, Map<String, ?> given, long seed) {
    Dataset validation =
        train.schema().size() == 2 ? RegimePanel.twoLabels(2) : validationOf(train);
    return trainer.train(
        Simulated.data(train, validation, 4),
        Simulated.settings(trainer, given),
        seed,
        Progress.SILENT);
  }

  /** Where the training data are of another shape, they serve for validation too. */
  private static Dataset validationOf(Dataset train) {
    Dataset usual = RegimePanel.opposite(2);
    return train.schema().equals(usual.schema()) && train.attributes().group().isPresent()
        ? usual
        : train;
  }

  private static FittedTable table(Fitted fitted, String name) {
    return fitted.tables().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
  }

  private static double figure(FittedTable table, int row, String column) {
    FittedCell cell = table.rows().get(row).get(table.columns().indexOf(column));
    return ((FittedCell.Figure) cell).value().orThrow();
  }

  private static String text(FittedTable table, int row, String column) {
    return ((FittedCell.Text) table.rows().get(row).get(table.columns().indexOf(column))).text();
  }
}
