package dev.assay.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.gate.Check;
import dev.assay.core.gate.Outcome;
import dev.assay.core.ledger.LedgerEntry;
import dev.assay.core.ledger.LedgerState;
import dev.assay.core.ledger.MeasuredEffect;
import dev.assay.core.metric.MetricValue;
import dev.assay.core.noise.NoiseFloor;
import dev.assay.core.noise.NoiseStanding;
import dev.assay.core.noise.SeedFigure;
import dev.assay.pipeline.experiment.ExperimentReader;
import dev.assay.pipeline.ledger.LedgerDocument;
import dev.assay.pipeline.ledger.LedgerJson;
import dev.assay.pipeline.noise.SeedChoice;
import dev.assay.registry.Registry;
import dev.assay.registry.noise.NoiseMeasurement;
import dev.assay.report.markdown.MarkdownDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** How verdict, ledger and counting gates use what is on record of the noise of seeds. */
class NoiseInVerdictTest {

  private static final String CHAMPION =
      ExperimentFolder.EXPERIMENT
          .replace("threads: 1 }", "threads: 1, subsample: 0.5, seeds: [9] }")
          .replace("wind, cloud, dew]", "wind, cloud, dew]\n  group: station\n  part: part")
          .replace("lose_at_most: 0.02", "lose_at_most: 0.5");

  /** The champion again with another seed, which differs a little. */
  private static final String RERUN = CHAMPION.replace("seeds: [9]", "seeds: [77]");

  private static final String LEAVING_OUT =
      CHAMPION.replace("gates:", "holdouts:\n  stations: { leave_out: station, folds: 3 }\ngates:");

  private static final String COUNTING =
      LEAVING_OUT.replace("seeds: [9]", "seeds: [77]")
          + "  - { name: most recover, metric: f1, on: stations, each: group, improve_by: 0.0,"
          + " count_at_least: 1 }\n";

  @TempDir Path temporary;
  private ExperimentFolder folder;

  @BeforeEach
  void promote_a_champion() {
    folder = new ExperimentFolder(temporary).holding(WeatherTable.of(1_200));
    assertThat(folder.run(CHAMPION).isPromoted()).isTrue();
  }

  private void measureNoise(String experiment, int seeds) throws IOException {
    Path file = Files.writeString(folder.file("noise.yaml"), experiment);
    new NoiseRun(ExperimentReader.read(file), folder.surroundings())
        .measure(Optional.empty(), new SeedChoice.Count(seeds));
  }

  /** Puts on record what F1 on test came to with seeds from 1 on. */
  private void recordNoise(double... values) {
    List<SeedFigure> figures = new ArrayList<>();
    for (double value : values) {
      figures.add(new SeedFigure(figures.size() + 1L, MetricValue.of(value)));
    }
    Registry registry = folder.registry();
    registry
        .noise()
        .add(
            new NoiseMeasurement(
                registry.history().champion().orElseThrow(),
                "rain",
                "of other data",
                List.of(new NoiseFloor("test", "f1", figures, false)),
                "tester",
                Instant.EPOCH));
  }

  private static JsonNode f1OnTest(RunResult run) {
    for (JsonNode set : ExperimentFolder.verdict(run).get("holdouts")) {
      for (JsonNode figure : set.get("figures")) {
        if (set.get("name").asString().equals("test")
            && figure.get("metric").asString().equals("f1")
            && figure.get("subject").get("kind").asString().equals("whole")) {
          return figure;
        }
      }
    }
    throw new AssertionError("no f1 on test");
  }

  private MeasuredEffect effect(RunResult run) {
    return entry(run).state() instanceof LedgerState.Run state
        ? state.measured().stream()
            .filter(one -> one.holdout().equals("test"))
            .findFirst()
            .orElseThrow()
        : null;
  }

