package dev.assay.registry;

import dev.assay.core.bundle.Artefact;
import dev.assay.core.bundle.Bundle;
import dev.assay.core.bundle.BundleManifest;
import dev.assay.core.bundle.HashSet64;
import dev.assay.core.bundle.Input;
import dev.assay.core.bundle.InputKind;
import dev.assay.core.bundle.Provenance;
import dev.assay.core.bundle.RowHashes;
import dev.assay.core.bundle.TrainingExposure;
import dev.assay.core.calibration.Calibration;
import dev.assay.core.calibration.Calibrator;
import dev.assay.core.gate.Decision;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.model.ModelFiles;
import dev.assay.core.threshold.Thresholds;
import dev.assay.registry.run.RunRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Bundles and runs to store; those of one number are equal, those of two differ. */
public final class Samples {

  public static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
  public static final LabelSchema SCHEMA = LabelSchema.binary("incident_within_7d");

  private Samples() {}

  public static ModelFiles model(String content) {
    return new ModelFiles(Map.of("model.json", content.getBytes(StandardCharsets.UTF_8)));
  }

  public static TrainingExposure.Known exposure(long... ids) {
    HashSet64 set = HashSet64.of(ids);
    return new TrainingExposure.Known(
        set,
        HashSet64.of(7, 8),
        12,
        Instant.parse("2026-01-01T00:00:00Z"),
        NOON,
        new RowHashes(HashSet64.of(ids[0]), HashSet64.of(8)));
  }

  public static Provenance provenance() {
    return Provenance.builder()
        .experiment("weekly-forecast", "e1")
        .dataFingerprint("d1")
        .codeFingerprint("c1")
        .versions(Map.of("xgboost", "3.1.1", "assay", "0.1.0"))
        .machine("Linux amd64", 2)
        .seeds(List.of(1L, 2L, 3L))
        .asOf(LocalDate.of(2026, 5, 4))
        .build();
  }

  public static BundleManifest.Builder manifest(ModelFiles model) {
    return BundleManifest.builder()
        .schema(SCHEMA)
        .trainer("xgboost", Map.of("rounds", 400L))
        .seed(1)
        .inputs(List.of(new Input("speed", InputKind.NUMERIC)))
        .weightsHash(model.hash())
        .calibration(
            new Calibration(SCHEMA, model.hash(), List.of(new Calibrator.Sigmoid(-1.25, 0.1))))
        .decisionRule(new Thresholds(SCHEMA, List.of(0.375)))
        .provenance(provenance());
  }

  public static Bundle bundle(String content) {
    ModelFiles model = model(content);
    return Bundle.of(manifest(model).build(), new Artefact(model, exposure(1, 2, 3)));
  }

  public static RunRecord run(
      Registry registry, String runId, String candidate, Decision decision) {
    String verdict =
        registry.objects().put(("verdict of " + runId).getBytes(StandardCharsets.UTF_8));
    return RunRecord.builder(runId, "weekly-forecast")
        .inputs("inputs of " + runId, LocalDate.of(2026, 5, 4))
        .sides(registry.history().champion().orElse(null), candidate)
        .verdict(decision, verdict)
        .folder("runs/" + runId)
        .time(NOON, NOON.plusSeconds(90))
        .experimentText("name: weekly-forecast")
        .build();
  }
}
