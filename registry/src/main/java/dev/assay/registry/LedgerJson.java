package dev.assay.registry;

import dev.assay.core.ledger.ConfigurationDifference;
import dev.assay.core.ledger.EffectRange;
import dev.assay.core.ledger.ExpectedEffect;
import dev.assay.core.ledger.MeasuredEffect;
import dev.assay.core.noise.SeedNoise;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The lists of the ledger as they lie in its columns. */
final class LedgerJson {

  private static final JsonMapper JSON = JsonMapper.shared();

  private LedgerJson() {}

  private record Effect(
      String metric,
      String holdout,
      MetricJson baseline,
      MetricJson change,
      @Nullable EffectRange interval,
      @Nullable SeedNoise noise) {

    static Effect of(MeasuredEffect effect) {
      return new Effect(
          effect.metric(),
          effect.holdout(),
          MetricJson.of(effect.baseline()),
          MetricJson.of(effect.change()),
          effect.interval(),
          effect.noise());
    }

    MeasuredEffect measured() {
      return new MeasuredEffect(
          metric, holdout, baseline.metric(), change.metric(), interval, noise);
    }
  }

  static String ofExpected(List<ExpectedEffect> expected) {
    return JSON.writeValueAsString(expected);
  }

  static List<ExpectedEffect> expected(String json) {
    return JSON.readValue(json, new TypeReference<List<ExpectedEffect>>() {});
  }

  static String ofMeasured(List<MeasuredEffect> measured) {
    return JSON.writeValueAsString(measured.stream().map(Effect::of).toList());
  }

  static List<MeasuredEffect> measured(String json) {
    return JSON.readValue(json, new TypeReference<List<Effect>>() {}).stream()
        .map(Effect::measured)
        .toList();
  }

  static String ofDifference(ConfigurationDifference difference) {
    return JSON.writeValueAsString(difference.changes());
  }

  static ConfigurationDifference difference(String json) {
    return new ConfigurationDifference(
        JSON.readValue(json, new TypeReference<List<ConfigurationDifference.Change>>() {}));
  }

  static String ofSentences(List<String> sentences) {
    return JSON.writeValueAsString(sentences);
  }

  static List<String> sentences(String json) {
    return JSON.readValue(json, new TypeReference<List<String>>() {});
  }
}
