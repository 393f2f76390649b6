package dev.assay.text.loss;

import java.util.List;

/**
 * What training minimises, of logits {@code z (n, k)} and truth {@code y}. Unknown labels take no
 * part: a loss is the mean over the labels that are known, or over the rows of known class.
 */
public sealed interface Loss {

  /**
   * Binary cross-entropy of each label.
   *
   * @param positiveWeights how much more a positive weighs than a negative, by label {@code (k)}
   * @param smoothing {@code s}: the targets are {@code y (1 - s) + s / 2}; in {@code [0, 1)}
   */
  record BinaryCrossEntropy(List<Double> positiveWeights, double smoothing) implements Loss {
    /** Copies and checks. */
    public BinaryCrossEntropy {
      positiveWeights = List.copyOf(positiveWeights);
      checkShare(smoothing);
    }
  }

  /**
   * Cross-entropy of one class a row.
   *
   * @param classWeights the weight of a row of each class {@code (k)}
   * @param smoothing the share of the target that is spread evenly over all classes; in {@code [0,
   *     1)}
   */
  record CrossEntropy(List<Double> classWeights, double smoothing) implements Loss {
    /** Copies and checks. */
    public CrossEntropy {
      classWeights = List.copyOf(classWeights);
      checkShare(smoothing);
    }
  }

  /**
   * Focal loss of each label (Lin et al., 2017): binary cross-entropy times {@code (1 - p)^gamma},
   * where {@code p} is the probability of the truth.
   *
   * @param gamma 0 for plain binary cross-entropy
   * @param positiveWeights how much more a positive weighs than a negative, by label {@code (k)}
   */
  record Focal(double gamma, List<Double> positiveWeights) implements Loss {
    /** Copies and checks. */
    public Focal {
      positiveWeights = List.copyOf(positiveWeights);
      checkNotNegative(gamma);
    }
  }

  /**
   * Asymmetric loss of each label (Ridnik et al., 2021): focal exponents of their own for positives
   * and negatives, and negatives of a probability below {@code margin} do not count.
   */
  record Asymmetric(double gammaPositive, double gammaNegative, double margin) implements Loss {
    /** Checks. */
    public Asymmetric {
      checkNotNegative(gammaPositive);
      checkNotNegative(gammaNegative);
      checkShare(margin);
    }
  }

  /**
   * Distribution-balanced loss (Wu et al., 2020): each cell is weighed by how rare its label is
   * among the labels that the row has, and negatives are tolerated: their logits are scaled by
   * {@code lambda}, their loss divided by it.
   *
   * @param shares the share of positives by label {@code (k)}, in {@code (0, 1)}
   * @param lambda the scale of negatives, at least 1; 2 in the paper for COCO
   * @param kappa how far logits are shifted by the log odds of the label: by {@code kappa / lambda}
   *     times them, as the authors' program does; 0.05 there
   * @param alpha the least weight of a cell; 0.1 in the paper
   * @param beta the steepness of the weights; 10 in the paper
   * @param mu where the weights are halfway; 0.2 in the paper for COCO
   */
  record DistributionBalanced(
      List<Double> shares, double lambda, double kappa, double alpha, double beta, double mu)
      implements Loss {
    /** Copies and checks. */
    public DistributionBalanced {
      shares = List.copyOf(shares);
      if (!(lambda >= 1)) {
        throw new IllegalArgumentException("lambda is " + lambda + ", below 1.");
      }
      if (shares.stream().anyMatch(share -> !(share > 0 && share < 1))) {
        throw new IllegalArgumentException("A label has only one side: " + shares);
      }
    }
  }

  private static void checkShare(double share) {
    if (!(share >= 0 && share < 1)) {
      throw new IllegalArgumentException(share + " is not in [0, 1).");
    }
  }

  private static void checkNotNegative(double value) {
    if (!(value >= 0)) {
      throw new IllegalArgumentException(value + " is negative.");
    }
  }
}
