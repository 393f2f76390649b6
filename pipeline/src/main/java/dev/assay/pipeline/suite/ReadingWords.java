package dev.assay.pipeline.suite;

import dev.assay.core.suite.LabelReading;
import dev.assay.core.suite.VectorOutcome;
import dev.assay.report.document.Cell;
import java.util.List;
import java.util.stream.Collectors;

/** What a model says of a vector, in words: {@code spam 0.812 ≥ 0.500}. */
final class ReadingWords {

  /** Of a vector that is about every label, only so many are written out. */
  private static final int LABELS = 6;

  private ReadingWords() {}

  /** The readings of all inputs, in their order; why there are none where it was not judged. */
  static String of(VectorOutcome outcome) {
    return outcome.isJudged()
        ? outcome.readings().stream().map(ReadingWords::of).collect(Collectors.joining(" | "))
        : outcome.reason();
  }

  /** What was detected of many labels, since what was not is no news; all of few. */
  private static String of(List<LabelReading> readings) {
    if (readings.size() <= LABELS) {
      return readings.stream().map(ReadingWords::of).collect(Collectors.joining(", "));
    }
    List<LabelReading> detected = readings.stream().filter(LabelReading::isDetected).toList();
    return detected.isEmpty()
        ? "none of " + readings.size() + " labels"
        : detected.stream().limit(LABELS).map(ReadingWords::of).collect(Collectors.joining(", "));
  }

  private static String of(LabelReading reading) {
    String score = reading.label() + " " + Cell.number(reading.score()).shown();
    if (reading.cut().isEmpty()) {
      return score + (reading.isDetected() ? ", the highest" : ", not the highest");
    }
    String relation = reading.isDetected() ? " ≥ " : " < ";
    return score + relation + Cell.number(reading.cut().getAsDouble()).shown();
  }
}
