package dev.assay.registry;

import dev.assay.core.ledger.ConfigurationDifference;
import dev.assay.core.ledger.EffectRange;
import dev.assay.core.ledger.ExpectedEffect;
import dev.assay.core.ledger.MeasuredEffect;
import dev.assay.core.metric.MetricValue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The lists of the ledger as they lie in its columns. */
final class LedgerJson {

  private static final JsonMapper JSON = JsonMapper.shared();

  private LedgerJson() {}

  /** A metric value: either of the two is there. */
  private record Value(@Nullable Double value, @Nullable String undefined) {

    static Value of(MetricValue metric) {
      return switch (metric) {
        case MetricValue.Defined defined -> new Value(defined.value(), null);
        case MetricValue.Undefined missing -> new Value(null, missing.reason());
      };
    }

    MetricValue metric() {
      return value != null ? MetricValue.of(value) : MetricValue.undefined(undefined + "");
    }
  }

  private record Effect(
      String metric, String holdout, Value baseline, Value change, @Nullable EffectRange interval) {

    static Effect of(MeasuredEffect effect) {
      return new Effect(
          effect.metric(),
          effect.holdout(),
          Value.of(effect.baseline()),
          Value.of(effect.change()),
          effect.interval());
    }

    MeasuredEffect measured() {
      return new MeasuredEffect(metric, holdout, baseline.metric(), change.metric(), interval);
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
