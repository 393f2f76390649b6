package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.bundle.Bundle;
import dev.assay.core.threshold.Thresholds;
import dev.assay.registry.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Weights that are stored in several precisions: what is judged is the file that is served. */
class ExportedRunTest {

  @TempDir Path temporary;
  private Path home;
  private MoodFolder folder;

  @BeforeEach
  void texts() throws IOException {
    home = temporary.resolve("home");
    folder = new MoodFolder(temporary);
  }

  private Path exporting(String export) throws IOException {
    Path experiment =
        folder.experiment("exported", "epochs: 2", "learning_rate: 0.01", "head_rate: 3");
    return Files.writeString(experiment, "export: { " + export + " }\n", StandardOpenOption.APPEND);
  }

  @Test
  void of_averaged_models_every_encoder_is_stored_in_the_precision_that_is_served()
      throws IOException {
    Path experiment =
        Files.writeString(
            folder.averaged("averaged"),
            "export: { precision: [fp32, fp16], serve: fp16, parity: { f1_drop_at_most: 0.5 } }\n",
            StandardOpenOption.APPEND);

    VerbRun run = VerbRun.of("run", experiment, "--home", home, "--json");

    assertThat(run.code()).as(run.err() + run.out()).isZero();
    JsonNode precisions = verdict(run).get("precisions");
    assertThat(precisions.get(1).get("bytes").asLong())
        .isLessThan(precisions.get(0).get("bytes").asLong());
    Registry registry = RainFolder.registry(home);
    Bundle bundle = registry.bundles().bundle(registry.history().champion().orElseThrow());
    assertThat(bundle.gated().files().names())
        .contains("member-1.model.onnx", "member-2.model.onnx", "average.json")
        .anySatisfy(name -> assertThat(name).startsWith("member-3."));
    assertThat(bundle.gated().files().content("member-1.model.onnx"))
        .isNotEqualTo(bundle.gated().files().content("member-2.model.onnx"));
  }

  private static JsonNode verdict(VerbRun run) throws IOException {
    Path folder = Path.of(run.json().get("folder").asString());
    return JsonMapper.shared().readTree(Files.readString(folder.resolve("verdict.json")));
  }

  @Test
  void every_precision_is_held_against_the_trained_weights_and_the_served_one_is_the_bundle()
      throws IOException {
    Path experiment =
        exporting("precision: [fp32, fp16, int8], serve: int8, parity: { f1_drop_at_most: 0.5 }");

    VerbRun run = VerbRun.of("run", experiment, "--home", home, "--json");

    assertThat(run.code()).as(run.err() + run.out()).isZero();
    JsonNode verdict = verdict(run);
    JsonNode precisions = verdict.get("precisions");
    assertThat(precisions)
        .extracting(one -> one.get("precision").asString())
        .containsExactly("fp32", "fp16", "int8");
    assertThat(precisions)
        .extracting(one -> one.get("served").asBoolean())
        .containsExactly(false, false, true);
    assertThat(precisions.get(1).get("bytes").asLong())
        .isLessThan(precisions.get(0).get("bytes").asLong());
    Registry registry = RainFolder.registry(home);
    Bundle bundle = registry.bundles().bundle(registry.history().champion().orElseThrow());
    assertThat(bundle.manifest().weightsHash())
        .isEqualTo(precisions.get(2).get("weights").asString())
        .isNotEqualTo(precisions.get(0).get("weights").asString());
    double cut = verdict.get("thresholds").get("labels").get(0).get("cut").asDouble();
    assertThat(((Thresholds) bundle.manifest().decisionRule()).cut(0)).isEqualTo(cut);
  }

  @Test
  void a_file_that_is_larger_than_its_limit_is_held() throws IOException {
    Path experiment = exporting("precision: [fp32, fp16], serve: fp32, cost: { size: 1KB }");

    VerbRun run = VerbRun.of("run", experiment, "--home", home, "--json");

    assertThat(run.code()).as(run.err() + run.out()).isEqualTo(3);
    assertThat(verdict(run).get("reasons_to_hold").toString()).contains("size");
  }

  @Test
  void a_file_that_is_slower_than_its_limit_is_held() throws IOException {
    Path experiment = exporting("precision: [fp32], serve: fp32, cost: { p95: 0.0001ms }");

    VerbRun run = VerbRun.of("run", experiment, "--home", home);

    assertThat(run.code()).as(run.err() + run.out()).isEqualTo(3);
    assertThat(run.out())
        .containsPattern("p95 latency: [0-9.]+ ms; may be at most 0.0001 ms: fail");
  }

  @Test
  void a_precision_that_scores_all_rows_alike_is_refused_and_not_served() throws IOException {
    folder.withOutliers();
    String loose = "precision: [fp32, int8], serve: %s, parity: { f1_drop_at_most: 0.5 }";

    VerbRun broken =
        VerbRun.of("run", exporting(loose.formatted("int8")), "--home", home, "--json");
    VerbRun sound = VerbRun.of("run", exporting(loose.formatted("fp32")), "--home", home, "--json");

    String fault = "int8 gives nearly the same score to every row for glad";
    assertThat(broken.code()).as(broken.err() + broken.out()).isEqualTo(3);
    assertThat(verdict(broken).get("reasons_to_hold").toString()).contains(fault);
    assertThat(sound.code()).as(sound.err() + sound.out()).isZero();
    JsonNode precisions = verdict(sound).get("precisions");
    assertThat(precisions.get(0).get("faults")).isEmpty();
    assertThat(precisions.get(1).get("faults").toString()).contains(fault);
    VerbRun served =
        VerbRun.of(
            "predict",
            broken.json().get("candidate").asString(),
            temporary.resolve("exported.yaml"),
            "--out",
            temporary.resolve("scores.csv"),
            "--home",
            home);
    assertThat(served.code()).isEqualTo(2);
    assertThat(served.err()).contains("was held", fault);
  }

  @Test
  void a_precision_that_loses_too_much_is_refused_and_to_allow_more_is_a_moved_goalpost()
      throws IOException {
    folder.withOutliers();
    String export = "precision: [fp32, int8], serve: int8, parity: { f1_drop_at_most: %s }";

    VerbRun strict =
        VerbRun.of("run", exporting(export.formatted("0.005")), "--home", home, "--json");
    VerbRun loose = VerbRun.of("run", exporting(export.formatted("0.9")), "--home", home, "--json");

    assertThat(verdict(strict).get("reasons_to_hold").toString())
        .contains("int8 lowers f1 of glad on test by 0.", "at most 0.005 is allowed");
    assertThat(verdict(loose).get("reasons_to_hold").toString()).doesNotContain("lowers f1");
    assertThat(verdict(loose).get("warnings").toString())
        .contains(
            "export parity", "from f1 may fall by at most 0.005 to f1 may fall by at most 0.9");
  }
}
