package dev.assay.core.bundle;

import dev.assay.core.calibration.Calibration;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.threshold.DecisionRule;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a bundle says of its model: how it was trained, what goes in, what comes out, and how scores
 * become decisions.
 *
 * @param schema the labels of the scores, in column order
 * @param trainer the name of the trainer
 * @param settings the trainer's settings with every default, by name in order; each a {@link Long},
 *     {@link Double}, {@link Boolean} or {@link String}, or a map or list of these
 * @param seed the seed that it was trained with
 * @param inputs the features that it takes, in order
 * @param weightsHash the hash of the files of the gated model
 * @param calibration how scores become probabilities, bound to the gated model
 * @param decisionRule how calibrated scores become decisions
 * @param optionalLabels labels that whoever asks for a decision may leave out, in column order
 * @param provenance where it comes from
 */
public record BundleManifest(
    LabelSchema schema,
    String trainer,
    Map<String, Object> settings,
    long seed,
    List<Input> inputs,
    String weightsHash,
    Calibration calibration,
    DecisionRule decisionRule,
    List<String> optionalLabels,
    Provenance provenance) {

  /** Checks that the parts fit each other, and copies lists and maps. */
  public BundleManifest {
    if (trainer.isBlank()) {
      throw new IllegalArgumentException("A bundle names its trainer.");
    }
    settings = copyOfSettings(settings);
    inputs = List.copyOf(inputs);
    if (!weightsHash.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("No hash of weights: '" + weightsHash + "'.");
    }
    if (!calibration.weightsHash().equals(weightsHash) || !calibration.schema().equals(schema)) {
      throw new IllegalArgumentException(
          "The calibration is of the weights %s with %s, the model is %s with %s."
              .formatted(calibration.weightsHash(), calibration.schema(), weightsHash, schema));
    }
    optionalLabels = schema.names().stream().filter(optionalLabels::contains).toList();
    if (!decisionRule.schema().equals(schema)) {
      throw new IllegalArgumentException(
          "The decision rule is for %s, the model for %s."
              .formatted(decisionRule.schema(), schema));
    }
  }

  private static Map<String, Object> copyOfSettings(Map<?, ?> settings) {
    LinkedHashMap<String, Object> copy = new LinkedHashMap<>();
    settings.forEach(
        (name, value) ->
            copy.put(String.valueOf(name), copyOfSetting(String.valueOf(name), value)));
    return Collections.unmodifiableSequencedMap(copy);
  }

  private static Object copyOfSetting(String name, Object value) {
    return switch (value) {
      case Long number -> number;
      case Double number -> number;
      case Boolean flag -> flag;
      case String text -> text;
      case Map<?, ?> map -> copyOfSettings(map);
      case List<?> list -> list.stream().map(item -> copyOfSetting(name, item)).toList();
      default ->
          throw new IllegalArgumentException(
              "The setting " + name + " is a " + value.getClass().getSimpleName() + ".");
    };
  }

  /**
   * Starts a manifest; every value must be given but settings, inputs and optional labels, which
   * may be empty.
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects the values of a {@link BundleManifest}. */
  public static final class Builder {

    private @Nullable LabelSchema schema;
    private @Nullable String trainer;
    private Map<String, Object> settings = Map.of();
    private @Nullable Long seed;
    private List<Input> inputs = List.of();
    private @Nullable String weightsHash;
    private @Nullable Calibration calibration;
    private @Nullable DecisionRule decisionRule;
    private List<String> optionalLabels = List.of();
    private @Nullable Provenance provenance;

    private Builder() {}

    /** Sets the labels of the scores. */
    public Builder schema(LabelSchema labels) {
      this.schema = labels;
      return this;
    }

    /** Sets the name of the trainer and its settings. */
    public Builder trainer(String name, Map<String, Object> itsSettings) {
      this.trainer = name;
      this.settings = itsSettings;
      return this;
    }

    /** Sets the seed. */
    public Builder seed(long value) {
      this.seed = value;
      return this;
    }

    /** Sets the features that the model takes. */
    public Builder inputs(List<Input> inOrder) {
      this.inputs = inOrder;
      return this;
    }

    /** Sets the hash of the files of the gated model. */
    public Builder weightsHash(String hash) {
      this.weightsHash = hash;
      return this;
    }

    /** Sets how scores become probabilities. */
    public Builder calibration(Calibration ofTheModel) {
      this.calibration = ofTheModel;
      return this;
    }

    /** Sets how calibrated scores become decisions. */
    public Builder decisionRule(DecisionRule rule) {
      this.decisionRule = rule;
      return this;
    }

    /** Sets the labels that whoever asks for a decision may leave out. */
    public Builder optionalLabels(List<String> names) {
      this.optionalLabels = names;
      return this;
    }

    /** Sets where the bundle comes from. */
    public Builder provenance(Provenance origin) {
      this.provenance = origin;
      return this;
    }

    /**
     * The manifest.
     *
     * @throws NullPointerException naming a value that was not given
     */
    public BundleManifest build() {
      return new BundleManifest(
          Objects.requireNonNull(schema, "schema"),
          Objects.requireNonNull(trainer, "trainer"),
          settings,
          Objects.requireNonNull(seed, "seed"),
          inputs,
          Objects.requireNonNull(weightsHash, "weightsHash"),
          Objects.requireNonNull(calibration, "calibration"),
          Objects.requireNonNull(decisionRule, "decisionRule"),
          optionalLabels,
          Objects.requireNonNull(provenance, "provenance"));
    }
  }
}
