package dev.assay.text.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.label.TaskKind;
import dev.assay.core.model.Checkpoints;
import dev.assay.core.model.Fitted;
import dev.assay.core.model.KeptModel;
import dev.assay.core.model.Model;
import dev.assay.core.model.TrainingContext;
import dev.assay.core.model.TrainingData;
import dev.assay.core.progress.Progress;
import dev.assay.text.tfidf.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trainings that are broken off and go on. */
class ResumedTrainingTest extends TinyTrainings {

  /** Seven batches an epoch, three epochs in two phases. */
  private static final int STEPS = 21;

  private static final Duration LONGEST = Duration.ofMinutes(2);

  @TempDir Path states;
  private final List<String> said = new ArrayList<>();
  private final List<Long> steps = new ArrayList<>();

  private static final class BrokenOff extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Two phases with dropout, of which the best two epochs of three are averaged; phases are kept.
   */
  static Map<String, Object> settings(Path encoder) {
    Map<String, Object> settings = quick();
    settings.put("encoder", encoder.toString());
    settings.put("dropout", 0.1);
    settings.put("head", Map.of("dropout", 0.1));
    settings.put("phases", List.of(Map.of("epochs", 1L), Map.of("epochs", 2L)));
    settings.put("keep", Map.of("best", 2L, "use", "average", "phases", true));
    return settings;
  }

  static TrainingData examples() {
    return data(Texts.draw(TaskKind.MULTILABEL, 112, 1), Texts.draw(TaskKind.MULTILABEL, 90, 2));
  }

  @BeforeEach
  void startAnew() {
    said.clear();
    steps.clear();
  }

  /** Breaks off after so many steps. */
  private Progress until(int last) {
    return new Progress() {
      @Override
      public void report(String stage, long done, long total, String detail) {
        assertThat(total).isEqualTo(STEPS);
        steps.add(done);
        if (done == last) {
          throw new BrokenOff();
        }
      }

      @Override
      public void say(String line) {
        said.add(line);
      }
    };
  }

  private Fitted train(Map<String, ?> settings, int last, Pace pace, Checkpoints checkpoints) {
    return new TransformerTrainer(pace)
        .train(
            examples(),
            settings(settings),
            1,
            new TrainingContext(until(last), checkpoints, Optional.empty()));
  }

  private Fitted unbroken() {
    return train(settings(folder), 0, Pace.usual(), Checkpoints.NONE);
  }

  private FolderStates kept() {
    return new FolderStates(states, "this program");
  }

  /** The hashes of what was kept beside the model, by name. */
  private static Map<String, String> kept(Fitted fitted) {
    return fitted.kept().stream()
        .collect(Collectors.toMap(KeptModel::name, model -> model.files().hash()));
  }

  private static void assertAlike(Fitted one, Fitted other) {
    try (Model first = one.model();
        Model second = other.model()) {
      assertThat(second.weightsHash()).isEqualTo(first.weightsHash());
      for (int label = 0; label < 2; label++) {
        assertThat(other.validationScores().column(label))
            .isEqualTo(one.validationScores().column(label));
      }
      assertThat(other.curves()).isEqualTo(one.curves());
      assertThat(other.facts()).isEqualTo(one.facts());
      assertThat(other.tables()).isEqualTo(one.tables());
      assertThat(kept(one)).hasSize(3).containsKey("phase-1");
      assertThat(kept(other)).isEqualTo(kept(one));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 7, 8, 15, 20})
  void a_training_broken_off_at_any_step_ends_with_the_bits_of_an_unbroken_one(int last) {
    Fitted whole = unbroken();
    Pace always = since -> true;
    assertThatThrownBy(() -> train(settings(folder), last, always, kept()))
        .isInstanceOf(BrokenOff.class);
    steps.clear();

    Fitted resumed = train(settings(folder), 0, always, kept());

    // The state of a step is kept after it was told.
    assertThat(steps.getFirst()).isEqualTo(last);
    assertThat(steps).hasSize(STEPS - last + 1);
    assertThat(said)
        .containsExactly("resuming at epoch %d, step %d".formatted((last - 1) / 7 + 1, last));
    assertAlike(whole, resumed);
  }

  @Test
  void without_a_state_within_an_epoch_it_goes_on_at_the_start_of_the_epoch() {
    Fitted whole = unbroken();
    assertThatThrownBy(() -> train(settings(folder), 12, since -> false, kept()))
        .isInstanceOf(BrokenOff.class);
    steps.clear();

    Fitted resumed = train(settings(folder), 0, since -> false, kept());

    assertThat(said).containsExactly("resuming at epoch 2, step 8");
    assertThat(steps).startsWith(8L).endsWith((long) STEPS);
    assertAlike(whole, resumed);
  }