  private LedgerEntry entry(RunResult run) {
    return folder.registry().ledger().entries().stream()
        .filter(
            one ->
                one.state() instanceof LedgerState.Run state && state.runId().equals(run.runId()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_difference_that_another_seed_might_have_given_is_marked_everywhere() throws IOException {
    recordNoise(0.9, 0.9, 0.9);
    recordNoise(0.7, 0.75, 0.8, 0.85);

    RunResult run = folder.run(RERUN);

    JsonNode figure = f1OnTest(run);
    assertThat(figure.get("difference").asDouble()).isNotZero();
    assertThat(figure.get("noise").get("seeds").asInt()).isEqualTo(4);
    assertThat(figure.get("noise").get("difference_is").asString()).isEqualTo("within");
    assertThat(run.warnings())
        .anySatisfy(
            warning ->
                assertThat(warning)
                    .matches(
                        "no loss: a (gain|loss) of 0\\.\\d{3} in f1 on test is within the noise of"
                            + " seeds, 0\\.\\d{3} over 4 seeds"));
    assertThat(Files.readString(run.folder().resolve("report.html"))).contains("noise of seeds");

    assertThat(effect(run).noiseStanding()).isEqualTo(NoiseStanding.WITHIN);
    LedgerEntry entry = entry(run);
    assertThat(LedgerJson.of(entry).toString()).contains("difference_is=within");
    assertThat(MarkdownDocument.render(LedgerDocument.of(List.of(entry))))
        .containsPattern("within 0\\.\\d{3} over 4 seeds");
    assertThat(LedgerDocument.table(List.of(entry)).rows().toString())
        .contains("(within the noise of seeds)");
  }

  @Test
  void a_difference_beyond_the_noise_is_not_explained_away() {
    recordNoise(0.8, 0.8, 0.8);

    RunResult run = folder.run(RERUN);

    assertThat(f1OnTest(run).get("noise").get("difference_is").asString()).isEqualTo("beyond");
    assertThat(run.warnings()).noneMatch(warning -> warning.contains("noise of seeds"));
    assertThat(effect(run).noiseStanding()).isEqualTo(NoiseStanding.BEYOND);
  }

  @Test
  void without_a_measurement_nothing_is_said() {
    RunResult run = folder.run(RERUN);

    assertThat(f1OnTest(run).get("noise").isNull()).isTrue();
    assertThat(run.warnings()).noneMatch(warning -> warning.contains("noise"));
    assertThat(effect(run).noiseStanding()).isEqualTo(NoiseStanding.UNKNOWN);
  }

  @Test
  void a_repeated_run_sees_the_noise_that_it_saw_at_first() throws IOException {
    measureNoise(LEAVING_OUT, 3);
    RunResult first = folder.run(COUNTING);
    byte[] verdict = Files.readAllBytes(first.folder().resolve("verdict.json"));
    measureNoise(LEAVING_OUT, 4);

    RunResult again = folder.run(COUNTING);

    assertThat(again.runId()).isEqualTo(first.runId());
    assertThat(again.isRepeated()).isTrue();
    assertThat(again.ending()).isNotInstanceOf(RunEnding.Irreproducible.class);
    assertThat(Files.readAllBytes(again.folder().resolve("verdict.json"))).isEqualTo(verdict);
    assertThat(f1OnTest(again).get("noise").get("seeds").asInt()).isEqualTo(3);
  }

  @Test
  void a_gate_that_counts_is_held_against_the_champions_reruns() throws IOException {
    measureNoise(LEAVING_OUT, 5);

    RunResult run = folder.run(COUNTING);

    assertThat(counted(run).sentence()).contains("5 reruns of the champion with other seeds reach");
  }

  @Test
  void without_reruns_on_these_very_data_a_count_decides_nothing() throws IOException {
    measureNoise(LEAVING_OUT, 3);
    folder.holding(WeatherTable.of(1_212));

    RunResult run = folder.run(COUNTING);

    assertThat(counted(run).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(counted(run).sentence())
        .contains("0 reruns of the champion with another seed on record, and it takes 5");
    // The floor itself is still shown: it is of the same set, by name.
    assertThat(f1OnTest(run).get("noise").get("seeds").asInt()).isEqualTo(3);
  }

  private static Check counted(RunResult run) {
    return run.verdict().checks().stream()
        .filter(one -> one.gate().name().equals("most recover"))
        .findFirst()
        .orElseThrow();
  }
}
