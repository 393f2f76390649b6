package dev.assay.registry.bundle;

import dev.assay.core.bundle.BundleManifest;
import dev.assay.core.bundle.Input;
import dev.assay.core.bundle.InputKind;
import dev.assay.core.bundle.Provenance;
import dev.assay.core.calibration.Calibration;
import dev.assay.core.calibration.Calibrator;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.TaskKind;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.threshold.Argmax;
import dev.assay.core.threshold.DecisionRule;
import dev.assay.core.threshold.GroupThresholds;
import dev.assay.core.threshold.Thresholds;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code bundle.json} as {@link BundleWriter} wrote it. */
final class BundleReader {

  private final JsonNode root;

  private BundleReader(JsonNode root) {
    this.root = root;
  }

  /** A model as {@code bundle.json} names it: files by name to their hash. */
  record StoredArtefact(Map<String, String> files, StoredExposure exposure) {

    /** The hashes of all its objects. */
    Set<String> objects() {
      Set<String> objects = new HashSet<>(files.values());
      if (exposure instanceof StoredExposure.Known known) {
        objects.add(known.ids());
        objects.add(known.contents());
        StoredRows validation = known.validation();
        if (validation != null) {
          objects.add(validation.ids());
          objects.add(validation.contents());
        }
      }
      return objects;
    }
  }

  /** Rows as {@code bundle.json} names them, their sets by hash. */
  record StoredRows(String ids, String contents) {}

  /** An exposure as {@code bundle.json} names it, its sets by hash. */
  sealed interface StoredExposure {
    record Known(
        String ids,
        String contents,
        long rows,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable StoredRows validation)
        implements StoredExposure {}

    record Unknown(String reason) implements StoredExposure {}
  }

  /**
   * Reads a document.
   *
   * @throws InvalidInputException where it is of no bundle, or of a newer Assay's
   */
  static BundleReader read(String hash, byte[] document) {
    JsonNode root;
    try {
      root = JsonMapper.shared().readTree(document);
    } catch (JacksonException e) {
      throw new InvalidInputException(
          "registry", "the object " + hash + " is no bundle.", "Give the hash of a bundle.");
    }
    int format = root.path("format").asInt(0);
    if (format != BundleWriter.FORMAT) {
      throw new InvalidInputException(
          "registry",
          "the object %s is no bundle of format %d, but %s."
              .formatted(hash, BundleWriter.FORMAT, format == 0 ? "something else" : format),
          "Give the hash of a bundle, or use the Assay that wrote it.");
    }
    return new BundleReader(root);
  }

  StoredArtefact gated() {
    return artefact(root.required("model"));
  }

  @Nullable StoredArtefact refit() {
    JsonNode refit = root.get("refit");
    return refit == null ? null : artefact(refit);
  }

  BundleManifest manifest() {
    LabelSchema schema = schema();
    JsonNode trainer = root.required("trainer");
    String weights = text(root, "weights");
    return BundleManifest.builder()
        .schema(schema)
        .trainer(text(trainer, "name"), settings(trainer.required("settings")))
        .seed(trainer.required("seed").asLong())
        .inputs(inputs())
        .weightsHash(weights)
        .calibration(new Calibration(schema, weights, calibrators()))
        .decisionRule(decisionRule(schema))
        .optionalLabels(optionalLabels())
        .provenance(provenance(root.required("provenance")))
        .build();
  }

  private LabelSchema schema() {
    List<String> names = new ArrayList<>();
    JsonNode id2label = root.required("id2label");
    for (int label = 0; label < id2label.size(); label++) {
      names.add(text(id2label, Integer.toString(label)));
    }
    return new LabelSchema(TaskKind.valueOf(upper(text(root, "task"))), names);
  }

  private List<String> optionalLabels() {
    List<String> names = new ArrayList<>();
    root.path(BundleWriter.OPTIONAL_LABELS).forEach(name -> names.add(name.asString()));
    return names;
  }

  private DecisionRule decisionRule(LabelSchema schema) {
    JsonNode rule = root.required("decision_rule");
    String kind = text(rule, "kind");
    return switch (kind) {
      case "argmax" -> new Argmax(schema);
      case "thresholds" -> thresholds(schema, rule.required("thresholds"));
      case "group_thresholds" -> {
        SortedMap<String, Thresholds> byGroup = new TreeMap<>();
        rule.required("groups")
            .properties()
            .forEach(group -> byGroup.put(group.getKey(), thresholds(schema, group.getValue())));
        yield new GroupThresholds(thresholds(schema, rule.required("thresholds")), byGroup);
      }
      default -> throw new IllegalStateException("No kind of decision rule: '" + kind + "'.");
    };
  }

