package dev.assay.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.bundle.Bundle;
import dev.assay.core.label.Labels;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.progress.Progress;
import dev.assay.pipeline.experiment.ExperimentReader;
import dev.assay.pipeline.noise.SeedChoice;
import dev.assay.pipeline.scoring.Deployment;
import dev.assay.pipeline.scoring.LeftOut;
import dev.assay.pipeline.scoring.RowScoring;
import dev.assay.registry.noise.NoiseMeasurement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Labels come, go and are divided between the runs of one experiment. */
class ChangingLabelsTest {

  private static final WeatherTable TABLE = WeatherTable.of(1_200);

  private static final String KEEPS_RAIN =
      """
      gates:
        - { name: rain as before, metric: f1, on: test, labels: [rain], lose_at_most: 0.02 }
      """;

  private static final String JUDGES_FOG =
      KEEPS_RAIN
          + "  - { name: fog is told, metric: f1, on: test, labels: [fog], at_least: 0.5 }\n";

  @TempDir Path temporary;
  private ExperimentFolder folder;

  @BeforeEach
  void table() {
    folder = new ExperimentFolder(temporary).holding(TABLE);
  }

  private static String experiment(String labels, String gates) {
    return ExperimentFolder.HEAD.replace("{ rain: binary }", "{ multilabel: [" + labels + "] }")
        + gates;
  }

