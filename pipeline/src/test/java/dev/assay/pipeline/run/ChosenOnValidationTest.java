package dev.assay.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.bundle.BundleManifest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChosenOnValidationTest {

  private static final String EXPERIMENT =
      ExperimentFolder.EXPERIMENT.replace("  id: id\n", "  id: id\n  part: part\n")
          + "calibration: sigmoid\n";

  @TempDir Path temporary;

  @Test
  void neither_weights_nor_calibration_nor_thresholds_depend_on_the_truth_of_the_test_part() {
    WeatherTable table = WeatherTable.of(1_200);

    BundleManifest ofTruth = manifest(table, "as-it-is");
    BundleManifest ofLies = manifest(flipped(table, "test"), "flipped");

    assertThat(ofLies.provenance().dataFingerprint())
        .isNotEqualTo(ofTruth.provenance().dataFingerprint());
    assertThat(ofLies.weightsHash()).isEqualTo(ofTruth.weightsHash());
    assertThat(ofLies.calibration()).isEqualTo(ofTruth.calibration());
    assertThat(ofLies.decisionRule()).isEqualTo(ofTruth.decisionRule());
  }

  @Test
  void thresholds_depend_on_the_truth_of_validation() {
    WeatherTable table = WeatherTable.of(1_200);
    WeatherTable other = flipped(table, "validation");

    assertThat(manifest(table, "as-it-is").decisionRule())
        .isNotEqualTo(manifest(other, "flipped").decisionRule());
  }

  private static WeatherTable flipped(WeatherTable table, String part) {
    WeatherTable flipped = table;
    for (int row = 0; row < table.size(); row++) {
      if (table.value(row, "part").equals(part)) {
        flipped = flipped.with(row, "rain", table.value(row, "rain").equals("1") ? "0" : "1");
      }
    }
    return flipped;
  }

  private BundleManifest manifest(WeatherTable table, String home) {
    ExperimentFolder folder = new ExperimentFolder(temporary).holding(table).withHome(home);
    RunResult run = folder.run(EXPERIMENT);
    return folder.registry().bundles().bundle(run.candidate()).manifest();
  }
}
