package dev.assay.pipeline.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.core.ledger.ConfigurationDifference;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Phases, weights of tiers and starts as an experiment file says them. */
class PhasesInExperimentTest {

  private static final String DATA =
      """
      name: moods
      data:
        rows: { csv: moods.csv }
        label: { multilabel: [threat, spam, scam] }
        texts: text
        group: author
      """;

  private static Experiment experiment(String rest) {
    return ExperimentReader.parse(Path.of("moods.yaml"), DATA + rest);
  }

  private static List<String> problems(String rest) {
    try {
      experiment(rest);
      return List.of();
    } catch (InvalidInputException e) {
      return e.problems().stream().map(Problem::toString).toList();
    }
  }

  @Test
  void a_problem_of_a_phase_is_named_with_its_line() {
    assertThat(
            problems(
                """
                train:
                  with: transformer
                  phases:
                    - { epochs: 2, sources: [positive] }
                    - epochs: 2
                      source: [hard]
                """))
        .singleElement()
        .asString()
        .startsWith("moods.yaml:12")
        .contains("unknown setting 'phases.2.source'", "Did you mean 'sources'?");
  }

  @Test
  void the_difference_of_two_experiments_names_the_phase_that_changed() {
    String first = "train: { with: transformer, phases: [{ epochs: 2 }, { sources: [hard] }] }\n";
    String second =
        "train: { with: transformer, phases: [{ epochs: 2 }, { sources: [hard, easy] }] }\n";

    assertThat(
            ConfigurationDifference.between(
                    EffectiveConfiguration.of(experiment(first)),
                    EffectiveConfiguration.of(experiment(second)))
                .changes())
        .containsExactly(
            new ConfigurationDifference.Change("train.phases[1].sources[1]", null, "easy"));
  }

  @Test
  void the_weight_of_a_tier_is_that_of_its_labels_unless_the_training_says_another() {
    Experiment experiment =
        experiment(
            """
            train: { with: transformer, positive_weights: { spam: 2 } }
            tiers:
              1: { labels: [threat], positive_weight: 8 }
              2: { labels: [spam, scam], positive_weight: 4 }
            """);

    assertThat(experiment.training().settings().numbers("positive_weights"))
        .containsExactly(Map.entry("scam", 4.0), Map.entry("spam", 2.0), Map.entry("threat", 8.0));
  }

  @Test
  void a_trainer_that_weighs_no_labels_refuses_the_weight_of_a_tier() {
    assertThat(
            problems(
                """
                train: { with: tfidf-logistic }
                tiers: { 1: { labels: [threat], positive_weight: 8 } }
                """))
        .singleElement()
        .asString()
        .startsWith("moods.yaml:8 tiers.1.positive_weight")
        .contains("'tfidf-logistic' does not know");
  }

  @Test
  void groups_cannot_be_left_out_of_weights_that_have_seen_them() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(
            () ->
                experiment(
                    """
                    holdouts: { authors: { leave_one_out: author } }
                    train: { with: transformer, continue_from: moods-1 }
                    """))
        .withMessageContaining("holdouts.authors")
        .withMessageContaining("'moods-1' have seen");
  }

  @Test
  void groups_cannot_be_left_out_of_a_model_that_was_trained_elsewhere() {
    assertThat(
            problems(
                """
                holdouts: { authors: { leave_one_out: author } }
                train: { with: average, members: [tfidf-logistic, { with: onnx, model: m }] }
                """))
        .containsExactly(
            "moods.yaml:7: holdouts.authors leaves groups out of training, but onnx within it: the"
                + " model was trained by another program. Leave it out, or train a model from its"
                + " beginning.");
  }

  @Test
  void a_trainer_within_another_starts_from_its_beginning() {
    assertThat(
            problems(
                """
                train:
                  with: average
                  members:
                    - tfidf-logistic
                    - { with: transformer, continue_from: moods-1 }
                """))
        .singleElement()
        .asString()
        .startsWith("moods.yaml:11 train: ")
        .contains("continue_from is 'moods-1', but a trainer within another starts from its");
  }

  @Test
  void groups_cannot_be_left_out_of_a_base_that_was_trained_elsewhere() {
    assertThat(
            problems(
                """
                holdouts: { authors: { leave_one_out: author } }
                train: { with: group-heads, base: { with: onnx, model: m }, clusters: { east: [a, b] } }
                """))
        .singleElement()
        .asString()
        .contains("authors leaves groups out of training, but onnx within it: the model was");
  }
}
