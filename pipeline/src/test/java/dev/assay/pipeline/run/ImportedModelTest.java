package dev.assay.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.bundle.Bundle;
import dev.assay.core.bundle.TrainingExposure;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.progress.Progress;
import dev.assay.registry.History;
import dev.assay.registry.history.HistoryRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A text classifier that PyTorch wrote as ONNX, through thresholds, suites and gates. */
class ImportedModelTest {

  /** Where the text module keeps the classifier for its own tests. */
  private static final Path CLASSIFIER =
      Path.of("../text/src/test/resources/dev/assay/text/imported/model.onnx");

  private static final List<String> WORDS = List.of("red", "green", "blue", "grey");

  private static final String EXPERIMENT =
      """
      name: imported
      data:
        rows: { csv: rows.csv }
        id: id
        texts: text
        label: { multilabel: [spam, threat] }
        features: text
      suites: [known.yaml]
      train: { with: onnx, model: %s, max_length: 8 }
      gates:
        - { name: some f1, metric: f1_macro, on: test, at_least: 0.1 }
        - { name: known, suite: known, at_least: 0.5 }
      """;

  @TempDir Path temporary;
  private Path model;
  private ExperimentFolder folder;

  @BeforeEach
  void files() throws IOException {
    model = Files.createDirectory(temporary.resolve("model"));
    Files.copy(CLASSIFIER, model.resolve("model.onnx"));
    Files.writeString(
        model.resolve("config.json"), "{\"id2label\": {\"0\": \"spam\", \"1\": \"threat\"}}");
    Files.writeString(
        model.resolve("tokenizer.json"),
        """
        {"version": "1.0", "added_tokens": [], "pre_tokenizer": {"type": "Whitespace"},
         "post_processor": {"type": "BertProcessing", "sep": ["[SEP]", 3], "cls": ["[CLS]", 2]},
         "model": {"type": "WordLevel", "unk_token": "[UNK]", "vocab":
          {"[PAD]": 0, "[UNK]": 1, "[CLS]": 2, "[SEP]": 3, "red": 4, "green": 5, "blue": 6,
           "grey": 7}}}
        """);
    folder = new ExperimentFolder(temporary);
    Random random = new Random(3);
    List<String> lines = new ArrayList<>(List.of("id,room,text,spam,threat"));
    for (int row = 0; row < 400; row++) {
      List<String> words = new ArrayList<>();
      for (int word = 0; word < 6; word++) {
        words.add(WORDS.get(random.nextInt(4)));
      }
      int spam = words.contains("red") ? 1 : 0;
      lines.add(
          row
              + ",r"
              + row % 5
              + ","
              + String.join(" ", words)
              + ","
              + spam
              + ","
              + random.nextInt(2));
    }
    Files.write(folder.file("rows.csv"), lines);
    Files.writeString(
        folder.file("known.yaml"),
        "vectors: [{ must_detect: spam, text: nobody ever said so before }]\n");
  }

  @Test
  void it_is_judged_as_it_is_and_the_verdict_says_that_nobody_knows_what_it_has_seen() {
    RunResult run = folder.run(EXPERIMENT.formatted(model));

    assertThat(run.verdict().warnings())
        .contains("exposure unknown on test: candidate: the model was trained by another program");
    assertThat(run.verdict().checks())
        .extracting(check -> check.gate().name())
        .containsExactly("some f1", "known", "not degenerate (always checked)");
    Bundle bundle = folder.registry().bundles().bundle(run.candidate());
    assertThat(bundle.gated().exposure()).isInstanceOf(TrainingExposure.Unknown.class);
    assertThat(bundle.gated().files().names())
        .containsExactly("imported.json", "model.onnx", "tokenizer.json");
    Bundle first = folder.registry().bundles().bundle(run.champion());
    assertThat(first.gated().exposure()).isInstanceOf(TrainingExposure.Known.class);
  }

  @Test
  void its_refit_is_the_same_model_of_which_nobody_knows_what_it_has_seen() {
    RunResult run = folder.run(EXPERIMENT.formatted(model) + "refit: all\n");

    Bundle bundle = folder.registry().bundles().bundle(run.candidate());
    assertThat(bundle.refit().exposure()).isInstanceOf(TrainingExposure.Unknown.class);
  }

  @Test
  void a_champion_from_elsewhere_that_may_have_seen_left_out_groups_is_refused_before_training() {
    RunResult imported = folder.run(EXPERIMENT.formatted(model));
    History history = folder.registry().history();
    history.promote(
        HistoryRequest.Promote.forced(
            imported.candidate(), history.champion().orElse(null), "tester", "as champion"));
    String grouped =
        EXPERIMENT
            .replace("onnx, model: %s, max_length: 8", "tfidf-logistic")
            .replace("id: id", "id: id\n  group: room")
            .replace(
                "suites:",
                "parts: { by: id }\nholdouts: { rooms: { leave_one_out: room } }\nsuites:");
    Set<String> stages = new LinkedHashSet<>();

    assertThatThrownBy(
            () ->
                folder.run(
                    grouped, Progress.ofSteps((stage, done, total, detail) -> stages.add(stage))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("champion " + imported.candidate().substring(0, 12))
        .hasMessageContaining("the model was trained by another program")
        .hasMessageContaining("promote a champion that is trained from its beginning");
    assertThat(stages).noneMatch(stage -> stage.contains("training"));
  }

  @Test
  void another_model_under_the_same_name_is_another_run() throws IOException {
    String experiment = EXPERIMENT.formatted(model);
    RunResult run = folder.run(experiment);
    assertThat(folder.run(experiment).runId()).isEqualTo(run.runId());

    Path tokeniser = model.resolve("tokenizer.json");
    Files.writeString(tokeniser, Files.readString(tokeniser).replace("blue", "mauve"));

    assertThat(folder.run(experiment).runId()).isNotEqualTo(run.runId());
  }
}
