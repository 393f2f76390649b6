package dev.assay.registry.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.bundle.Artefact;
import dev.assay.core.bundle.Bundle;
import dev.assay.core.bundle.Input;
import dev.assay.core.bundle.InputKind;
import dev.assay.core.bundle.TrainingExposure;
import dev.assay.core.calibration.Calibration;
import dev.assay.core.calibration.Calibrator;
import dev.assay.core.fingerprint.Sha256;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.TaskKind;
import dev.assay.core.model.ModelFiles;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.threshold.Argmax;
import dev.assay.core.threshold.Thresholds;
import dev.assay.registry.Samples;
import dev.assay.registry.object.DamagedStoreException;
import dev.assay.registry.object.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BundleStoreTest {

  private static final LabelSchema THREE =
      new LabelSchema(TaskKind.MULTILABEL, List.of("threat", "spam", "contact_info"));

  @TempDir Path folder;
  private ObjectStore objects;
  private BundleStore bundles;

  @BeforeEach
  void open() {
    objects = new ObjectStore(folder);
    bundles = new BundleStore(objects);
  }

  @Test
  void a_bundle_comes_back_as_it_was_stored() {
    Bundle bundle = multilabel();

    Bundle read = bundles.bundle(bundles.store(bundle));

    assertThat(read.manifest()).isEqualTo(bundle.manifest());
    assertThat(read.manifest().settings().keySet())
        .containsExactlyElementsOf(bundle.manifest().settings().keySet());
    assertThat(read.gated().exposure()).isEqualTo(bundle.gated().exposure());
    assertThat(read.gated().weightsHash()).isEqualTo(bundle.gated().weightsHash());
    assertThat(read.refit().exposure()).isEqualTo(bundle.refit().exposure());
    assertThat(read.refit().weightsHash()).isEqualTo(bundle.refit().weightsHash());
  }

  @Test
  void a_multiclass_bundle_comes_back_as_it_was_stored() {
    LabelSchema schema = new LabelSchema(TaskKind.MULTICLASS, List.of("left", "right"));
    ModelFiles model = Samples.model("m");
    Bundle bundle =
        Bundle.of(
            Samples.manifest(model)
                .schema(schema)
                .calibration(Calibration.none(schema, model.hash()))
                .decisionRule(new Argmax(schema))
                .build(),
            new Artefact(model, new TrainingExposure.Unknown("brought as ONNX")));

    Bundle read = bundles.bundle(bundles.store(bundle));

    assertThat(read.manifest()).isEqualTo(bundle.manifest());
    assertThat(read.gated().exposure()).isEqualTo(bundle.gated().exposure());
  }

  @Test
  void the_hash_is_the_sha256_of_bundle_json_and_the_same_for_equal_bundles() {
    String hash = bundles.store(multilabel());

    assertThat(hash).isEqualTo(Sha256.of(bundles.exported(hash).get("bundle.json")));
    assertThat(hash).isEqualTo(BundleStore.hash(multilabel()));
  }

  @Test
  void every_part_of_a_bundle_counts_for_its_hash() {
    ModelFiles model = Samples.model("m");
    Artefact artefact = new Artefact(model, Samples.exposure(1, 2, 3));
    Bundle plain = Bundle.of(Samples.manifest(model).build(), artefact);

    assertThat(
            List.of(
                plain,
                Samples.bundle("another model"),
                Bundle.of(Samples.manifest(model).seed(2).build(), artefact),
                Bundle.of(
                    Samples.manifest(model)
                        .decisionRule(new Thresholds(Samples.SCHEMA, List.of(0.376)))
                        .build(),
                    artefact),
                Bundle.of(
                    Samples.manifest(model).trainer("xgboost", Map.of("rounds", 401L)).build(),
                    artefact),
                Bundle.of(
                    Samples.manifest(model)
                        .calibration(Calibration.none(Samples.SCHEMA, model.hash()))
                        .build(),
                    artefact),
                Bundle.of(Samples.manifest(model).inputs(List.of()).build(), artefact),
                Bundle.of(
                    Samples.manifest(model).build(),
                    new Artefact(model, Samples.exposure(1, 2, 4))),
                new Bundle(Samples.manifest(model).build(), artefact, artefact)))
        .extracting(BundleStore::hash)
        .doesNotHaveDuplicates();
  }

  @Test
  void bundle_json_says_labels_and_thresholds_as_hugging_face_readers_expect_them() {
    String hash = bundles.store(multilabel());

    JsonNode json = JsonMapper.shared().readTree(bundles.exported(hash).get("bundle.json"));

    assertThat(json.at("/problem_type").asString()).isEqualTo("multi_label_classification");
    assertThat(json.at("/id2label/2").asString()).isEqualTo("contact_info");
    assertThat(json.at("/label2id/spam").asInt()).isEqualTo(1);
    assertThat(json.at("/decision_rule/thresholds/threat").asDouble()).isEqualTo(0.2);
  }

  @Test
  void the_served_model_is_exported_beside_bundle_json_and_the_gated_one_apart() {
    Map<String, byte[]> files = bundles.exported(bundles.store(multilabel()));

    assertThat(files).containsOnlyKeys("bundle.json", "model.json", "gated/model.json");
    assertThat(files.get("model.json")).asString(StandardCharsets.UTF_8).isEqualTo("refit");
    assertThat(files.get("gated/model.json")).asString(StandardCharsets.UTF_8).isEqualTo("gated");
  }

  @Test
  void a_bundle_that_lost_any_of_its_objects_is_not_whole() {
    String hash = bundles.store(multilabel());
    assertThat(bundles.objectsOf(hash)).hasSize(8);

    for (String lost : bundles.objectsOf(hash)) {
      byte[] content = objects.get(lost);
      objects.delete(lost);
      assertThatThrownBy(() -> bundles.verify(hash))
          .isInstanceOf(DamagedStoreException.class)
          .hasMessageContaining(lost);
      objects.put(content);
    }
    bundles.verify(hash);
  }

  @Test
  void an_object_that_is_no_bundle_is_refused_as_one() {
    String text = objects.put("abc".getBytes(StandardCharsets.UTF_8));
    String newer = objects.put("{\"format\": 2}".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> bundles.bundle(text)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> bundles.bundle(newer))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("format 1, but 2");
  }

  private static Bundle multilabel() {
    ModelFiles gated = Samples.model("gated");
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("rounds", 400L);
    settings.put("rate", 1.0);
    settings.put("balanced", true);
    settings.put("objective", "logistic");
    settings.put("base", Map.of("with", "xgboost", "depth", 3L, "eta", 0.5));
    settings.put("clusters", Map.of("north", List.of("NO", "SE"), "south", List.of("IT")));
    return new Bundle(
        Samples.manifest(gated)
            .schema(THREE)
            .trainer("xgboost", settings)
            .inputs(
                List.of(
                    new Input("text", InputKind.TEXT), new Input("lang", InputKind.CATEGORICAL)))
            .calibration(
                new Calibration(
                    THREE,
                    gated.hash(),
                    List.of(
                        new Calibrator.Identity(),
                        new Calibrator.Sigmoid(-0.1234567890123, 1e-9),
                        new Calibrator.Isotonic(
                            List.of(
                                new Calibrator.Isotonic.Point(0.1, 0.0),
                                new Calibrator.Isotonic.Point(0.9, 0.75))))))
            .decisionRule(new Thresholds(THREE, List.of(0.2, 0.5, 1.0 / 3)))
            .build(),
        new Artefact(gated, Samples.exposure(1, 2, 3)),
        new Artefact(Samples.model("refit"), Samples.exposure(1, 2, 3, 4)));
  }
}