  @Test
  void a_training_that_had_ended_is_taken_up_without_a_step() {
    Fitted whole = train(settings(folder), 0, Pace.usual(), kept());
    steps.clear();

    Fitted again = train(settings(folder), 0, Pace.usual(), kept());

    assertThat(steps).isEmpty();
    assertThat(said).containsExactly("taking up a training that had come to its end");
    assertAlike(whole, again);
  }

  @Test
  void the_state_of_another_training_is_left_aside_and_said() {
    assertThatThrownBy(() -> train(settings(folder), 12, since -> true, kept()))
        .isInstanceOf(BrokenOff.class);
    Map<String, Object> other = settings(folder);
    other.put("weight_decay", 0.02);

    assertLeftAside(() -> train(other, 0, since -> false, kept()), "settings");
    assertThatThrownBy(() -> train(settings(folder), 12, since -> true, kept()))
        .isInstanceOf(BrokenOff.class);
    assertLeftAside(
        () -> train(settings(folder), 0, since -> false, new FolderStates(states, "another")),
        "program");
  }

  @Test
  void a_damaged_state_is_left_aside_and_said() throws IOException {
    Fitted whole = unbroken();
    assertThatThrownBy(() -> train(settings(folder), 12, since -> true, kept()))
        .isInstanceOf(BrokenOff.class);
    Path state = states.resolve("state.safetensors");
    byte[] bytes = Files.readAllBytes(state);
    Files.write(state, Arrays.copyOf(bytes, bytes.length / 2));

    Fitted trained = train(settings(folder), 0, since -> false, kept());

    assertThat(said).singleElement().asString().contains("left aside, since it is damaged");
    assertAlike(whole, trained);
  }

  @Test
  void a_state_whose_epochs_are_gone_is_left_aside_and_said() throws IOException {
    assertThatThrownBy(() -> train(settings(folder), 12, since -> true, kept()))
        .isInstanceOf(BrokenOff.class);
    Files.delete(states.resolve("epoch-1.safetensors"));

    assertLeftAside(() -> train(settings(folder), 0, since -> false, kept()), "epoch-1");
  }

  private void assertLeftAside(Supplier<Fitted> training, String reason) {
    said.clear();
    steps.clear();
    try (Model model = training.get().model()) {
      assertThat(model.inputs()).containsExactly("text");
    }
    assertThat(said).singleElement().asString().contains("left aside", reason);
    assertThat(steps).hasSize(STEPS);
  }

  @Test
  void only_the_state_and_the_epochs_that_may_be_picked_are_kept() throws IOException {
    try (Model model = train(settings(folder), 0, since -> true, kept()).model()) {
      assertThat(model.inputs()).containsExactly("text");
    }
    try (Stream<Path> files = Files.list(states)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .contains("state.safetensors")
          .allMatch(name -> name.matches("state\\.safetensors|epoch-[1-3]\\.safetensors"))
          .hasSizeBetween(3, 4);
    }
  }

  @Test
  void a_process_that_is_killed_goes_on_in_another_one_to_the_same_bits() throws Exception {
    Path out = states.resolve("out");
    Files.createDirectory(out);
    Path place = Files.createDirectory(states.resolve("place"));
    Process process = process(place, out.resolve("killed"));
    try {
      Instant deadline = Instant.now().plus(LONGEST);
      while (!isInEpoch(place)) {
        assertThat(process.isAlive()).as("%s", log(out)).isTrue();
        assertThat(Instant.now()).isBefore(deadline);
        Thread.sleep(2);
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(out.resolve("killed")).doesNotExist();

    assertThat(process(place, out.resolve("resumed")).waitFor()).as("%s", log(out)).isZero();
    Path empty = Files.createDirectory(states.resolve("empty"));
    assertThat(process(empty, out.resolve("unbroken")).waitFor()).isZero();

    List<String> resumed = Files.readAllLines(out.resolve("resumed"));
    List<String> unbroken = Files.readAllLines(out.resolve("unbroken"));
    assertThat(resumed).first().asString().startsWith("resuming at epoch ");
    assertThat(unbroken).hasSize(1);
    assertThat(resumed.getLast()).isEqualTo(unbroken.getFirst());
  }

  /** Whether an epoch has ended and another one begun. */
  private static boolean isInEpoch(Path place) {
    String[] files = place.toFile().list();
    return files != null && List.of(files).contains("epoch-1.safetensors");
  }

  private static String log(Path out) throws IOException {
    Path log = out.resolve("log");
    return Files.exists(log) ? Files.readString(log) : "";
  }

  private Process process(Path place, Path result) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            TrainingProcess.class.getName(),
            folder.toString(),
            place.toString(),
            result.toString())
        .redirectErrorStream(true)
        .redirectOutput(result.resolveSibling("log").toFile())
        .start();
  }
}
