package dev.assay.text.tfidf;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import dev.assay.core.model.ClassWeighting;
import dev.assay.core.model.Target;
import dev.assay.core.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/**
 * Fits a logistic regression for each label by liblinear's trust region Newton method in the primal
 * (Lin, Weng, Keerthi: Trust region Newton method for large-scale logistic regression, JMLR 2008),
 * which is deterministic; labels side by side, so that the number of threads changes nothing else.
 */
final class LabelFits {

  private static final double TOLERANCE = 1e-5;
  private static final int ITERATIONS = 1000;

  private final Feature[][] rows;
  private final int width;
  private final double inversePenalty;
  private final ClassWeighting weighting;

  /**
   * Fits on these rows.
   *
   * @param rows {@code (n, m)}
   * @param width {@code m}
   * @param inversePenalty how much the losses weigh beside half the squares of the weights; the
   *     intercept is not penalised
   */
  LabelFits(SparseRows rows, int width, double inversePenalty, ClassWeighting weighting) {
    this.rows = features(rows, width);
    this.width = width;
    this.inversePenalty = inversePenalty;
    this.weighting = weighting;
    Linear.disableDebugOutput();
  }

  /** What liblinear takes: places from 1 on, and at the last one that of the intercept. */
  private static Feature[][] features(SparseRows rows, int width) {
    Feature[][] features = new Feature[rows.size()][];
    Feature one = new FeatureNode(width + 1, 1.0);
    for (int row = 0; row < features.length; row++) {
      int from = rows.start(row);
      int size = rows.start(row + 1) - from;
      Feature[] of = new Feature[size + 1];
      for (int i = 0; i < size; i++) {
        of[i] = new FeatureNode(rows.place(from + i) + 1, rows.value(from + i));
      }
      of[size] = one;
      features[row] = of;
    }
    return features;
  }

  /** The weights of every target. */
  LabelWeights fit(List<Target> targets, int threads, Progress progress) {
    float[] intercepts = new float[targets.size()];
    float[] weights = new float[Math.multiplyExact(width, targets.size())];
    try (ForkJoinPool pool = new ForkJoinPool(threads)) {
      List<ForkJoinTask<double[]>> fits = new ArrayList<>();
      for (Target target : targets) {
        fits.add(pool.submit(() -> fit(target)));
      }
      for (int label = 0; label < fits.size(); label++) {
        double[] of = fits.get(label).join();
        intercepts[label] = (float) of[width];
        for (int place = 0; place < width; place++) {
          weights[place * targets.size() + label] = (float) of[place];
        }
        progress.report("training tfidf-logistic", label + 1, fits.size());
      }
    }
    return new LabelWeights(intercepts, weights);
  }

  /** The weights that tell class 1 of a target from class 0, the intercept last. */
  private double[] fit(Target target) {
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
    Model model = Linear.train(problem, parameter);
    // liblinear's weights speak for the label that it met first.
    double sign = model.getLabels()[0] == 1 ? 1 : -1;
    double[] weights = model.getFeatureWeights();
    for (int place = 0; place < weights.length; place++) {
      weights[place] = sign * weights[place] + 0.0;
    }
    return weights;
  }
}