  @Test
  void a_label_that_came_unsaid_is_refused_before_anything_is_trained() {
    folder.run(experiment("rain", KEEPS_RAIN));
    assertThatThrownBy(() -> folder.run(experiment("rain, fog", JUDGES_FOG)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("the champion does not know 'fog'")
        .hasMessageContaining("'added', 'retired' or 'split'");
    assertThatThrownBy(() -> folder.run(experiment("fog", "labels: { added: [fog] }\n")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("must keep one");
  }

  @Test
  void the_champions_configuration_is_trained_anew_without_bounds_of_a_label_that_is_no_more()
      throws IOException {
    String bounds = "thresholds: { labels: { rain: 0.2..0.8, fog: 0.2..0.8 } }\n";
    RunResult first = folder.run(experiment("rain, fog", bounds + KEEPS_RAIN));
    assertThat(first.isPromoted()).isTrue();
    Path now =
        Files.writeString(
            folder.file("now.yaml"),
            experiment("rain", "labels: { retired: [fog] }\n" + KEEPS_RAIN));

    NoiseMeasurement measured =
        new NoiseRun(ExperimentReader.read(now), folder.surroundings())
            .measure(Optional.empty(), new SeedChoice.Listed(List.of(1L, 2L)));

    assertThat(measured.floors()).isNotEmpty().allMatch(floor -> floor.holdout().equals("test"));
  }

  @Test
  void an_added_label_is_judged_by_its_value_and_the_shared_one_against_the_champion() {
    RunResult first = folder.run(experiment("rain", KEEPS_RAIN));
    String added = experiment("rain, fog", "labels: { added: [fog] }\n" + JUDGES_FOG);

    RunResult second = folder.run(added);

    assertThat(second.champion()).isEqualTo(first.candidate());
    assertThat(second.verdict().reasonsToHold()).isEmpty();
    assertThat(second.verdict().warnings())
        .anyMatch(warning -> warning.startsWith("labels new to the candidate on test"));
    // The same file runs again once its candidate is champion.
    RunResult third = folder.run(added.replace("rounds: 25", "rounds: 30"));
    assertThat(third.champion()).isEqualTo(second.candidate());
  }

  @Test
  void an_added_label_that_no_gate_on_a_value_looks_at_holds() {
    folder.run(experiment("rain", KEEPS_RAIN));
    RunResult run = folder.run(experiment("rain, fog", "labels: { added: [fog] }\n" + KEEPS_RAIN));
    assertThat(run.verdict().reasonsToHold())
        .containsExactly("the label 'fog' is new on test and no gate on a value looks at it");
  }

  @Test
  void a_retired_label_is_not_compared_and_its_column_is_no_feature() {
    folder.run(experiment("rain, fog", JUDGES_FOG));
    String retired =
        experiment("rain", "labels: { retired: [fog] }\n" + KEEPS_RAIN)
            .replaceAll("features: .*", "features: { except: [part, station, day, sky] }");

    RunResult run = folder.run(retired);

    assertThat(run.verdict().warnings())
        .anyMatch(warning -> warning.startsWith("labels retired and not compared on test: fog"));
    Bundle bundle = folder.registry().bundles().bundle(run.candidate());
    assertThat(bundle.manifest().inputs())
        .extracting(input -> input.name())
        .contains("humidity")
        .doesNotContain("fog");
  }

  @Test
  void a_champion_is_trained_for_left_out_groups_without_a_label_that_was_retired() {
    folder.run(experiment("rain, fog", JUDGES_FOG));
    String retired =
        experiment(
                "rain",
                "labels: { retired: [fog] }\n"
                    + "parts: { by: id }\n"
                    + "holdouts: { stations: { leave_out: station, folds: 4 } }\n"
                    + KEEPS_RAIN)
            .replace("  id: id\n", "  id: id\n  group: station\n")
            .replaceAll("features: .*", "features: { except: [part, day, sky] }");

    RunResult run = folder.run(retired);

    assertThat(run.folder().resolve("predictions.parquet")).exists();
    assertThat(run.verdict().checks()).isNotEmpty();
  }

  @Test
  void a_split_label_tells_its_parts_where_it_can() throws IOException {
    // Half of the rows are of before: of them the table tells 'wet' only.
    StringBuilder csv = new StringBuilder("id,humidity,pressure,wind,wet,rain,fog,from\n");
    for (int row = 0; row < TABLE.size(); row++) {
      boolean wet = TABLE.value(row, "rain").equals("1") || TABLE.value(row, "fog").equals("1");
      boolean old = row % 2 == 0;
      csv.append(String.join(",", TABLE.value(row, "id"), TABLE.value(row, "humidity")))
          .append(',')
          .append(String.join(",", TABLE.value(row, "pressure"), TABLE.value(row, "wind")))
          .append(wet ? ",1," : ",0,")
          .append(old ? "0,0" : TABLE.value(row, "rain") + "," + TABLE.value(row, "fog"))
          .append(old ? ",old\n" : ",new\n");
    }
    Files.writeString(folder.file("weather.csv"), csv);
    String before =
        """
        name: rain
        data:
          rows: { csv: weather.csv }
          id: id
          label: { multilabel: [wet] }
          features: [humidity, pressure, wind]
          source: from
        train: { with: xgboost, rounds: 25, depth: 3, learning_rate: 0.3, threads: 1 }
        gates: [{ name: any, metric: f1, on: test, labels: [wet], lose_at_most: 0.02 }]
        """;
    folder.run(before);
    String after =
        before.replace("[wet] }\n", "[rain, fog] }\n").replaceAll("gates.*", "")
            + """
            labels:
              known: { old: [wet] }
              split: { wet: [rain, fog] }
            gates:
              - { name: both are told, metric: f1, on: test, labels: [rain, fog], at_least: 0.5 }
            """;

    assertThatThrownBy(() -> folder.run(after))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("must keep one");
    Labels rows = told(after);
    for (int row = 0; row < rows.size(); row++) {
      boolean old = row % 2 == 0;
      boolean wet = TABLE.value(row, "rain").equals("1") || TABLE.value(row, "fog").equals("1");
      assertThat(rows.isKnown(row, 0)).isEqualTo(!old || !wet);
    }
  }

  private Labels told(String experiment) throws IOException {
    Path file = folder.file("told.yaml");
    Files.writeString(file, experiment);
    return new LoadStage(ExperimentReader.read(file), Progress.SILENT)
        .load(Optional.empty())
        .dataset()
        .labels();
  }

  @Test
  void a_holdout_that_was_frozen_before_a_label_came_compares_the_others() throws IOException {
    Path legacy = folder.file("legacy.csv");
    TABLE.rows(0, 300).write(legacy);
    Files.write(legacy, without(legacy, "fog"));
    folder.holding(TABLE.rows(300, 1_200));
    String head = "holdouts: { legacy: { frozen: legacy.csv } }\ngates:\n";
    String ofRain =
        "  - { name: rain then, metric: f1, on: legacy, labels: [rain], lose_at_most: 0.02 }\n";
    String gates =
        head + ofRain + "  - { name: fog, metric: f1, on: test, labels: [fog], at_least: 0.5 }\n";
    folder.run(experiment("rain", head + ofRain));

    assertThatThrownBy(() -> folder.run(experiment("rain, fog", gates)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("there is no column 'fog'");
    RunResult run = folder.run(experiment("rain, fog", "labels: { added: [fog] }\n" + gates));

    JsonNode verdict = ExperimentFolder.verdict(run);
    assertThat(verdict.get("decision").asString()).isEqualTo("promote");
  }

  private static List<String> without(Path csv, String column) throws IOException {
    List<String> lines = Files.readAllLines(csv);
    int at = List.of(lines.getFirst().split(",")).indexOf(column);
    return lines.stream()
        .map(
            line -> {
              List<String> cells = new ArrayList<>(List.of(line.split(",", -1)));
              cells.remove(at);
              return String.join(",", cells);
            })
        .toList();
  }

  @Test
  void an_optional_label_can_be_left_out_and_another_cannot() {
    RunResult run =
        folder.run(experiment("rain, fog", "labels: { optional: [fog] }\n" + JUDGES_FOG));
    Bundle bundle = folder.registry().bundles().bundle(run.candidate());
    assertThat(bundle.manifest().optionalLabels()).containsExactly("fog");

    Predictions scored =
        new RowScoring(bundle, List.of(new LeftOut("fog", "--leave-out")), Progress.SILENT)
            .score(folder.file("weather.csv"), List.of("id"));
    assertThat(scored.schema().names()).containsExactly("rain");

    List<LeftOut> needed = List.of(new LeftOut("rain", "--leave-out"));
    assertThatThrownBy(() -> new RowScoring(bundle, needed, Progress.SILENT))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("Its optional labels are fog");
  }

  @Test
  void a_deployment_leaves_out_a_label_of_whatever_is_served_from_its_home() throws IOException {
    RunResult run =
        folder.run(experiment("rain, fog", "labels: { optional: [fog] }\n" + JUDGES_FOG));
    Bundle bundle = folder.registry().bundles().bundle(run.candidate());
    Path home = folder.home();
    assertThat(Deployment.of(home).leftOut()).isEmpty();

    Files.writeString(home.resolve("deployment.yaml"), "leave_out: [fog]\n");

    Predictions scored =
        new RowScoring(bundle, Deployment.of(home).leftOut(), Progress.SILENT)
            .score(folder.file("weather.csv"), List.of("id"));
    assertThat(scored.schema().names()).containsExactly("rain");
    Files.writeString(home.resolve("deployment.yaml"), "leave_out: [fgo]\n");
    List<LeftOut> misspelt = Deployment.of(home).leftOut();
    assertThatThrownBy(() -> new RowScoring(bundle, misspelt, Progress.SILENT))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("'fgo' is no label of the bundle", "Did you mean 'fog'?");
    Files.writeString(home.resolve("deployment.yaml"), "leave_ot: [fog]\n");
    assertThatThrownBy(() -> Deployment.of(home))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("deployment.yaml:1", "leave_ot");
  }
}
