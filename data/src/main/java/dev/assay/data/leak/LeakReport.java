package dev.assay.data.leak;

import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What of a set that judges is in training too.
 *
 * @param other the name of the set that judges
 * @param counts how many pairs of each kind; a pair counts under the first kind that it is of
 * @param listed the first pairs, at most {@link #LISTED}
 * @param commonRows how many rows of both sets have a content that too many share to identify any
 */
public record LeakReport(
    String other, Map<LeakKind, Long> counts, List<LeakPair> listed, int commonRows) {

  /** How many pairs are listed. */
  public static final int LISTED = 20;

  /** Copies the collections. */
  public LeakReport {
    Map<LeakKind, Long> ordered = new TreeMap<>(counts);
    counts = Collections.unmodifiableMap(ordered);
    listed = List.copyOf(listed);
  }

  /** How many pairs of a kind there are. */
  public long count(LeakKind kind) {
    return counts.getOrDefault(kind, 0L);
  }

  /** How many pairs there are. */
  public long count() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Whether there is any pair. */
  public boolean isLeaking() {
    return count() > 0;
  }

  /** The finding as one sentence. */
  public String inWords() {
    StringBuilder words = new StringBuilder();
    if (isLeaking()) {
      List<String> kinds = new ArrayList<>();
      counts.forEach((kind, count) -> kinds.add(count + " " + kind.words()));
      words.append(count()).append(" pairs of training and '").append(other).append("' leak: ");
      words.append(String.join(", ", kinds)).append('.');
    } else {
      words.append("No row of '").append(other).append("' is in training.");
    }
    if (commonRows > 0) {
      words.append(" ").append(commonRows).append(" rows have a content that more than ");
      words.append(NearDuplicates.COMMON_ABOVE).append(" rows share and are not compared.");
    }
    return words.toString();
  }

  /**
   * Ends the run where anything leaks.
   *
   * @throws InvalidInputException that lists the pairs
   */
  public void throwIfLeaking() {
    if (!isLeaking()) {
      return;
    }
    List<Problem> problems = new ArrayList<>();
    problems.add(
        new Problem(
            "training and '" + other + "'",
            inWords(),
            "Remove one row of each pair, or declare what the rows have in common (group, origin)"
                + " so that they stay together."));
    for (LeakPair pair : listed) {
      problems.add(new Problem("training and '" + other + "'", "leak of " + pair + ".", ""));
    }
    throw new InvalidInputException(problems);
  }
}
