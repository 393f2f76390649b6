package dev.assay.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.Dataset;
import dev.assay.core.label.Labels;
import dev.assay.core.progress.Progress;
import dev.assay.core.suite.Suite;
import dev.assay.data.source.DatasetReader;
import dev.assay.pipeline.experiment.ExperimentReader;
import dev.assay.pipeline.trial.LoadedExamples;
import dev.assay.pipeline.trial.LoadedSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The simulated messages of the example on moderation, and its suites. */
class ModerationExampleTest {

  private static final Path FOLDER = Path.of("../examples/moderation");

  private static Dataset messages(String file, String from, String to) throws IOException {
    Path experiment = FOLDER.resolve(file);
    String text = Files.readString(experiment);
    assertThat(text).contains(from);
    return DatasetReader.read(
            ExperimentReader.parse(experiment, text.replace(from, to)).data(),
            Optional.empty(),
            Progress.SILENT)
        .dataset();
  }

  private static Dataset messages(String file) throws IOException {
    return messages(file, "seed: \"1\"", "seed: \"1\"");
  }

  private static long positives(Dataset messages, int row) {
    return IntStream.range(0, messages.schema().size())
        .filter(label -> messages.labels().state(row, label) == Labels.POSITIVE)
        .count();
  }

  private static long withSeveralLabels(Dataset messages) {
    return IntStream.range(0, messages.size()).filter(row -> positives(messages, row) > 1).count();
  }

  @Test
  void a_seed_stands_for_its_messages_and_another_one_for_others() throws IOException {
    Dataset messages = messages("moderation.yaml");

    assertThat(messages.fingerprint())
        .isEqualTo("80142a3d162ab810dd2571a49946ed082a4b03b65b077661dced7ac847ace84a");
    assertThat(messages("moderation.yaml", "seed: \"1\"", "seed: \"2\"").fingerprint())
        .isNotEqualTo(messages.fingerprint());
  }

  @Test
  void every_label_and_kind_of_message_is_there_in_every_context() throws IOException {
    Dataset messages = messages("moderation.yaml");
    CategoricalColumn source = messages.attributes().source().orElseThrow();
    CategoricalColumn template = messages.attributes().group().orElseThrow();

    assertThat(source.levels()).containsExactlyInAnyOrder("positive", "innocuous", "hard_negative");
    assertThat(messages.attributes().slices().get("context").levels())
        .containsExactlyInAnyOrder("message", "listing", "review");
    assertThat(template.levels()).hasSizeGreaterThan(1000);
    for (int label = 0; label < messages.schema().size(); label++) {
      assertThat(messages.labels().positives(label)).isGreaterThan(200);
    }
    assertThat(withSeveralLabels(messages)).isGreaterThan(300);
  }

  @Test
  void one_label_a_message_takes_the_others_away_and_changes_nothing_else() throws IOException {
    Dataset all = messages("moderation.yaml");
    Dataset one = messages("one-label.yaml");

    assertThat(one.attributes().ids()).isEqualTo(all.attributes().ids());
    assertThat(one.inputHashes()).isEqualTo(all.inputHashes());
    assertThat(IntStream.range(0, all.size()))
        .allMatch(row -> positives(one, row) <= positives(all, row));
    // What is left are labels given by mistake.
    assertThat(withSeveralLabels(one)).isBetween(1L, 60L);
  }

  @Test
  void the_suites_are_read_and_hold_a_case_for_every_label() {
    LoadedExamples loaded =
        new LoadStage(ExperimentReader.read(FOLDER.resolve("moderation.yaml")), Progress.SILENT)
            .load(Optional.empty());

    assertThat(loaded.suites())
        .extracting(LoadedSuite::suite)
        .extracting(Suite::name)
        .containsExactly("detects", "leaves-alone", "together", "contexts", "perturbed");
    List<String> functionalities =
        loaded.suites().getFirst().suite().vectors().stream()
            .map(vector -> vector.functionality())
            .toList();
    assertThat(functionalities).containsAll(loaded.dataset().schema().names());
  }
}
