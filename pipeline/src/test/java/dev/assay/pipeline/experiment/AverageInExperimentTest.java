package dev.assay.pipeline.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.core.model.Settings;
import dev.assay.core.model.TrainerChoice;
import dev.assay.core.problem.InvalidInputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What holds for all members of an average, as an experiment file says it. */
class AverageInExperimentTest {

  private static Experiment experiment(String rest) {
    return ExperimentReader.parse(
        Path.of("moods.yaml"),
        """
        name: moods
        data:
          rows: { csv: moods.csv }
          label: { multilabel: [threat, spam] }
          texts: [title, body]
        """
            + rest);
  }

  @Test
  void the_weight_of_a_tier_is_that_of_every_member_that_knows_such_weights() {
    Experiment experiment =
        experiment(
            """
            train:
              with: average
              members:
                - { with: transformer, positive_weights: { spam: 2 } }
                - transformer
                - tfidf-logistic
            tiers:
              1: { labels: [threat], positive_weight: 8 }
              2: { labels: [spam], positive_weight: 4 }
            """);

    List<TrainerChoice> members = experiment.training().settings().trainers("members");
    assertThat(members.get(0).settings().numbers("positive_weights"))
        .isEqualTo(Map.of("spam", 2.0, "threat", 8.0));
    assertThat(members.get(1).settings().numbers("positive_weights"))
        .isEqualTo(Map.of("spam", 4.0, "threat", 8.0));
    assertThat(members.get(2).settings().asMap()).doesNotContainKey(Settings.POSITIVE_WEIGHTS);
  }

  @Test
  void members_of_whom_none_weighs_labels_refuse_the_weight_of_a_tier() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(
            () ->
                experiment(
                    """
                    train: { with: average, members: [tfidf-logistic, tfidf-logistic] }
                    tiers: { 1: { labels: [threat], positive_weight: 8 } }
                    """))
        .withMessageContaining("'average' does not know");
  }

  @Test
  void a_baseline_reads_the_text_that_the_members_read() {
    Experiment experiment =
        experiment(
            """
            train:
              with: average
              members:
                - { with: transformer, template: "{title}: {body}" }
                - { with: tfidf-logistic, template: "{title}: {body}" }
            """);

    assertThat(BaselineDeclaration.forFirstChampion(experiment))
        .filteredOn(baseline -> baseline.trainer().name().equals("tfidf-logistic"))
        .singleElement()
        .satisfies(
            baseline ->
                assertThat(baseline.settings().text("template")).isEqualTo("{title}: {body}"));
  }
}
