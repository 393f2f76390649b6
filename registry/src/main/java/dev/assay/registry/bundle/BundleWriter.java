package dev.assay.registry.bundle;

import dev.assay.core.bundle.Artefact;
import dev.assay.core.bundle.Bundle;
import dev.assay.core.bundle.BundleManifest;
import dev.assay.core.bundle.HashSet64;
import dev.assay.core.bundle.Input;
import dev.assay.core.bundle.Provenance;
import dev.assay.core.bundle.TrainingExposure;
import dev.assay.core.calibration.Calibrator;
import dev.assay.core.fingerprint.Sha256;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.TaskKind;
import dev.assay.core.threshold.Argmax;
import dev.assay.core.threshold.DecisionRule;
import dev.assay.core.threshold.GroupThresholds;
import dev.assay.core.threshold.Thresholds;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes {@code bundle.json}: the same bytes for the same bundle, always. Keys stand in one order,
 * lines end with a line feed. {@code id2label}, {@code label2id} and {@code problem_type} are those
 * of Hugging Face's {@code config.json}.
 */
final class BundleWriter {

  /** The version of the layout. */
  static final int FORMAT = 1;

  /** The key of the labels that may be left out; it stands where there are some. */
  static final String OPTIONAL_LABELS = "optional_labels";

  /** The key of the rows that were only validated on; it stands where there are some. */
  static final String VALIDATION = "validation";

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

  private BundleWriter() {}

  static byte[] write(Bundle bundle) {
    BundleManifest manifest = bundle.manifest();
    ObjectNode root = object();
    root.put("format", FORMAT);
    putLabels(root, manifest.schema());
    root.set("decision_rule", decisionRule(manifest.decisionRule()));
    if (!manifest.optionalLabels().isEmpty()) {
      ArrayNode optional = root.putArray(OPTIONAL_LABELS);
      manifest.optionalLabels().forEach(optional::add);
    }
    root.set("calibration", calibrators(manifest));
    root.set("trainer", trainer(manifest));
    root.set("inputs", inputs(manifest));
    root.put("weights", manifest.weightsHash());
    root.set("model", artefact(bundle.gated()));
    Artefact refit = bundle.refit();
    if (refit != null) {
      root.set("refit", artefact(refit));
    }
    root.set("provenance", provenance(manifest.provenance()));
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT);
    return JSON.writer().with(printer).writeValueAsBytes(root);
  }

  private static void putLabels(ObjectNode root, LabelSchema schema) {
    root.put("task", lower(schema.kind()));
    root.put(
        "problem_type",
        schema.kind() == TaskKind.MULTICLASS
            ? "single_label_classification"
            : "multi_label_classification");
    ObjectNode id2label = root.putObject("id2label");
    ObjectNode label2id = root.putObject("label2id");
    for (int label = 0; label < schema.size(); label++) {
      id2label.put(Integer.toString(label), schema.names().get(label));
      label2id.put(schema.names().get(label), label);
    }
  }

  private static ObjectNode decisionRule(DecisionRule rule) {
    ObjectNode node = object();
    switch (rule) {
      case Argmax argmax -> node.put("kind", "argmax");
      case Thresholds thresholds -> {
        node.put("kind", "thresholds");
        node.set("thresholds", cuts(thresholds));
      }
      case GroupThresholds thresholds -> {
        node.put("kind", "group_thresholds");
        node.set("thresholds", cuts(thresholds.pooled()));
        ObjectNode groups = node.putObject("groups");
        thresholds.byGroup().forEach((group, cuts) -> groups.set(group, cuts(cuts)));
      }
    }
    return node;
  }

  private static ObjectNode cuts(Thresholds thresholds) {
    ObjectNode cuts = object();
    for (int label = 0; label < thresholds.schema().size(); label++) {
      cuts.put(thresholds.schema().names().get(label), thresholds.cut(label));
    }
    return cuts;
  }

  private static ArrayNode calibrators(BundleManifest manifest) {
    ArrayNode nodes = JsonNodeFactory.instance.arrayNode();
    manifest.calibration().calibrators().forEach(each -> nodes.add(calibrator(each)));
    return nodes;
  }

  private static ObjectNode calibrator(Calibrator calibrator) {
    ObjectNode node = object();
    switch (calibrator) {
      case Calibrator.Identity identity -> node.put("kind", "identity");
      case Calibrator.Sigmoid sigmoid ->
          node.put("kind", "sigmoid").put("a", sigmoid.a()).put("b", sigmoid.b());
      case Calibrator.Isotonic isotonic -> {
        node.put("kind", "isotonic");
        ArrayNode scores = node.putArray("scores");
        ArrayNode probabilities = node.putArray("probabilities");
        isotonic
            .points()
            .forEach(
                point -> {
                  scores.add(point.score());
                  probabilities.add(point.probability());
                });
      }
    }
    return node;
  }

  private static ObjectNode trainer(BundleManifest manifest) {
    ObjectNode node = object();
    node.put("name", manifest.trainer());
    node.put("seed", manifest.seed());
    ObjectNode settings = node.putObject("settings");
    manifest.settings().forEach((name, value) -> settings.set(name, JSON.valueToTree(value)));
    return node;
  }

  private static ArrayNode inputs(BundleManifest manifest) {
    ArrayNode nodes = JsonNodeFactory.instance.arrayNode();
    for (Input input : manifest.inputs()) {
      nodes.addObject().put("name", input.name()).put("kind", lower(input.kind()));
    }
    return nodes;
  }

  private static ObjectNode artefact(Artefact artefact) {
    ObjectNode node = object();
    ObjectNode files = node.putObject("files");
    for (String name : artefact.files().names()) {
      byte[] content = artefact.files().content(name);
      files.putObject(name).put("sha256", Sha256.of(content)).put("bytes", content.length);
    }
    node.set("exposure", exposure(artefact.exposure()));
    return node;
  }

  private static ObjectNode exposure(TrainingExposure exposure) {
    ObjectNode node = object();
    switch (exposure) {
      case TrainingExposure.Unknown unknown -> node.put("unknown", unknown.reason());
      case TrainingExposure.Known known -> {
        node.put("rows", known.rows());
        Instant from = known.from();
        Instant to = known.to();
        if (from != null && to != null) {
          node.put("from", from.toString()).put("to", to.toString());
        }
        node.set("ids", hashes(known.ids()));
        node.set("contents", hashes(known.contents()));
        if (!known.validation().isEmpty()) {
          ObjectNode validation = node.putObject(VALIDATION);
          validation.set("ids", hashes(known.validation().ids()));
          validation.set("contents", hashes(known.validation().contents()));
        }
      }
    }
    return node;
  }

  private static ObjectNode hashes(HashSet64 set) {
    return object().put("sha256", set.hash()).put("count", set.size());
  }

  private static ObjectNode provenance(Provenance provenance) {
    ObjectNode node = object();
    node.put("experiment", provenance.experiment());
    node.put("experiment_sha256", provenance.experimentHash());
    node.put("data", provenance.dataFingerprint());
    node.put("code", provenance.codeFingerprint());
    ObjectNode versions = node.putObject("versions");
    for (Map.Entry<String, String> version : provenance.versions().entrySet()) {
      versions.put(version.getKey(), version.getValue());
    }
    node.put("machine", provenance.machine());
    node.put("threads", provenance.threads());
    ArrayNode seeds = node.putArray("seeds");
    provenance.seeds().forEach(seeds::add);
    LocalDate asOf = provenance.asOf();
    if (asOf != null) {
      node.put("as_of", asOf.toString());
    }
    return node;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
