package dev.assay.pipeline.reporting;

import dev.assay.core.comparison.Compared;
import dev.assay.core.metric.MetricValue;
import dev.assay.report.document.Cell;

/** The least effect that the support of a subject would show, as a cell. */
final class DetectableCell {

  private DetectableCell() {}

  static Cell of(Compared compared) {
    if (compared.support().events() == 0) {
      return new Cell.Missing("none would: no event");
    }
    return switch (compared.estimate().difference().detectable()) {
      case MetricValue.Undefined(String reason) -> new Cell.Missing("none would: " + reason);
      case MetricValue.Defined(double effect) when effect == 0 ->
          new Cell.Missing("not known: both sides decide alike");
      case MetricValue.Defined(double effect) -> Cell.number(effect);
    };
  }
}
