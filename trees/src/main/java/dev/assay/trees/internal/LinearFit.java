package dev.assay.trees.internal;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import dev.assay.core.model.ClassWeighting;
import dev.assay.core.model.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * Fits the weights of a logistic regression by liblinear's trust region Newton method in the
 * primal, which is deterministic (Lin, Weng, Keerthi: Trust region Newton method for large-scale
 * logistic regression, JMLR 2008).
 */
public final class LinearFit {

  /** Tight enough that scores agree with other solvers to five digits. */
  private static final double TOLERANCE = 1e-6;

  private static final int ITERATIONS = 1000;

  private final Feature[][] rows;
  private final int width;
  private final double inversePenalty;
  private final ClassWeighting weighting;

  /**
   * Fits on these rows.
   *
   * @param rows what liblinear takes: places from 1 on and, at place {@code width + 1}, the one
   *     that the intercept is multiplied with
   * @param width how many weights there are without the intercept
   * @param inversePenalty how much the losses weigh beside half the squares of the weights; the
   *     intercept is not penalised
   */
  public LinearFit(Feature[][] rows, int width, double inversePenalty, ClassWeighting weighting) {
    this.rows = rows;
    this.width = width;
    this.inversePenalty = inversePenalty;
    this.weighting = weighting;
    Linear.disableDebugOutput();
  }

  /** The weights that tell class 1 of a target from class 0. */
  public LinearWeights fit(Target target) {
    int[] known = target.knownRows();
    Problem problem = new Problem();
    problem.l = known.length;
    problem.n = width + 1;
    problem.bias = 1;
    problem.x = new Feature[known.length][];
    problem.y = new double[known.length];
    for (int i = 0; i < known.length; i++) {
      problem.x[i] = rows[known[i]];
      problem.y[i] = target.classOf(known[i]);
    }
    Parameter parameter = new Parameter(SolverType.L2R_LR, inversePenalty, ITERATIONS, TOLERANCE);
    parameter.setRegularizeBias(false);
    parameter.setWeights(weighting.weights(target.counts()), new int[] {0, 1});
    return weightsOf(Linear.train(problem, parameter));
  }

  private LinearWeights weightsOf(de.bwaldvogel.liblinear.Model model) {
    // liblinear's weights speak for the label that it met first.
    double sign = model.getLabels()[0] == 1 ? 1 : -1;
    double[] all = model.getFeatureWeights();
    List<Double> weights = new ArrayList<>(width);
    for (int place = 0; place < width; place++) {
      weights.add(sign * all[place] + 0.0);
    }
    return new LinearWeights(sign * all[width], weights);
  }
}
