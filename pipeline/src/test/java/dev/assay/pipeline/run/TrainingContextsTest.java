package dev.assay.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.model.Checkpoints;
import dev.assay.core.model.Settings;
import dev.assay.core.model.StoredBytes;
import dev.assay.core.model.Trainer;
import dev.assay.core.model.Trainers;
import dev.assay.core.problem.Problems;
import dev.assay.core.progress.Progress;
import dev.assay.pipeline.checkpoint.ExperimentCheckpoints;
import dev.assay.pipeline.experiment.Experiment;
import dev.assay.pipeline.experiment.ExperimentReader;
import dev.assay.pipeline.trial.LoadedExamples;
import dev.assay.pipeline.trial.SplitExamples;
import dev.assay.registry.Registry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingContextsTest {

  private static final String STATE = "state";

  @TempDir private Path home;

  @Test
  void a_baseline_of_the_candidates_trainer_and_seed_leaves_the_state_of_the_candidate_alone()
      throws IOException {
    SplitExamples split = split();
    Trainer trainer = Objects.requireNonNull(Trainers.byName().get("prior"));
    Settings settings = Settings.resolve(trainer.settings(), Map.of(), "test", new Problems());
    Registry registry = Registry.open(home, Clock.systemUTC());
    TrainingContexts contexts =
        new TrainingContexts(
            Progress.SILENT,
            new ExperimentCheckpoints(home, "storms", "code"),
            new StartingModels(registry));
    Checkpoints candidate = contexts.of(trainer, settings, 1, split).checkpoints();
    TrainingContexts ofBaselines = contexts.ofBaselines();
    Checkpoints baseline = ofBaselines.of(trainer, settings, 1, split).checkpoints();
    Checkpoints named = ofBaselines.named("one").of(trainer, settings, 1, split).checkpoints();
    write(candidate, "of the candidate");

    for (Checkpoints other : List.of(baseline, named)) {
      write(other, "of the baseline");
      other.keepOnly(Set.of());
    }

    assertThat(read(candidate)).contains("of the candidate");
    assertThat(read(baseline)).isEmpty();
  }

  private SplitExamples split() throws IOException {
    ExperimentFolder folder = new ExperimentFolder(home).holding(WeatherTable.of(200));
    Experiment experiment =
        ExperimentReader.read(
            Files.writeString(folder.file("experiment.yaml"), ExperimentFolder.EXPERIMENT));
    LoadedExamples loaded = new LoadStage(experiment, Progress.SILENT).load(Optional.empty());
    return new SplitStage(experiment, home, Progress.SILENT).split(loaded);
  }

  private static void write(Checkpoints place, String text) {
    place.write(STATE, List.of(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8))));
  }

  private static Optional<String> read(Checkpoints place) {
    return place
        .read(STATE)
        .map(
            stored -> {
              try (StoredBytes bytes = stored) {
                return StandardCharsets.UTF_8
                    .decode(bytes.bytes(0, Math.toIntExact(bytes.size())))
                    .toString();
              }
            });
  }
}
