package dev.assay.text.torch;

/** Ways of training that most tests take. */
final class Optimisations {

  private Optimisations() {}

  /** AdamW and nothing else: no decay, no clipping, no dropout, nothing frozen. */
  static Optimisation plain(int threads) {
    return new Optimisation(1, 1, 0, 0, 0, 0, 0, false, threads);
  }

  /** With everything that a training has by default. */
  static Optimisation usual(int threads) {
    return new Optimisation(1, 1, 0.01, 1, 0.1, 0.1, 0, false, threads);
  }

  /** Plain, with the lowest layers or the embeddings frozen. */
  static Optimisation frozen(int layers, boolean embeddings, double weightDecay) {
    return new Optimisation(1, 1, weightDecay, 0, 0, 0, layers, embeddings, 1);
  }
}
