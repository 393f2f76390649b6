package dev.assay.core.comparison;

import dev.assay.core.label.Labels;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.problem.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Brings the champion's rows into the candidate's order, if both are of the same examples. */
final class Alignment {

  private static final int SHOWN = 5;

  private final String holdout;
  private final Problems problems = new Problems();

  private Alignment(String holdout) {
    this.holdout = holdout;
  }

  /**
   * The champion's predictions in the candidate's order.
   *
   * @throws dev.assay.core.problem.InvalidInputException where an id is missing on a side or stands
   *     twice, or where the truth of a shared label differs
   */
  static Predictions align(
      String holdout, Predictions champion, Predictions candidate, List<String> sharedLabels) {
    Alignment alignment = new Alignment(holdout);
    Predictions aligned = alignment.inOrder(champion, candidate);
    alignment.checkTruth(aligned, candidate, sharedLabels);
    alignment.problems.throwIfAny();
    return aligned;
  }

  private Predictions inOrder(Predictions champion, Predictions candidate) {
    List<String> wanted = candidate.attributes().ids();
    Map<String, Integer> rowOf = rows("candidate", wanted);
    Map<String, Integer> championRow = rows("champion", champion.attributes().ids());
    report("the candidate", "the champion", wanted, championRow);
    report("the champion", "the candidate", champion.attributes().ids(), rowOf);
    problems.throwIfAny();
    if (wanted.equals(champion.attributes().ids())) {
      return champion;
    }
    return champion.select(wanted.stream().mapToInt(championRow::get).toArray());
  }

  private Map<String, Integer> rows(String side, List<String> ids) {
    Map<String, Integer> rows = new HashMap<>();
    for (int row = 0; row < ids.size(); row++) {
      if (rows.put(ids.get(row), row) != null) {
        problems.add(
            "holdout " + holdout,
            "the id '" + ids.get(row) + "' stands twice in the " + side + "'s predictions.",
            "Score every example once.");
      }
    }
    return rows;
  }

  private void report(String has, String lacks, List<String> ids, Map<String, Integer> others) {
    List<String> missing = ids.stream().filter(id -> !others.containsKey(id)).toList();
    if (!missing.isEmpty()) {
      problems.add(
          "holdout " + holdout,
          "%s has %d examples that %s lacks: %s."
              .formatted(has, missing.size(), lacks, shown(missing)),
          "Score both on the same examples.");
    }
  }

  private void checkTruth(Predictions champion, Predictions candidate, List<String> labels) {
    for (String label : labels) {
      Labels theirs = champion.truth();
      Labels ours = candidate.truth();
      int their = theirs.schema().indexOf(label);
      int our = ours.schema().indexOf(label);
      List<String> differing =
          IntStream.range(0, ours.size())
              .filter(row -> theirs.state(row, their) != ours.state(row, our))
              .mapToObj(candidate.attributes()::id)
              .toList();
      if (!differing.isEmpty()) {
        problems.add(
            "holdout " + holdout,
            "the truth of '%s' differs between the sides in %d examples: %s."
                .formatted(label, differing.size(), shown(differing)),
            "Judge both by the same truth.");
      }
    }
  }

  private static String shown(List<String> ids) {
    String first = String.join(", ", ids.subList(0, Math.min(SHOWN, ids.size())));
    return ids.size() > SHOWN ? first + ", ..." : first;
  }
}
