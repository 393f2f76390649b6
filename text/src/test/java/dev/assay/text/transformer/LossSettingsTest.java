package dev.assay.text.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.text.loss.Loss;
import dev.assay.text.tfidf.Texts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What positives weigh. */
class LossSettingsTest extends TinyTrainings {

  /** One row in five has the first label, one in two the second. */
  private static Labels labels() {
    byte[][] states = new byte[2][10];
    for (int row = 0; row < 10; row++) {
      states[0][row] = (byte) (row % 5 == 0 ? 1 : 0);
      states[1][row] = (byte) (row % 2);
    }
    return Labels.ofColumns(new LabelSchema(TaskKind.MULTILABEL, List.of("glad", "sad")), states);
  }

  private static Loss loss(Map<String, Object> weights, Object loss, Labels labels) {
    Map<String, Object> settings = quick("positive_weights", weights);
    settings.put("loss", loss);
    return new TransformerSettings(settings(settings)).loss().of(labels);
  }

  private static Map<String, Object> capped(String loss) {
    return Map.of(loss, Map.of("positive_weight_cap", 3L));
  }

  @Test
  void weights_that_are_said_go_before_those_under_the_cap() {
    assertThat(loss(Map.of("sad", 0.5), capped("cross_entropy"), labels()))
        .isEqualTo(new Loss.BinaryCrossEntropy(List.of(3.0, 0.5), 0));
    assertThat(loss(Map.of("glad", 20L), capped("focal"), labels()))
        .isEqualTo(new Loss.Focal(2, List.of(20.0, 1.0)));
  }

  @Test
  void of_classes_they_are_the_weights_of_rows() {
    Labels classes = Texts.draw(TaskKind.MULTICLASS, 60, 1).labels();

    assertThat(loss(Map.of("sad", 4L), "cross_entropy", classes))
        .isEqualTo(new Loss.CrossEntropy(List.of(1.0, 4.0, 1.0), 0));
  }

  @Test
  void labels_that_there_are_not_and_losses_without_weights_are_refused() {
    Map<String, Object> settings = quick("positive_weights", Map.of("glda", 2L));
    settings.put("loss", "asymmetric");

    assertThat(problems(Texts.draw(TaskKind.MULTILABEL, 100, 1), settings))
        .satisfiesExactly(
            told -> assertThat(told).contains("no label: 'glda'", "Did you mean 'glad'?"),
            told -> assertThat(told).contains("asymmetric knows no positive_weights"));
  }
}
