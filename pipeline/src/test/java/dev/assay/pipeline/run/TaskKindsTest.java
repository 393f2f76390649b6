package dev.assay.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.bundle.Artefact;
import dev.assay.core.bundle.Bundle;
import dev.assay.core.bundle.TrainingExposure;
import dev.assay.core.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Every task kind walks the whole loop, with the holes that real tables have. */
class TaskKindsTest {

  private static final WeatherTable HOLED =
      WeatherTable.of(1_200)
          .missing("humidity", 10)
          .missing("coast", 6)
          .missing("rain", 8)
          .missing("fog", 5)
          .missing("sky", 9);

  private static final String FEATURES = "features: [humidity, pressure, wind, cloud, dew, coast]";

  @TempDir Path temporary;

  private static String experiment(String label, String metric) {
    return ExperimentFolder.HEAD
            .replace("{ rain: binary }", label)
            .replaceAll("features: .*", FEATURES)
            .replace("threads: 1 }", "threads: 1, seeds: [1, 2, 3] }")
        + "gates: [{ name: no loss, metric: %s, on: test, gain_at_least: 0.1 }]\n"
            .formatted(metric);
  }

  private RunResult promoted(String experiment) throws IOException {
    ExperimentFolder folder = new ExperimentFolder(temporary).holding(HOLED);
    RunResult run = folder.run(experiment);
    assertThat(run.verdict().reasonsToHold()).isEmpty();
    byte[] verdict = Files.readAllBytes(run.folder().resolve("verdict.json"));

    RunResult again = folder.run(experiment);

    assertThat(again.runId()).isEqualTo(run.runId());
    assertThat(again.folder().resolve("verdict.json")).hasBinaryContent(verdict);
    JsonNode spread = ExperimentFolder.verdict(run).get("seed_spread");
    assertThat(spread).hasSize(1);
    assertThat(spread.get(0).get("values")).hasSize(3);
    assertThat(folder.registry().bundles().bundle(run.candidate()).manifest().seed()).isEqualTo(1);
    return run;
  }

  @Test
  void trainings_with_other_seeds_are_told_by_their_number() throws IOException {
    Set<String> stages = new LinkedHashSet<>();
    new ExperimentFolder(temporary)
        .holding(HOLED)
        .run(
            experiment("{ rain: binary }", "f1"),
            Progress.ofSteps((stage, done, total, detail) -> stages.add(stage)));

    assertThat(stages)
        .filteredOn(stage -> stage.contains("xgboost"))
        .containsExactly(
            "training xgboost", "seed 2 of 3, training xgboost", "seed 3 of 3, training xgboost");
  }

  @Test
  void binary_with_unknown_labels_missing_values_and_a_categorical_column() throws IOException {
    RunResult run = promoted(experiment("{ rain: binary }", "f1"));

    JsonNode verdict = ExperimentFolder.verdict(run);
    assertThat(verdict.get("holdouts").get(0).get("compared").get("rows").asInt())
        .isEqualTo(verdict.get("holdouts").get(0).get("rows").asInt())
        .isLessThan(verdict.get("parts").get("test").get("kept").asInt());
    assertThat(verdict.get("thresholds").get("labels")).hasSize(1);
  }

  @Test
  void multiclass_has_no_cuts() throws IOException {
    RunResult run = promoted(experiment("{ sky: multiclass }", "f1_macro"));

    JsonNode verdict = ExperimentFolder.verdict(run);
    assertThat(verdict.get("thresholds").isNull()).isTrue();
    assertThat(verdict.get("candidate").get("labels"))
        .extracting(JsonNode::asString)
        .containsExactly("clear", "foggy", "rainy");
  }

  @Test
  void multilabel_has_a_cut_for_each_label_and_masks_each_label_by_itself() throws IOException {
    RunResult run = promoted(experiment("{ multilabel: [rain, fog] }", "f1_macro"));

    JsonNode verdict = ExperimentFolder.verdict(run);
    assertThat(verdict.get("thresholds").get("labels")).hasSize(2);
    assertThat(support(verdict, "rain"))
        .isPositive()
        .isNotEqualTo(support(verdict, "fog"))
        .isLessThan(verdict.get("parts").get("test").get("kept").asInt());
  }

  private static int support(JsonNode verdict, String label) {
    for (JsonNode figure : verdict.get("holdouts").get(0).get("figures")) {
      JsonNode subject = figure.get("subject");
      if (subject.get("kind").asString().equals("label")
          && subject.get("label").asString().equals(label)) {
        return figure.get("support").get("rows").asInt();
      }
    }
    throw new AssertionError("No figure of " + label + " in the verdict.");
  }

  @Test
  void refit_all_ships_a_second_model_that_has_seen_what_judged_the_first() {
    ExperimentFolder folder = new ExperimentFolder(temporary).holding(WeatherTable.of(1_200));

    RunResult run = folder.run(ExperimentFolder.EXPERIMENT + "refit: all\n");

    assertThat(run.verdict().reasonsToHold()).isEmpty();
    JsonNode verdict = ExperimentFolder.verdict(run);
    assertThat(verdict.get("refit").get("agreement").asDouble()).isBetween(0.9, 1.0);
    Bundle bundle = folder.registry().bundles().bundle(run.candidate());
    Artefact refit = bundle.refit();
    assertThat(refit).isNotNull();
    assertThat(refit.files()).isNotEqualTo(bundle.gated().files());
    int test = verdict.get("parts").get("test").get("kept").asInt();
    assertThat(seen(bundle.gated())).isEqualTo(1_200 - test);
    assertThat(seen(refit)).isEqualTo(1_200);
  }

  private static int seen(Artefact artefact) {
    return ((TrainingExposure.Known) artefact.exposure()).ids().size();
  }
}