  private static Thresholds thresholds(LabelSchema schema, JsonNode cuts) {
    return new Thresholds(
        schema, schema.names().stream().map(name -> cuts.required(name).asDouble()).toList());
  }

  private List<Calibrator> calibrators() {
    List<Calibrator> calibrators = new ArrayList<>();
    root.required("calibration").forEach(node -> calibrators.add(calibrator(node)));
    return calibrators;
  }

  private static Calibrator calibrator(JsonNode node) {
    String kind = text(node, "kind");
    return switch (kind) {
      case "identity" -> new Calibrator.Identity();
      case "sigmoid" ->
          new Calibrator.Sigmoid(node.required("a").asDouble(), node.required("b").asDouble());
      case "isotonic" -> {
        List<Calibrator.Isotonic.Point> points = new ArrayList<>();
        JsonNode scores = node.required("scores");
        JsonNode probabilities = node.required("probabilities");
        for (int i = 0; i < scores.size(); i++) {
          points.add(
              new Calibrator.Isotonic.Point(
                  scores.required(i).asDouble(), probabilities.required(i).asDouble()));
        }
        yield new Calibrator.Isotonic(points);
      }
      default -> throw new IllegalStateException("No kind of calibrator: '" + kind + "'.");
    };
  }

  private static Map<String, Object> settings(JsonNode node) {
    Map<String, Object> settings = new LinkedHashMap<>();
    node.properties().forEach(entry -> settings.put(entry.getKey(), setting(entry.getValue())));
    return settings;
  }

  private static Object setting(JsonNode value) {
    if (value.isObject()) {
      return settings(value);
    }
    if (value.isArray()) {
      return value.values().stream().map(BundleReader::setting).toList();
    }
    if (value.isBoolean()) {
      return value.asBoolean();
    }
    if (value.isIntegralNumber()) {
      return value.asLong();
    }
    return value.isNumber() ? (Object) value.asDouble() : value.asString();
  }

  private List<Input> inputs() {
    List<Input> inputs = new ArrayList<>();
    root.required("inputs")
        .forEach(
            node ->
                inputs.add(
                    new Input(text(node, "name"), InputKind.valueOf(upper(text(node, "kind"))))));
    return inputs;
  }

  private static StoredArtefact artefact(JsonNode node) {
    Map<String, String> files = new LinkedHashMap<>();
    node.required("files")
        .properties()
        .forEach(file -> files.put(file.getKey(), text(file.getValue(), "sha256")));
    return new StoredArtefact(files, exposure(node.required("exposure")));
  }

  private static StoredExposure exposure(JsonNode node) {
    if (node.has("unknown")) {
      return new StoredExposure.Unknown(text(node, "unknown"));
    }
    StoredRows seen = rows(node);
    return new StoredExposure.Known(
        seen.ids(),
        seen.contents(),
        node.required("rows").asLong(),
        instant(node, "from"),
        instant(node, "to"),
        node.has(BundleWriter.VALIDATION) ? rows(node.required(BundleWriter.VALIDATION)) : null);
  }

  private static StoredRows rows(JsonNode node) {
    return new StoredRows(
        text(node.required("ids"), "sha256"), text(node.required("contents"), "sha256"));
  }

  private static @Nullable Instant instant(JsonNode node, String name) {
    return node.has(name) ? Instant.parse(text(node, name)) : null;
  }

  private static Provenance provenance(JsonNode node) {
    Map<String, String> versions = new LinkedHashMap<>();
    node.required("versions")
        .properties()
        .forEach(version -> versions.put(version.getKey(), version.getValue().asString()));
    List<Long> seeds = new ArrayList<>();
    node.required("seeds").forEach(seed -> seeds.add(seed.asLong()));
    return Provenance.builder()
        .experiment(text(node, "experiment"), text(node, "experiment_sha256"))
        .dataFingerprint(text(node, "data"))
        .codeFingerprint(text(node, "code"))
        .versions(versions)
        .machine(text(node, "machine"), node.required("threads").asInt())
        .seeds(seeds)
        .asOf(node.has("as_of") ? LocalDate.parse(text(node, "as_of")) : null)
        .build();
  }

  private static String text(JsonNode node, String name) {
    return node.required(name).asString();
  }

  private static String upper(String name) {
    return name.toUpperCase(Locale.ROOT);
  }
}
