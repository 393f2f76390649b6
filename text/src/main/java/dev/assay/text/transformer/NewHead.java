package dev.assay.text.transformer;

import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.text.encoder.EncoderWeights;
import dev.assay.text.encoder.FloatTensor;
import dev.assay.text.encoder.PretrainedEncoder;
import dev.assay.text.network.Classifier;
import dev.assay.text.network.Head;
import dev.assay.text.network.Pooling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * An untrained head: weights as BERT's are drawn, normal with a deviation of 0.02, and the last
 * biases at the log odds (or log shares) of the labels, so that training starts from what is known
 * without reading a text.
 */
final class NewHead {

  private static final double DEVIATION = 0.02;

  private final Random random;

  NewHead(long seed) {
    this.random = new Random(seed);
  }

  /** The classifier that a training with these settings starts from, where it starts anew. */
  static Classifier fresh(
      PretrainedEncoder encoder, TransformerSettings settings, long seed, Labels labels) {
    int width = encoder.weights().architecture().width();
    return new NewHead(seed)
        .on(encoder.weights(), settings.pooling(), settings.headWidths(width), labels);
  }

  /** A classifier of an encoder with a new head. */
  Classifier on(EncoderWeights encoder, Pooling pooling, List<Integer> widths, Labels labels) {
    int width = encoder.architecture().width();
    Optional<FloatTensor> attention =
        pooling == Pooling.ATTENTION
            ? Optional.of(FloatTensor.of(normal(width), width))
            : Optional.empty();
    List<Head.Linear> maps = new ArrayList<>();
    int in = width;
    for (int out : widths) {
      maps.add(linear(in, out, new float[out]));
      in = out;
    }
    boolean exclusive = labels.schema().kind() == TaskKind.MULTICLASS;
    maps.add(linear(in, labels.schema().size(), priors(labels, exclusive)));
    return new Classifier(
        encoder,
        new Head(pooling, attention, maps),
        exclusive ? Classifier.Activation.SOFTMAX : Classifier.Activation.SIGMOID);
  }

  private Head.Linear linear(int in, int out, float[] biases) {
    return new Head.Linear(
        FloatTensor.of(normal(Math.multiplyExact(in, out)), out, in), FloatTensor.of(biases, out));
  }

  private static float[] priors(Labels labels, boolean exclusive) {
    List<Double> shares = LossSettings.shares(labels);
    float[] priors = new float[shares.size()];
    for (int label = 0; label < priors.length; label++) {
      double share = shares.get(label);
      priors[label] = (float) (exclusive ? Math.log(share) : Math.log(share / (1 - share)));
    }
    return priors;
  }

  private float[] normal(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (DEVIATION * random.nextGaussian());
    }
    return values;
  }
}
