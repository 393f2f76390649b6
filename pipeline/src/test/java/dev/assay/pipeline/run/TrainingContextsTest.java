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
import dev.assay.registry.Registry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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
  void a_baseline_of_the_candidates_trainer_and_seed_leaves_the_state_of_the_candidate_alone() {
    Trainer trainer = Objects.requireNonNull(Trainers.byName().get("prior"));
    Settings settings = Settings.resolve(trainer.settings(), Map.of(), "test", new Problems());
    Registry registry = Registry.open(home, Clock.systemUTC());
    TrainingContexts contexts =
        new TrainingContexts(
            Progress.SILENT,
            new ExperimentCheckpoints(home, "storms", "code"),
            new StartingModels(registry));
    Checkpoints candidate = contexts.of(trainer, settings, 1).checkpoints();
    TrainingContexts ofBaselines = contexts.ofBaselines();
    Checkpoints baseline = ofBaselines.of(trainer, settings, 1).checkpoints();
    Checkpoints named = ofBaselines.named("one").of(trainer, settings, 1).checkpoints();
    write(candidate, "of the candidate");

    for (Checkpoints other : List.of(baseline, named)) {
      write(other, "of the baseline");
      other.keepOnly(Set.of());
    }

    assertThat(read(candidate)).contains("of the candidate");
    assertThat(read(baseline)).isEmpty();
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
