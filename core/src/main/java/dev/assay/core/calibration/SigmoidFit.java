package dev.assay.core.calibration;

/**
 * Fits a sigmoid by maximum likelihood with Platt's smoothed targets, {@code (p + 1) / (p + 2)} for
 * the {@code p} positives and {@code 1 / (q + 2)} for the {@code q} negatives, by Newton's method
 * with backtracking (Lin, Lin and Weng, A note on Platt's probabilistic outputs, 2007).
 */
final class SigmoidFit {

  private static final int MOST_STEPS = 100;
  private static final double LEAST_STEP = 1e-10;
  private static final double RIDGE = 1e-12;
  private static final double GRADIENT_TOLERANCE = 1e-9;

  private final double[] logOdds;
  private final double[] targets;
  private double a;
  private double b;

  private SigmoidFit(KnownScores known) {
    int n = known.size();
    double positives = known.positives();
    double negatives = n - positives;
    logOdds = new double[n];
    targets = new double[n];
    for (int i = 0; i < n; i++) {
      logOdds[i] = Calibrator.Sigmoid.logOdds(known.score(i));
      targets[i] = known.isPositive(i) ? (positives + 1) / (positives + 2) : 1 / (negatives + 2);
    }
    b = Math.log((negatives + 1) / (positives + 1));
  }

  /** The sigmoid; where the best one would fall, the best level one instead. */
  static Calibrator.Sigmoid fit(KnownScores known) {
    SigmoidFit fit = new SigmoidFit(known);
    double level = fit.b;
    fit.descend();
    return fit.a <= 0 ? new Calibrator.Sigmoid(fit.a, fit.b) : new Calibrator.Sigmoid(0, level);
  }

  private void descend() {
    double loss = loss(a, b);
    for (int step = 0; step < MOST_STEPS; step++) {
      double gradientA = 0;
      double gradientB = 0;
      double hessianAa = RIDGE;
      double hessianBb = RIDGE;
      double hessianAb = 0;
      for (int i = 0; i < logOdds.length; i++) {
        double p = 1 / (1 + Math.exp(a * logOdds[i] + b));
        double miss = targets[i] - p;
        double spread = p * (1 - p);
        gradientA += logOdds[i] * miss;
        gradientB += miss;
        hessianAa += logOdds[i] * logOdds[i] * spread;
        hessianAb += logOdds[i] * spread;
        hessianBb += spread;
      }
      if (Math.abs(gradientA) < GRADIENT_TOLERANCE * logOdds.length
          && Math.abs(gradientB) < GRADIENT_TOLERANCE * logOdds.length) {
        return;
      }
      double determinant = hessianAa * hessianBb - hessianAb * hessianAb;
      double stepA = -(hessianBb * gradientA - hessianAb * gradientB) / determinant;
      double stepB = -(hessianAa * gradientB - hessianAb * gradientA) / determinant;
      double slope = gradientA * stepA + gradientB * stepB;
      double next = backtrack(loss, stepA, stepB, slope);
      if (Double.isNaN(next)) {
        return;
      }
      loss = next;
    }
  }

  /** Takes the longest halved step that lowers the loss enough; NaN where none does. */
  private double backtrack(double loss, double stepA, double stepB, double slope) {
    for (double length = 1; length >= LEAST_STEP; length /= 2) {
      double nextA = a + length * stepA;
      double nextB = b + length * stepB;
      double next = loss(nextA, nextB);
      if (next < loss + 1e-4 * length * slope) {
        a = nextA;
        b = nextB;
        return next;
      }
    }
    return Double.NaN;
  }

  private double loss(double atA, double atB) {
    double sum = 0;
    for (int i = 0; i < logOdds.length; i++) {
      double f = atA * logOdds[i] + atB;
      // Both forms say the same; each keeps exp from overflowing on its side.
      sum +=
          f >= 0
              ? targets[i] * f + Math.log1p(Math.exp(-f))
              : (targets[i] - 1) * f + Math.log1p(Math.exp(f));
    }
    return sum;
  }
}
