package dev.assay.core.comparison;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Candidate and champion on the same examples of one holdout, each at the thresholds that it would
 * be served with.
 *
 * @param holdout the holdout's name
 * @param basis the rows that it rests on
 * @param figures the answers, in the order of the questions
 * @param outputs what the candidate says of each of its labels
 * @param decisions how often both sides decide each shared label right; empty without a champion
 */
public record Comparison(
    String holdout,
    ComparisonBasis basis,
    List<Compared> figures,
    List<LabelOutput> outputs,
    List<PairedDecisions> decisions) {

  /** Copies the lists and refuses a question that is answered twice. */
  public Comparison {
    figures = List.copyOf(figures);
    outputs = List.copyOf(outputs);
    decisions = List.copyOf(decisions);
    Set<Question> answered = new HashSet<>();
    for (Compared figure : figures) {
      if (!answered.add(figure.question())) {
        throw new IllegalArgumentException("Answered twice: " + figure.question() + ".");
      }
    }
  }

  /** The answer to a question; empty where it was not asked. */
  public Optional<Compared> figure(Question question) {
    return figures.stream().filter(figure -> figure.question().equals(question)).findFirst();
  }
}
