package dev.assay.trees.heads;

import java.util.List;
import java.util.Optional;

/**
 * The logistic regression that makes one score of that of the base and that of the head of a row's
 * cluster (Wolpert: Stacked generalization, Neural Networks 1992):
 *
 * <pre>logit p = intercept + weight * logit(base) + weight_c * (logit(head_c) - centre_c)</pre>
 *
 * <p>The last term is there for rows of cluster {@code c} alone, and its centre is the mean of the
 * head's log-odds in its cluster: to be in a cluster does not by itself move a score.
 *
 * @param intercept the log-odds where all terms are 0
 * @param baseWeight what the base's log-odds are multiplied with
 * @param heads a term for each cluster that has a head, by rising number
 */
record Stack(double intercept, double baseWeight, List<HeadTerm> heads) {

  /**
   * The term of a head.
   *
   * @param cluster the number of its cluster
   * @param weight what the centred log-odds are multiplied with
   * @param centre the mean log-odds of the head in its cluster, out of fold
   */
  record HeadTerm(int cluster, double weight, double centre) {}

  Stack {
    heads = List.copyOf(heads);
    for (HeadTerm head : heads) {
      if (!Double.isFinite(head.weight()) || !Double.isFinite(head.centre())) {
        throw new IllegalArgumentException("A term of a head is not finite: " + head);
      }
    }
    if (!Double.isFinite(intercept) || !Double.isFinite(baseWeight)) {
      throw new IllegalArgumentException("A weight of the stack is not finite.");
    }
  }

  /** The term of a cluster's head, where it has one. */
  Optional<HeadTerm> head(int cluster) {
    return heads.stream().filter(term -> term.cluster() == cluster).findFirst();
  }

  /** The score of a row to which no head speaks. */
  double score(float base) {
    return Logit.probability(intercept + baseWeight * Logit.of(base));
  }

  /** The score of a row of the term's cluster. */
  double score(float base, HeadTerm term, float head) {
    return Logit.probability(
        intercept + baseWeight * Logit.of(base) + term.weight() * (Logit.of(head) - term.centre()));
  }
}
