package dev.assay.trees.average;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.example.Dataset;
import dev.assay.core.model.Fitted;
import dev.assay.core.model.Model;
import dev.assay.core.model.ModelFiles;
import dev.assay.core.model.Settings;
import dev.assay.core.model.Trainer;
import dev.assay.core.model.TrainingContext;
import dev.assay.core.model.TrainingData;
import dev.assay.core.prediction.Scores;
import dev.assay.core.problem.Problem;
import dev.assay.core.problem.Problems;
import dev.assay.core.progress.Progress;
import dev.assay.trees.Simulated;
import dev.assay.trees.TrainerContract;
import dev.assay.trees.logistic.LogisticTrainer;
import dev.assay.trees.xgboost.XgboostTrainer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AverageTrainerTest extends TrainerContract {

  private static final Map<String, Object> TREES =
      Map.of("with", "xgboost", "rounds", 60L, "depth", 3L, "subsample", 0.7, "threads", 1L);

  @Override
  protected Trainer trainer() {
    return new AverageTrainer();
  }

  @Override
  protected Map<String, ?> quick() {
    return Map.of("members", List.of("logistic", TREES));
  }

  @Override
  protected double unknownRowsTolerance() {
    return 0.002;
  }

  private static Scores alone(
      Trainer trainer, Map<String, ?> given, TrainingData data, Dataset of) {
    try (Model model =
        trainer.train(data, Simulated.settings(trainer, given), 7, Progress.SILENT).model()) {
      return model.score(of);
    }
  }

  @Test
  void scores_are_the_mean_of_those_of_the_members_trained_alone() {
    TrainingData data =
        Simulated.data(new Simulated(600, 1).multilabel(), new Simulated(200, 2).multilabel(), 4);
    Dataset test = new Simulated(100, 3).multilabel();
    Map<String, Object> plain = Map.of("rounds", 20L, "threads", 1L);
    Map<String, Object> named = Map.of("with", "xgboost", "rounds", 20L, "threads", 1L);
    Settings settings =
        Simulated.settings(trainer(), Map.of("members", List.of("logistic", named)));
    Scores logistic = alone(new LogisticTrainer(), Map.of(), data, test);
    Scores trees = alone(new XgboostTrainer(), plain, data, test);
    try (Model model = trainer().train(data, settings, 7, Progress.SILENT).model()) {
      Scores scores = model.score(test);
      for (int row = 0; row < test.size(); row++) {
        float mean = (logistic.score(row, 1) + trees.score(row, 1)) / 2;
        assertThat(scores.score(row, 1)).isCloseTo(mean, Offset.offset(1e-6f));
      }
    }
  }

  @Test
  void members_that_say_the_same_differ_by_their_seeds() {
    TrainingData data =
        Simulated.data(new Simulated(600, 1).binary(), new Simulated(200, 2).binary(), 4);
    Settings settings = Simulated.settings(trainer(), Map.of("members", List.of(TREES, TREES)));
    Fitted fitted = trainer().train(data, settings, 7, Progress.SILENT);
    try (AverageModel model = (AverageModel) fitted.model()) {
      assertThat(model.members().get(0).model().weightsHash())
          .isNotEqualTo(model.members().get(1).model().weightsHash());
    }
    assertThat(fitted.facts()).containsEntry("member 1", "xgboost").containsKey("member 2");
  }

  @Test
  void a_refit_trains_every_member_as_its_trainer_does() {
    Dataset all = new Simulated(800, 5).binary();
    TrainingData data =
        Simulated.data(new Simulated(600, 1).binary(), new Simulated(200, 2).binary(), 4);
    Settings settings =
        Simulated.settings(trainer(), Map.of("members", List.of(TREES, "logistic")));
    Fitted judged = trainer().train(data, settings, 7, Progress.SILENT);
    Settings trees = Simulated.settings(new XgboostTrainer(), withoutName());
    Fitted one = new XgboostTrainer().train(data, trees, 7, Progress.SILENT);
    TrainingContext context = TrainingContext.of(Progress.SILENT);
    Fitted refit = trainer().refit(all, settings, judged, 7, context);
    Fitted expected = new XgboostTrainer().refit(all, trees, one, 7, context);
    try (Model first = judged.model();
        Model second = one.model();
        AverageModel model = (AverageModel) refit.model();
        Model alone = expected.model()) {
      assertThat(model.members().getFirst().model().weightsHash()).isEqualTo(alone.weightsHash());
      assertThat(model.weightsHash()).isNotEqualTo(first.weightsHash());
      assertThat(second.schema()).isEqualTo(model.schema());
    }
  }

  private static Map<String, Object> withoutName() {
    Map<String, Object> plain = new HashMap<>(TREES);
    plain.remove("with");
    return plain;
  }

  @Test
  void it_has_members_and_they_are_trainers_without_further_ones() {
    List<String> told = new ArrayList<>();
    for (Map<String, ?> given :
        List.<Map<String, ?>>of(
            Map.of(),
            Map.of("members", List.of("logistic")),
            Map.of("members", List.of("logistic", "group-heads")),
            Map.of("members", List.of("logistic", Map.of("with", "xgboost", "round", 3L))),
            Map.of("members", "logistic"))) {
      Problems problems = new Problems();
      Settings.resolve(trainer().settings(), given, path -> String.join("/", path), problems);
      told.add(String.join(" | ", problems.list().stream().map(Problem::toString).toList()));
    }
    assertThat(told.get(0)).contains("members names 0 trainers", "Name at least 2");
    assertThat(told.get(1)).contains("members names 1 trainers");
    assertThat(told.get(2)).contains("members/2/with", "'group-heads'");
    assertThat(told.get(3)).contains("unknown setting 'members.2.round'", "'rounds'");
    assertThat(told.get(4)).contains("members is 'logistic'", "a list of trainers");
  }

  @Test
  void it_stores_one_form_where_its_members_do() {
    Settings settings = Simulated.settings(trainer(), quick());
    assertThat(trainer().precisions(settings)).isEmpty();
    assertThat(trainer().trainedElsewhere(settings)).isEqualTo(Optional.empty());
    assertThatThrownBy(
            () ->
                trainer()
                    .read(
                        new ModelFiles(
                            Map.of(
                                "average.json",
                                "{\"labels\":{}}".getBytes(StandardCharsets.UTF_8)))))
        .hasMessageContaining("average.json");
  }
}
