package dev.assay.registry;

import dev.assay.core.metric.MetricValue;
import org.jspecify.annotations.Nullable;

/**
 * A metric's value as it lies in a column: either of the two is there.
 *
 * @param value the value
 * @param undefined why there is none
 */
record MetricJson(@Nullable Double value, @Nullable String undefined) {

  static MetricJson of(MetricValue metric) {
    return switch (metric) {
      case MetricValue.Defined defined -> new MetricJson(defined.value(), null);
      case MetricValue.Undefined missing -> new MetricJson(null, missing.reason());
    };
  }

  MetricValue metric() {
    return value != null ? MetricValue.of(value) : MetricValue.undefined(undefined + "");
  }
}
