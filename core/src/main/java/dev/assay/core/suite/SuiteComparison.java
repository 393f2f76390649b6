package dev.assay.core.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Candidate and champion on the same suite, each at its own thresholds.
 *
 * @param candidate the candidate's outcome on all vectors
 * @param champion the champion's, on the same vectors in the same order
 * @param seenByChampion the ids of vectors whose content the champion was trained on: they judge
 *     the candidate, and are not held against the champion
 */
public record SuiteComparison(
    SuiteOutcome candidate, SuiteOutcome champion, Set<String> seenByChampion) {

  /** Copies the set and refuses outcomes on different vectors. */
  public SuiteComparison {
    seenByChampion = Set.copyOf(seenByChampion);
    List<String> ids = ids(candidate);
    if (!candidate.suite().equals(champion.suite()) || !ids.equals(ids(champion))) {
      throw new IllegalArgumentException(
          "'%s' and '%s' are not of the same vectors."
              .formatted(candidate.suite(), champion.suite()));
    }
  }

  private static List<String> ids(SuiteOutcome outcome) {
    return outcome.outcomes().stream().map(one -> one.vector().id()).toList();
  }

  /**
   * A vector on which the two differ.
   *
   * @param champion how the champion comes off
   * @param candidate how the candidate does
   */
  public record Turned(VectorOutcome champion, VectorOutcome candidate) {

    /** The vector. */
    public Vector vector() {
      return candidate.vector();
    }
  }

  /** The suite's name. */
  public String suite() {
    return candidate.suite();
  }

  /** The champion's outcome on the vectors that it was not trained on: what may be compared. */
  public SuiteOutcome comparedChampion() {
    return champion.without(seenByChampion);
  }

  /** What the champion fails and the candidate passes, known failures among them. */
  public List<Turned> fixed() {
    return turned(turned -> !turned.champion().isMet() && turned.candidate().isMet());
  }

  /** What the champion passes and the candidate fails, known failures among them. */
  public List<Turned> broken() {
    return turned(turned -> turned.champion().isMet() && !turned.candidate().isMet());
  }

  /** What the champion passes and the candidate is not judged on, since it lacks a label. */
  public List<Turned> unanswered() {
    return compared(turned -> turned.champion().isMet() && !turned.candidate().isJudged());
  }

  /** What of the fixed ones was known to fail. */
  public List<Turned> closedGaps() {
    return fixed().stream()
        .filter(turned -> turned.vector().expectation().kind().isKnown())
        .toList();
  }

  private List<Turned> turned(Predicate<Turned> how) {
    return compared(
        how.and(turned -> turned.champion().isJudged() && turned.candidate().isJudged()));
  }

  private List<Turned> compared(Predicate<Turned> how) {
    List<Turned> found = new ArrayList<>();
    for (int i = 0; i < candidate.outcomes().size(); i++) {
      Turned pair = new Turned(champion.outcomes().get(i), candidate.outcomes().get(i));
      if (!seenByChampion.contains(pair.vector().id()) && how.test(pair)) {
        found.add(pair);
      }
    }
    return List.copyOf(found);
  }
}
