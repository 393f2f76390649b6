package dev.assay.core.statistics;

/** The binomial distribution. */
final class Binomial {

  private Binomial() {}

  /**
   * The probability of at most so many successes: {@code I_(1-p)(n - k, k + 1)} (NIST Digital
   * Library of Mathematical Functions, 8.17.5).
   *
   * @param successes {@code k}; with fewer than 0 it is 0, with {@code n} and more 1
   * @param trials {@code n >= 0}
   * @param rate the probability of a success, {@code 0 < rate < 1}
   */
  static double atMost(long successes, long trials, double rate) {
    if (successes < 0) {
      return 0;
    }
    return successes >= trials
        ? 1
        : IncompleteBeta.regularised(
            1 - rate, rate, (double) (trials - successes), (double) (successes + 1));
  }
}
