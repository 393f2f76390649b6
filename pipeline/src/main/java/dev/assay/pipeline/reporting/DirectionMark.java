package dev.assay.pipeline.reporting;

import dev.assay.core.metric.Measure;
import dev.assay.core.metric.Metric;
import dev.assay.core.statistics.IntervalValue;
import dev.assay.report.document.Cell;
import dev.assay.report.document.Tone;

/** Whether a difference is told apart from none, and which way it goes, as a word with a tone. */
final class DirectionMark {

  private DirectionMark() {}

  static Cell of(Metric metric, IntervalValue interval) {
    return switch (interval) {
      case IntervalValue.Undefined(String reason) -> new Cell.Missing("");
      case IntervalValue.Defined(var range) -> {
        if (range.low() <= 0 && range.high() >= 0) {
          yield new Cell.Mark("not told apart", Tone.NEUTRAL);
        }
        if (metric.measure().sense() == Measure.Sense.NEITHER) {
          yield new Cell.Mark(range.low() > 0 ? "higher" : "lower", Tone.NEUTRAL);
        }
        boolean better = (range.low() > 0) == metric.higherIsBetter();
        yield better ? new Cell.Mark("better", Tone.GOOD) : new Cell.Mark("worse", Tone.BAD);
      }
    };
  }
}
