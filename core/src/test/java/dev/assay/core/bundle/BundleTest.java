package dev.assay.core.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.calibration.Calibration;
import dev.assay.core.example.Attributes;
import dev.assay.core.example.Dataset;
import dev.assay.core.example.NumericColumn;
import dev.assay.core.example.TimeColumn;
import dev.assay.core.fingerprint.StableHash;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.model.ModelFiles;
import dev.assay.core.threshold.Thresholds;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BundleTest {

  private static final LabelSchema SCHEMA = LabelSchema.binary("spam");
  private static final TrainingExposure UNKNOWN = new TrainingExposure.Unknown("from elsewhere");

  @Test
  void a_model_that_is_not_the_one_of_the_manifest_is_refused() {
    assertThatThrownBy(
            () -> Bundle.of(manifest(model("trained")), new Artefact(model("untrained"), UNKNOWN)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(model("trained").hash())
        .hasMessageContaining(model("untrained").hash());
  }

  @Test
  void a_calibration_of_other_weights_is_refused() {
    assertThatThrownBy(
            () ->
                builder(model("trained"))
                    .calibration(Calibration.none(SCHEMA, model("untrained").hash()))
                    .build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("calibration");
  }

  @Test
  void a_decision_rule_for_other_labels_is_refused() {
    assertThatThrownBy(
            () ->
                builder(model("trained"))
                    .decisionRule(Thresholds.uniform(LabelSchema.binary("threat"), 0.5))
                    .build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("threat");
  }

  @Test
  void a_refitted_model_is_the_one_that_is_served_with_the_calibrators_of_the_gated_one() {
    Artefact gated = new Artefact(model("gated"), UNKNOWN);
    Artefact refit = new Artefact(model("refit"), UNKNOWN);
    Bundle bundle = new Bundle(manifest(model("gated")), gated, refit);

    assertThat(bundle.served()).isEqualTo(refit);
    assertThat(bundle.servedCalibration().weightsHash()).isEqualTo(refit.weightsHash());
    assertThat(bundle.servedCalibration().calibrators())
        .isEqualTo(bundle.manifest().calibration().calibrators());
    assertThat(Bundle.of(manifest(model("gated")), gated).served()).isEqualTo(gated);
  }

  @Test
  void exposure_finds_a_row_by_its_id_and_by_its_content_under_another_id() {
    Dataset trained = dataset(List.of("a", "b"), 1f, 2f);
    Dataset other = dataset(List.of("a", "c", "d"), 9f, 2f, 3f);

    TrainingExposure.Known exposure = TrainingExposure.of(trained);

    assertThat(exposure.contains("a", other.inputHash(0))).isTrue();
    assertThat(exposure.contains("c", other.inputHash(1))).isTrue();
    assertThat(exposure.contains("d", other.inputHash(2))).isFalse();
    assertThat(exposure.rows()).isEqualTo(2);
    assertThat(exposure.from()).isEqualTo(Instant.ofEpochSecond(100));
    assertThat(exposure.to()).isEqualTo(Instant.ofEpochSecond(101));
  }

  @Test
  void exposure_tells_rows_that_were_learned_from_from_those_that_were_only_validated_on() {
    Dataset train = dataset(List.of("a", "b"), 1f, 2f);
    Dataset validation = dataset(List.of("c", "d"), 2f, 3f);

    TrainingExposure.Known exposure = TrainingExposure.of(train, validation);

    assertThat(exposure.rows()).isEqualTo(4);
    assertThat(exposure.contains("c", 0)).isTrue();
    RowHashes learned = exposure.learned();
    assertThat(learned.ids()).isEqualTo(HashSet64.of(StableHash.of("a"), StableHash.of("b")));
    assertThat(learned.contents())
        .as("a content of both was learned from")
        .isEqualTo(HashSet64.of(train.inputHashes()));
  }

  private static Dataset dataset(List<String> ids, float... values) {
    long[] times = new long[values.length];
    byte[][] states = new byte[1][values.length];
    for (int i = 0; i < values.length; i++) {
      times[i] = 100L + i;
    }
    return new Dataset(
        Attributes.of(ids).time(TimeColumn.takeOver(times)).build(),
        Labels.ofColumns(SCHEMA, states),
        Map.of("x", NumericColumn.takeOver(values)));
  }

  private static ModelFiles model(String content) {
    return new ModelFiles(Map.of("model.json", content.getBytes(StandardCharsets.UTF_8)));
  }

  private static BundleManifest manifest(ModelFiles model) {
    return builder(model).build();
  }

  private static BundleManifest.Builder builder(ModelFiles model) {
    return BundleManifest.builder()
        .schema(SCHEMA)
        .trainer("logistic", Map.of())
        .seed(1)
        .weightsHash(model.hash())
        .calibration(Calibration.none(SCHEMA, model.hash()))
        .decisionRule(Thresholds.uniform(SCHEMA, 0.5))
        .provenance(
            Provenance.builder()
                .experiment("spam", "e")
                .dataFingerprint("d")
                .codeFingerprint("c")
                .machine("Linux amd64", 2)
                .asOf(LocalDate.of(2026, 5, 4))
                .build());
  }
}
