package dev.assay.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.bundle.Bundle;
import dev.assay.core.bundle.Input;
import dev.assay.core.bundle.InputKind;
import dev.assay.core.model.Settings;
import dev.assay.core.model.Trainer;
import dev.assay.core.model.Trainers;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problems;
import dev.assay.core.progress.Progress;
import dev.assay.pipeline.scoring.RowScoring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A run whose trainer is made of other trainers, and what it leaves behind. */
class GroupHeadsRunTest {

  private static final String EXPERIMENT =
      """
      name: rain
      data:
        rows: { csv: weather.csv }
        id: id
        label: { rain: binary }
        features: [humidity, pressure, wind]
        group: station
        part: part
      train:
        with: group-heads
        base: { rounds: 20, depth: 2, early_stopping: 0, threads: 1 }
        head: { rounds: 5, depth: 2, threads: 1 }
        clusters: { north: [s00, s01, s02, s03], south: [s04, s05, s06, s07] }
        folds: 3
      gates:
        - { name: no loss, metric: f1, on: test, lose_at_most: 0.02 }
      """;

  @TempDir static Path temporary;

  private static ExperimentFolder folder;
  private static RunResult run;

  @BeforeAll
  static void run() {
    folder = new ExperimentFolder(temporary).holding(WeatherTable.of(1_200));
    run = folder.run(EXPERIMENT);
  }

  private static String text(String file) throws IOException {
    return Files.readString(run.folder().resolve(file));
  }

  @Test
  void report_and_model_card_say_what_the_heads_are_worth_and_on_which_clusters()
      throws IOException {
    for (String file : List.of("report.html", "model-card.md")) {
      assertThat(text(file))
          .contains("leaving them out changes the out-of-fold log loss of 0.")
          .contains("head of north", "negatives anchored", "in the stack")
          .contains("base.depth", "clusters.south", "s04, s05, s06, s07");
    }
  }

  @Test
  void the_tables_are_written_as_csv() throws IOException {
    assertThat(text("tables/training-clusters.csv"))
        .startsWith("cluster,label,groups,rows,positives,events,negatives anchored,")
        .contains("\r\nnorth,rain,4,")
        .contains("\r\nsouth,rain,4,");
    assertThat(text("tables/training-stack-coefficients.csv"))
        .startsWith("label,term,coefficient,standard error,95% interval low,95% interval high")
        .contains("rain,base,", "rain,head of south,");
  }

  @Test
  void the_verdict_holds_the_tables_with_their_reading() {
    JsonNode training = ExperimentFolder.verdict(run).get("training");

    assertThat(training).hasSize(3);
    assertThat(training.get(0).get("name").asString()).isEqualTo("heads-worth");
    assertThat(training.get(0).get("reading").asString()).startsWith("The stack ");
    JsonNode row = training.get(0).get("rows").get(0);
    assertThat(row.get("log loss with heads").asDouble()).isBetween(0.1, 0.8);
    assertThat(row.get("95% interval").get("level").asDouble()).isEqualTo(0.95);
  }

  @Test
  void the_configuration_holds_every_default_of_every_inner_trainer() throws IOException {
    JsonNode train = JsonMapper.shared().readTree(text("configuration.json")).get("train");

    assertThat(train.at("/base/with").asString()).isEqualTo("xgboost");
    assertThat(train.at("/base/learning_rate").asDouble()).isEqualTo(0.1);
    assertThat(train.at("/head/early_stopping").asInt(-1)).isZero();
    assertThat(train.at("/negatives").asInt()).isEqualTo(200);
    assertThat(train.at("/clusters/south/3").asString()).isEqualTo("s07");
  }

  @Test
  void the_settings_in_the_bundle_resolve_to_those_that_it_was_trained_with() {
    Bundle bundle = folder.registry().bundles().bundle(run.candidate());
    Trainer trainer = Objects.requireNonNull(Trainers.byName().get(bundle.manifest().trainer()));
    Problems problems = new Problems();

    Settings settings =
        Settings.resolve(trainer.settings(), bundle.manifest().settings(), "bundle", problems);

    assertThat(problems.list()).isEmpty();
    assertThat(settings.asMap()).isEqualTo(bundle.manifest().settings());
    assertThat(settings.trainer("base").settings().whole("rounds")).isEqualTo(20);
    assertThat(bundle.manifest().provenance().threads()).isEqualTo(1);
  }

  @Test
  void a_changed_inner_setting_and_a_moved_group_are_in_the_difference_to_the_run_before() {
    ExperimentFolder other =
        new ExperimentFolder(temporary.resolve("weather.csv").getParent())
            .withHome("home-of-difference");
    other.run(EXPERIMENT);
    RunResult changed =
        other.run(EXPERIMENT.replace("rounds: 20,", "rounds: 21,").replace(", s07]", "]"));

    JsonNode changes =
        ExperimentFolder.verdict(changed).get("configuration_difference").get("changes");
    assertThat(changes.findValuesAsString("path"))
        .containsExactly("train.base.rounds", "train.clusters.south[3]");
  }

  @Test
  void a_file_of_rows_is_scored_with_its_groups_and_refused_without() throws IOException {
    Bundle bundle = folder.registry().bundles().bundle(run.candidate());
    assertThat(bundle.manifest().inputs()).contains(new Input("station", InputKind.GROUP));
    RowScoring scoring = new RowScoring(bundle, List.of(), Progress.SILENT);
    Path rows = temporary.resolve("rows.csv");
    Files.writeString(
        rows,
        "id,station,humidity,pressure,wind\na,s00,0.9,0.1,0\nb,s11,0.9,0.1,0\nc,,0.9,0.1,0\n");
    Path bare = temporary.resolve("bare.csv");
    Files.writeString(bare, "id,humidity,pressure,wind\na,0.9,0.1,0\n");

    Predictions scored = scoring.score(rows, List.of("id"));

    assertThat(scored.scores().score(2, 0)).isEqualTo(scored.scores().score(1, 0));
    assertThat(scored.scores().score(0, 0)).isNotEqualTo(scored.scores().score(1, 0));
    assertThatThrownBy(() -> scoring.score(bare, List.of("id")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("station");
  }

  @Test
  void a_cluster_that_names_an_unknown_group_is_refused_with_the_nearest() {
    ExperimentFolder other = folder.withHome("home-of-unknown");
    assertThatThrownBy(() -> other.run(EXPERIMENT.replace("s00,", "s0O,")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("clusters.north")
        .hasMessageContaining("no group 's0O'")
        .hasMessageContaining("Did you mean 's00'?");
    assertThat(other.registry().history().events()).isEmpty();
  }
}
