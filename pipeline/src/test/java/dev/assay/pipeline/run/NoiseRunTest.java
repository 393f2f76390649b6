package dev.assay.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.metric.MetricValue;
import dev.assay.core.noise.NoiseFloor;
import dev.assay.core.noise.SeedFigure;
import dev.assay.core.noise.SeedNoise;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.pipeline.experiment.ExperimentReader;
import dev.assay.pipeline.fold.FoldTraining;
import dev.assay.pipeline.noise.SeedChoice;
import dev.assay.registry.noise.NoiseMeasurement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What training the champion's configuration with other seeds shows. */
class NoiseRunTest {

  private static final WeatherTable TABLE = WeatherTable.of(1_200);

  /** Each round sees other rows under another seed. */
  private static final String RANDOM =
      ExperimentFolder.EXPERIMENT.replace(
          "threads: 1 }", "threads: 1, subsample: 0.5, seeds: [9, 11, 12] }");

  private static final String LEAVING_OUT =
      RANDOM
          .replace("wind, cloud, dew]", "wind, cloud, dew]\n  group: station")
          .replace("gates:", "holdouts:\n  stations: { leave_one_out: station }\ngates:");

  @TempDir Path temporary;

  private ExperimentFolder folder() {
    return new ExperimentFolder(temporary).holding(TABLE);
  }

  private static NoiseMeasurement measure(
      ExperimentFolder folder, String experiment, SeedChoice seeds) throws IOException {
    Path file = Files.writeString(folder.file("noise.yaml"), experiment);
    return new NoiseRun(ExperimentReader.read(file), folder.surroundings())
        .measure(Optional.empty(), seeds);
  }

  private static NoiseFloor floor(NoiseMeasurement measurement, String set, String metric) {
    return measurement.floors().stream()
        .filter(one -> one.holdout().equals(set) && one.metric().equals(metric))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void the_figures_are_those_of_the_champions_configuration_trained_with_these_seeds()
      throws IOException {
    ExperimentFolder folder = folder();
    RunResult champion = folder.run(RANDOM);
    assertThat(champion.isPromoted()).isTrue();
    JsonNode spread = ExperimentFolder.verdict(champion).get("seed_spread").get(0);

    String another = RANDOM.replace("rounds: 25, depth: 3", "rounds: 3, depth: 2");
    NoiseMeasurement measured = measure(folder, another, new SeedChoice.Listed(List.of(11L, 12L)));

    NoiseFloor f1 = floor(measured, "test", "f1");
    assertThat(spread.get("holdout").asString()).isEqualTo("test");
    assertThat(f1.figures())
        .containsExactly(
            new SeedFigure(11, MetricValue.of(spread.get("values").get(1).asDouble())),
            new SeedFigure(12, MetricValue.of(spread.get("values").get(2).asDouble())));
    assertThat(f1.sameScores()).isFalse();
    assertThat(floor(measured, "test", "brier").noise().orElseThrow().smallestGain()).isPositive();
  }

  @Test
  void the_measurement_is_on_record_under_champion_and_data() throws IOException {
    ExperimentFolder folder = folder();
    RunResult champion = folder.run(RANDOM);

    NoiseMeasurement measured = measure(folder, RANDOM, new SeedChoice.Count(2));

    assertThat(measured.champion()).isEqualTo(champion.candidate());
    assertThat(measured.dataFingerprint())
        .isEqualTo(ExperimentFolder.verdict(champion).get("data").get("fingerprint").asString());
    assertThat(measured.actor()).isEqualTo("tester");
    assertThat(folder.registry().noise().of(champion.candidate())).containsExactly(measured);
    assertThat(folder.registry().runs().all()).hasSize(1);
    assertThat(folder.registry().history().champion()).contains(champion.candidate());
  }

  @Test
  void training_that_does_not_depend_on_the_seed_has_a_floor_of_0() throws IOException {
    ExperimentFolder folder = folder();
    folder.run(ExperimentFolder.EXPERIMENT);

    NoiseMeasurement measured =
        measure(folder, ExperimentFolder.EXPERIMENT, new SeedChoice.Count(3));

    assertThat(measured.floors())
        .isNotEmpty()
        .allSatisfy(
            floor -> {
              assertThat(floor.sameScores()).isTrue();
              assertThat(floor.noise()).contains(new SeedNoise(0, 3));
            });
  }

  @Test
  void left_out_groups_are_measured_too_and_their_folds_are_trained_once() throws IOException {
    ExperimentFolder folder = folder();
    assertThat(folder.run(LEAVING_OUT).isPromoted()).isTrue();
    long before = foldFiles(folder);

    NoiseMeasurement measured = measure(folder, LEAVING_OUT, new SeedChoice.Count(2));

    assertThat(measured.seeds("stations")).containsExactly(1L, 2L);
    assertThat(floor(measured, "stations", "f1").sameScores()).isFalse();
    // Twelve stations, each left out under two seeds.
    assertThat(foldFiles(folder)).isEqualTo(before + 24);
    NoiseMeasurement again = measure(folder, LEAVING_OUT, new SeedChoice.Count(2));
    assertThat(again.floors()).isEqualTo(measured.floors());
    assertThat(foldFiles(folder)).isEqualTo(before + 24);
  }

  private static long foldFiles(ExperimentFolder folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder.home().resolve(FoldTraining.FOLDER))) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  @Test
  void without_a_champion_there_is_nothing_to_measure() {
    ExperimentFolder folder = folder();

    assertThatThrownBy(() -> measure(folder, RANDOM, new SeedChoice.Count(2)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("there is no champion yet");
  }
}
