package dev.assay.trees.heads;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import dev.assay.core.label.Labels;
import dev.assay.core.model.ClassWeighting;
import dev.assay.core.model.Target;
import dev.assay.trees.internal.LinearFit;
import dev.assay.trees.internal.LinearWeights;
import java.util.ArrayList;
import java.util.List;

/**
 * Fits the stack of one label on scores that were made out of fold. With in-sample scores it would
 * learn to trust whichever model remembers its training rows best.
 */
final class StackFit {

  private final LabelScores scores;
  private final List<Integer> clusters;
  private final double[] centres;
  private final double inversePenalty;
  private final Feature[][] rows;

  /**
   * Fits on these scores.
   *
   * @param clusters the clusters whose heads have a say, by rising number; none for a stack of the
   *     base alone
   */
  StackFit(LabelScores scores, List<Integer> clusters, double inversePenalty) {
    this.scores = scores;
    this.clusters = List.copyOf(clusters);
    this.centres = clusters.stream().mapToDouble(scores::centre).toArray();
    this.inversePenalty = inversePenalty;
    this.rows = rows();
  }

  private Feature[][] rows() {
    int width = 1 + clusters.size();
    Feature one = new FeatureNode(width + 1, 1);
    Feature[][] all = new Feature[scores.size()][];
    for (int row = 0; row < all.length; row++) {
      Feature base = new FeatureNode(1, Logit.of(scores.base(row)));
      int term = scores.hasHead(row) ? clusters.indexOf(scores.cluster(row)) : -1;
      all[row] =
          term < 0
              ? new Feature[] {base, one}
              : new Feature[] {base, new FeatureNode(2 + term, centred(row, term)), one};
    }
    return all;
  }

  private double centred(int row, int term) {
    return Logit.of(scores.head(row)) - centres[term];
  }

  /**
   * The stack of the rows whose label is known.
   *
   * @param truth the labels of a schema of one label
   */
  Stack fit(Labels truth) {
    LinearFit fit = new LinearFit(rows, 1 + clusters.size(), inversePenalty, ClassWeighting.NONE);
    LinearWeights weights = fit.fit(new Target.OneLabel(truth, 0));
    List<Stack.HeadTerm> heads = new ArrayList<>();
    for (int term = 0; term < centres.length; term++) {
      heads.add(
          new Stack.HeadTerm(clusters.get(term), weights.weights().get(1 + term), centres[term]));
    }
    return new Stack(weights.intercept(), weights.weights().getFirst(), heads);
  }
}
