package dev.assay.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.TaskKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricTest {

  @Test
  void every_name_of_the_catalogue_is_read_back() {
    for (Metric metric : Metric.catalogue()) {
      assertThat(Metric.parse(metric.name())).isEqualTo(metric);
    }
  }

  @Test
  void names_are_those_of_scikit_learn() {
    assertThat(Metric.catalogue().stream().map(Metric::name))
        .contains(
            "f1",
            "f0.5_macro",
            "f2_micro",
            "precision_weighted",
            "average_precision",
            "roc_auc_macro",
            "log_loss",
            "balanced_accuracy",
            "mcc")
        .doesNotHaveDuplicates();
  }

  @Test
  void a_beta_beyond_the_catalogue_is_read_too() {
    assertThat(Metric.parse("f1.5_macro"))
        .isEqualTo(new Metric(Measure.F_BETA, 1.5, Averaging.MACRO));
  }

  @Test
  void an_unknown_name_is_refused_with_the_nearest_one() {
    assertThatThrownBy(() -> Metric.parse("rocauc"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'rocauc'")
        .hasMessageContaining("Did you mean 'roc_auc'?");
  }

  @Test
  void an_average_that_scikit_learn_does_not_have_is_refused() {
    assertThatThrownBy(() -> Metric.parse("brier_micro"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("brier_macro");
  }

  @Test
  void a_beta_of_zero_is_refused() {
    assertThatThrownBy(() -> Metric.parse("f0")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void losses_and_calibration_error_are_better_when_lower() {
    assertThat(Metric.catalogue().stream().filter(metric -> !metric.higherIsBetter()))
        .extracting(Metric::measure)
        .containsOnly(Measure.BRIER, Measure.LOG_LOSS, Measure.ECE);
  }

  @Test
  void several_labels_need_an_average_where_scikit_learn_needs_one() {
    LabelSchema labels = new LabelSchema(TaskKind.MULTILABEL, List.of("a", "b"));
    assertThat(Metric.catalogue(labels).stream().map(Metric::name))
        .contains("f1_macro", "accuracy")
        .doesNotContain("f1", "mcc");
    LabelSchema classes = new LabelSchema(TaskKind.MULTICLASS, List.of("a", "b"));
    assertThat(Metric.catalogue(classes).stream().map(Metric::name))
        .contains("f1_macro", "accuracy", "mcc", "log_loss")
        .doesNotContain("f1");
    assertThat(Metric.catalogue(LabelSchema.binary("a")).stream().map(Metric::name))
        .contains("f1", "mcc")
        .doesNotContain("f1_macro");
  }
}
