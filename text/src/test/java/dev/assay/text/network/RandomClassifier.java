package dev.assay.text.network;

import dev.assay.text.encoder.Architecture;
import dev.assay.text.encoder.EncoderWeights;
import dev.assay.text.encoder.FloatTensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Classifiers with normal weights, large enough for scores to differ from text to text. */
public final class RandomClassifier {

  /** A BERT of 60 tokens with two layers of width 16. */
  public static final Architecture BERT = new Architecture(60, 48, 0, 2, 16, 2, 4, 24, 1e-12, 0, 0);

  private static final double DEVIATION = 0.3;

  private final Random random;

  private RandomClassifier(long seed) {
    this.random = new Random(seed);
  }

  /** The weights of an encoder. */
  public static EncoderWeights encoder(Architecture architecture, long seed) {
    return new RandomClassifier(seed).encoder(architecture);
  }

  /** A classifier of {@link #BERT} by the mean, with one linear map. */
  public static Classifier small(int labels, long seed) {
    return of(
        encoder(BERT, seed),
        Pooling.MEAN,
        List.of(labels),
        Classifier.Activation.SIGMOID,
        seed + 1);
  }

  /**
   * A classifier.
   *
   * @param head the widths of the linear maps, the last one {@code k}
   */
  public static Classifier of(
      EncoderWeights encoder,
      Pooling pooling,
      List<Integer> head,
      Classifier.Activation activation,
      long seed) {
    RandomClassifier weights = new RandomClassifier(seed);
    int width = encoder.architecture().width();
    Optional<FloatTensor> attention =
        pooling == Pooling.ATTENTION ? Optional.of(weights.normal(0, width)) : Optional.empty();
    List<Head.Linear> maps = new ArrayList<>();
    int in = width;
    for (int out : head) {
      maps.add(new Head.Linear(weights.normal(0, out, in), weights.normal(0, out)));
      in = out;
    }
    return new Classifier(encoder, new Head(pooling, attention, maps), activation);
  }

  private EncoderWeights encoder(Architecture architecture) {
    Map<String, FloatTensor> tensors = new LinkedHashMap<>();
    EncoderWeights.shapes(architecture)
        .forEach(
            (name, shape) ->
                tensors.put(name, normal(name.endsWith("LayerNorm.weight") ? 1 : 0, shape)));
    return new EncoderWeights(architecture, tensors);
  }

  private FloatTensor normal(double mean, int... shape) {
    int size = 1;
    for (int length : shape) {
      size *= length;
    }
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) (mean + DEVIATION * random.nextGaussian());
    }
    return FloatTensor.of(values, shape);
  }
}
