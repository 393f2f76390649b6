package dev.assay.text.transformer;

/**
 * The rate of each step: it rises in a line from 0 to its peak, then falls to 0.
 *
 * @param decay how it falls
 * @param peak the highest rate
 * @param warmUp the share of the steps in which it rises, in {@code [0, 1)}
 * @param steps how many steps there are
 */
record RateSchedule(Decay decay, double peak, double warmUp, int steps) {

  /** How a rate falls after the warm-up. */
  enum Decay {
    LINEAR,
    COSINE,
    CONSTANT
  }

  /** The rate of a step, counted from 0. */
  double rate(int step) {
    double rising = Math.ceil(warmUp * steps);
    if (step < rising) {
      return peak * (step + 1) / rising;
    }
    double done = (step - rising) / Math.max(1, steps - rising);
    return switch (decay) {
      case LINEAR -> peak * (1 - done);
      case COSINE -> peak * (1 + Math.cos(Math.PI * done)) / 2;
      case CONSTANT -> peak;
    };
  }
}
