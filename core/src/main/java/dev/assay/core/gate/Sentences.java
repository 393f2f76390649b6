package dev.assay.core.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Says in one sentence what many pieces of evidence come to. */
final class Sentences {

  private Sentences() {}

  /**
   * The sentence of a check on several subjects.
   *
   * @param asked what the gate asks for
   * @param shown the judged figure of a piece of evidence, e.g. {@code 0.790}
   */
  static String ofMany(
      String asked, List<Evidence> evidence, Function<Evidence, String> shown, Outcome outcome) {
    List<Evidence> passing = with(Standing.PASS, evidence);
    List<Evidence> failing = with(Standing.FAIL, evidence);
    List<Evidence> open = with(Standing.INCONCLUSIVE, evidence);
    List<Evidence> scarce = with(Standing.TOO_LITTLE_SUPPORT, evidence);
    List<String> parts = new ArrayList<>();
    int judged = passing.size() + failing.size() + open.size();
    parts.add(judged == 0 ? "undecidable" : passing.size() + " of " + judged + " pass");
    add(parts, "failing: ", failing, row -> name(row, evidence) + " " + shown.apply(row));
    add(
        parts,
        "inconclusive: ",
        open,
        row -> name(row, evidence) + " " + shown.apply(row) + shortly(row.prospect().settledBy()));
    add(
        parts,
        "too little support: ",
        scarce,
        row -> name(row, evidence) + " (" + row.note().split(";", 2)[0] + ")");
    add(parts, "new: ", with(Standing.WITHOUT_CHAMPION, evidence), row -> name(row, evidence));
    return asked + ": " + String.join("; ", parts) + ": " + Words.lower(outcome);
  }

  /** What would settle it, where a number is known: {@code (1200 further rows)}. */
  private static String shortly(FurtherExamples settledBy) {
    return switch (settledBy) {
      case FurtherExamples.Rows rows -> " (" + Words.counted(rows.rows(), "further row") + ")";
      case FurtherExamples.Subjects subjects ->
          " (" + Words.counted(subjects.subjects(), "further subject") + ")";
      case FurtherExamples.Unknown unknown -> "";
    };
  }

  private static void add(
      List<String> parts, String lead, List<Evidence> rows, Function<Evidence, String> words) {
    if (!rows.isEmpty()) {
      parts.add(lead + Words.named(rows.stream().map(words).toList()));
    }
  }

  /** The subject, with its holdout where there are several. */
  private static String name(Evidence row, List<Evidence> all) {
    boolean several = all.stream().map(e -> e.place().holdout()).distinct().count() > 1;
    String subject = row.place().subject().toString();
    return several ? subject + " on " + row.place().holdout() : subject;
  }

  private static List<Evidence> with(Standing standing, List<Evidence> evidence) {
    return evidence.stream().filter(row -> row.standing() == standing).toList();
  }
}
