package dev.assay.text.torch;

/**
 * How weights are moved.
 *
 * @param headMultiplier how much faster the head learns than the encoder
 * @param layerDecay the rate of each layer is that of the layer above times this, in {@code (0, 1]}
 * @param weightDecay the decay of AdamW; of matrices only, not of biases and norms
 * @param clip the most that the norm of all gradients together may be; 0 for no limit
 * @param dropout the share of hidden units that are dropped in the encoder, in {@code [0, 1)}
 * @param headDropout the same in the head
 * @param frozenLayers how many of the lowest layers keep their weights, the embeddings too where it
 *     is at least one
 * @param frozenEmbeddings whether the embeddings keep their weights
 * @param threads how many threads share a batch, at least 1
 */
public record Optimisation(
    double headMultiplier,
    double layerDecay,
    double weightDecay,
    double clip,
    double dropout,
    double headDropout,
    int frozenLayers,
    boolean frozenEmbeddings,
    int threads) {

  /** Checks the ranges. */
  public Optimisation {
    if (!(headMultiplier > 0) || !(layerDecay > 0 && layerDecay <= 1)) {
      throw new IllegalArgumentException("Rates must be positive.");
    }
    if (!(weightDecay >= 0) || !(clip >= 0) || frozenLayers < 0 || threads < 1) {
      throw new IllegalArgumentException("Nothing of an optimisation is negative.");
    }
    if (!(dropout >= 0 && dropout < 1) || !(headDropout >= 0 && headDropout < 1)) {
      throw new IllegalArgumentException("A share to drop is in [0, 1).");
    }
  }
}
