package dev.assay.pipeline.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.core.bundle.Artefact;
import dev.assay.core.bundle.Bundle;
import dev.assay.core.bundle.BundleManifest;
import dev.assay.core.bundle.Provenance;
import dev.assay.core.bundle.TrainingExposure;
import dev.assay.core.calibration.Calibration;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.model.Model;
import dev.assay.core.model.ModelFiles;
import dev.assay.core.model.Trainers;
import dev.assay.core.threshold.Thresholds;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BundleScorersTest {

  private static final LabelSchema SCHEMA = LabelSchema.binary("spam");
  private static final String FILE = "prior.json";

  /** The files of a model as its trainer writes them. */
  private static ModelFiles prior(double rate) {
    String json =
        "{\"labels\": {\"kind\": \"binary\", \"names\": [\"spam\"]}, \"rates\": [" + rate + "]}";
    try (Model model = Objects.requireNonNull(Trainers.byName().get("prior")).read(files(json))) {
      return model.files();
    }
  }

  private static ModelFiles files(String json) {
    return new ModelFiles(Map.of(FILE, json.getBytes(StandardCharsets.UTF_8)));
  }

  private static Artefact artefact(ModelFiles files) {
    return new Artefact(files, new TrainingExposure.Unknown("from elsewhere"));
  }

  private static BundleManifest manifest(ModelFiles model) {
    return BundleManifest.builder()
        .schema(SCHEMA)
        .trainer("prior", Map.of())
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
                .build())
        .build();
  }

  @Test
  void each_model_of_a_bundle_has_the_calibration_that_is_bound_to_it() {
    ModelFiles gated = prior(0.2);
    ModelFiles refit = prior(0.3);
    Bundle bundle = new Bundle(manifest(gated), artefact(gated), artefact(refit));

    try (Scorer judged = BundleScorers.gated(bundle);
        Scorer served = BundleScorers.served(bundle)) {
      assertThat(judged.calibration()).isEqualTo(bundle.manifest().calibration());
      assertThat(served.calibration().weightsHash()).isEqualTo(refit.hash());
    }
  }

  @Test
  void a_model_that_is_read_as_another_than_was_stored_is_refused() {
    ModelFiles stored =
        files(new String(prior(0.2).required(FILE), StandardCharsets.UTF_8) + "\n\n");
    Bundle bundle = Bundle.of(manifest(stored), artefact(stored));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> BundleScorers.gated(bundle))
        .withMessageContaining("The calibration is of the weights " + stored.hash());
    assertThatIllegalArgumentException().isThrownBy(() -> BundleScorers.served(bundle));
  }
}
