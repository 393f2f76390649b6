package dev.assay.text.network;

import dev.assay.text.encoder.FloatTensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The mean of the weights of several epochs of one training, weight by weight, as in stochastic
 * weight averaging (Izmailov et al., 2018).
 */
public final class WeightMean {

  private WeightMean() {}

  /**
   * The mean of classifiers of one form, at least one.
   *
   * @throws IllegalArgumentException where there is none
   */
  public static Classifier of(List<Classifier> classifiers) {
    if (classifiers.isEmpty()) {
      throw new IllegalArgumentException("No classifier has a mean.");
    }
    if (classifiers.size() == 1) {
      return classifiers.getFirst();
    }
    List<Map<String, FloatTensor>> all = classifiers.stream().map(Classifier::tensors).toList();
    Map<String, FloatTensor> mean = new LinkedHashMap<>();
    for (String name : all.getFirst().keySet()) {
      mean.put(
          name,
          mean(all.stream().map(tensors -> Objects.requireNonNull(tensors.get(name))).toList()));
    }
    return classifiers.getFirst().withTensors(mean);
  }

  private static FloatTensor mean(List<FloatTensor> tensors) {
    int size = tensors.getFirst().size();
    FloatBuffer[] values = tensors.stream().map(FloatTensor::values).toArray(FloatBuffer[]::new);
    FloatBuffer mean =
        ByteBuffer.allocateDirect(Math.multiplyExact(size, Float.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN)
            .asFloatBuffer();
    for (int i = 0; i < size; i++) {
      double sum = 0;
      for (FloatBuffer one : values) {
        sum += one.get(i);
      }
      mean.put(i, (float) (sum / values.length));
    }
    return FloatTensor.over(mean, tensors.getFirst().shape());
  }
}
