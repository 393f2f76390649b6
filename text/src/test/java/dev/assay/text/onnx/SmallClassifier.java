package dev.assay.text.onnx;

import dev.assay.text.encoder.Architecture;
import dev.assay.text.encoder.EncoderWeights;
import dev.assay.text.encoder.FloatTensor;
import dev.assay.text.network.Classifier;
import dev.assay.text.network.Head;
import dev.assay.text.network.Pooling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Classifiers with weights of a formula, which {@code forward_golden.py} knows too: the number at
 * place {@code i} of tensor {@code t} is {@code 0.4 · sin(12.9898 i + 78.233 t + 1)}, and 1 more
 * for the weights of layer norms.
 */
final class SmallClassifier {

  /** BERT with two layers of width 16. */
  static final Architecture BERT = new Architecture(50, 64, 0, 2, 16, 2, 4, 24, 1e-12, 0, 0);

  private int tensors;

  private SmallClassifier() {}

  /**
   * A classifier.
   *
   * @param head the widths of the linear maps, the last one {@code k}
   */
  static Classifier of(
      Architecture architecture,
      Pooling pooling,
      Classifier.Activation activation,
      List<Integer> head) {
    SmallClassifier weights = new SmallClassifier();
    EncoderWeights encoder = weights.encoder(architecture);
    Optional<FloatTensor> attention =
        pooling == Pooling.ATTENTION
            ? Optional.of(weights.next(0, architecture.width()))
            : Optional.empty();
    List<Head.Linear> maps = new ArrayList<>();
    int in = architecture.width();
    for (int out : head) {
      maps.add(new Head.Linear(weights.next(0, out, in), weights.next(0, out)));
      in = out;
    }
    return new Classifier(encoder, new Head(pooling, attention, maps), activation);
  }

  /** A classifier of {@link #BERT} with three labels. */
  static Classifier threeLabels() {
    return of(BERT, Pooling.MEAN, Classifier.Activation.SIGMOID, List.of(3));
  }

  private EncoderWeights encoder(Architecture architecture) {
    Map<String, FloatTensor> all = new LinkedHashMap<>();
    EncoderWeights.shapes(architecture)
        .forEach((name, shape) -> all.put(name, next(isNorm(name) ? 1 : 0, shape)));
    return new EncoderWeights(architecture, all);
  }

  private static boolean isNorm(String name) {
    return name.endsWith("LayerNorm.weight");
  }

  private FloatTensor next(double offset, int... shape) {
    int size = 1;
    for (int length : shape) {
      size *= length;
    }
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) (offset + 0.4 * Math.sin(12.9898 * i + 78.233 * tensors + 1));
    }
    tensors++;
    return FloatTensor.of(values, shape);
  }
}
