package dev.assay.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.bundle.Bundle;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.threshold.GroupThresholds;
import dev.assay.pipeline.scoring.BundleScorers;
import dev.assay.pipeline.scoring.Scorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Cuts that are shifted for each group. */
class GroupCutsTest {

  private static final String SHIFTED =
      """
      name: sensors
      data:
        rows: { csv: sensors.csv }
        id: id
        label: { fault: binary }
        group: site
        features: [reading]
      parts: { by: id }
      train: { with: logistic }
      thresholds: { maximise: f1, by_group: { shrinkage: 10 } }
      gates:
        - { name: gains, metric: f1, on: test, gain_at_least: 0.03 }
      """;

  @TempDir Path temporary;

  /** Simulated: the sensors of one site read too high, those of the other too low. */
  private ExperimentFolder folder() throws IOException {
    Random random = new Random(6);
    StringBuilder csv = new StringBuilder("id,site,reading,fault\n");
    for (int row = 0; row < 3_000; row++) {
      boolean isHigh = row % 2 == 0;
      double stress = random.nextGaussian();
      boolean fault = stress + 0.3 * random.nextGaussian() > 0.8;
      csv.append(
          "r%d,%s,%s,%d%n"
              .formatted(
                  row,
                  isHigh ? "high" : "low",
                  (float) (stress + (isHigh ? 1 : -1)),
                  fault ? 1 : 0));
    }
    ExperimentFolder folder = new ExperimentFolder(temporary);
    Files.writeString(folder.file("sensors.csv"), csv.toString());
    return folder;
  }

  @Test
  void shifted_cuts_are_judged_served_and_told_like_any_other_change() throws IOException {
    ExperimentFolder folder = folder();
    String plain = SHIFTED.replace(", by_group: { shrinkage: 10 }", "");
    folder.run(plain.replace("gain_at_least: 0.03", "lose_at_most: 0.5"));

    RunResult run = folder.run(SHIFTED);

    assertThat(run.isPromoted()).isTrue();
    Bundle bundle = folder.registry().bundles().bundle(run.candidate());
    assertThat(bundle.manifest().decisionRule()).isInstanceOf(GroupThresholds.class);
    try (Scorer scorer = BundleScorers.served(bundle)) {
      assertThat(scorer.rule()).isEqualTo(bundle.manifest().decisionRule());
    }
    JsonNode cuts = ExperimentFolder.verdict(run).get("thresholds").get("by_group");
    assertThat(cuts.get("high").get("fault").asDouble())
        .isGreaterThan(cuts.get("low").get("fault").asDouble());
    assertThat(ExperimentFolder.verdict(run).get("configuration_difference").toString())
        .contains("by_group");
  }

  @Test
  void cuts_by_group_need_a_group() throws IOException {
    ExperimentFolder folder = folder();

    assertThatThrownBy(() -> folder.run(SHIFTED.replace("  group: site\n", "")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("shift cuts by group, but the data declare no group");
  }
}
