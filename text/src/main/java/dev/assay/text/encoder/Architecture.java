package dev.assay.text.encoder;

/**
 * The shape of an encoder of the BERT family: token, position and segment embeddings, then layers
 * of self-attention and a feed-forward network with residual connections and layer norms after each
 * (Devlin et al., 2019). RoBERTa, XLM-R, DistilBERT, MiniLM and MPNet differ in what this record
 * says and in nothing else.
 *
 * @param vocabulary how many tokens there are, {@code V}
 * @param positions how many rows the table of positions has
 * @param firstPosition the row of that table for the first token of a text: 0 for BERT, the padding
 *     id + 1 for RoBERTa and MPNet
 * @param segments how many rows the table of token types has; 0 where the encoder has none
 * @param width the width of the hidden states, {@code d}
 * @param layers how many layers, {@code n}
 * @param heads how many attention heads a layer has; divides {@code width}
 * @param feedForward the width between the two linear maps of a feed-forward network
 * @param epsilon what layer norms add to the variance
 * @param padding the id of the padding token
 * @param relativeBuckets into how many buckets distances between tokens fall, each with a learned
 *     bias by head (MPNet); 0 where attention knows no distances
 */
public record Architecture(
    int vocabulary,
    int positions,
    int firstPosition,
    int segments,
    int width,
    int layers,
    int heads,
    int feedForward,
    double epsilon,
    int padding,
    int relativeBuckets) {

  /** Checks the counts. */
  public Architecture {
    if (vocabulary < 1 || width < 1 || layers < 1 || heads < 1 || feedForward < 1) {
      throw new IllegalArgumentException("An encoder has at least one of everything.");
    }
    if (width % heads != 0) {
      throw new IllegalArgumentException(
          "A width of " + width + " is not divided by " + heads + " heads.");
    }
    if (firstPosition < 0 || positions <= firstPosition || segments < 0 || relativeBuckets < 0) {
      throw new IllegalArgumentException(
          "Positions %d from %d on, %d segments, %d buckets."
              .formatted(positions, firstPosition, segments, relativeBuckets));
    }
    if (padding < 0 || padding >= vocabulary) {
      throw new IllegalArgumentException("The padding id " + padding + " is no token.");
    }
    if (!(epsilon > 0)) {
      throw new IllegalArgumentException("The epsilon of a layer norm is positive: " + epsilon);
    }
  }

  /** How many tokens a text may have at most, special ones included. */
  public int longestText() {
    return positions - firstPosition;
  }

  /** The width of one attention head, {@code d / heads}. */
  public int headWidth() {
    return width / heads;
  }
}
