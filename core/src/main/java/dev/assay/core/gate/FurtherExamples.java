package dev.assay.core.gate;

import dev.assay.core.evaluation.Support;

/** What would settle a piece of evidence that is inconclusive, if the figure stays what it is. */
public sealed interface FurtherExamples {

  /**
   * So many more examples like those that there are. The width of an interval falls with the root
   * of their number, so this is an estimate, and its figure will not stay: about half of the time
   * it takes more.
   *
   * @param rows further rows, at least 1
   * @param positives how many positives they are expected to have
   * @param events how many independent events
   */
  record Rows(long rows, long positives, long events) implements FurtherExamples {}

  /**
   * So many more subjects, such as groups, with enough support; more rows of those that there are
   * would not do.
   *
   * @param subjects how many, at least 1
   */
  record Subjects(long subjects) implements FurtherExamples {}

  /**
   * No number is known.
   *
   * @param reason why, in words that can stand in a report
   */
  record Unknown(String reason) implements FurtherExamples {
    /** Refuses a blank reason. */
    public Unknown {
      if (reason.isBlank()) {
        throw new IllegalArgumentException("What is unknown needs a reason.");
      }
    }
  }

  /** As many more rows as make a support so many times what it is, {@code factor >= 1}. */
  static FurtherExamples rows(Support support, double factor) {
    return new Rows(
        Math.max(1, further(support.rows(), factor)),
        further(support.positives(), factor),
        further(support.events(), factor));
  }

  /** As many more subjects as make so many times those that there are, {@code factor >= 1}. */
  static FurtherExamples subjects(long subjects, double factor) {
    return new Subjects(Math.max(1, further(subjects, factor)));
  }

  private static long further(long count, double factor) {
    double rounding = 1e-6;
    return (long) Math.ceil(count * (factor - 1) - rounding);
  }

  /** In words: {@code about 1200 further rows (36 positives) would settle it}. */
  default String words() {
    return switch (this) {
      case Rows(long rows, long positives, long events) ->
          "about %s (%s) would settle it"
              .formatted(Words.counted(rows, "further row"), Words.counted(positives, "positive"));
      case Subjects(long subjects) ->
          Words.counted(subjects, "further subject") + " with enough support would settle it";
      case Unknown(String reason) -> "no number of further examples: " + reason;
    };
  }
}
