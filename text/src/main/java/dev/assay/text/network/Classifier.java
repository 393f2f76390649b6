package dev.assay.text.network;

import dev.assay.text.encoder.EncoderWeights;
import dev.assay.text.encoder.FloatTensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An encoder with a head, trained or about to be.
 *
 * @param encoder the encoder
 * @param head the head on it
 * @param activation what makes scores of logits
 */
public record Classifier(EncoderWeights encoder, Head head, Activation activation) {

  /** The name of the learned vector of pooling by attention. */
  public static final String ATTENTION = "head.attention";

  /** Checks that the head fits on the encoder. */
  public Classifier {
    if (head.layers().getFirst().in() != encoder.architecture().width()) {
      throw new IllegalArgumentException("The head does not fit on the encoder.");
    }
  }

  /** What makes scores of logits. */
  public enum Activation {
    /** Each label by itself: binary and multilabel tasks. */
    SIGMOID,
    /** Shares that sum to one: multiclass tasks. */
    SOFTMAX
  }

  /** The name of a linear map of the head, counted from 0. */
  public static String headMap(int place) {
    return "head." + place;
  }

  /**
   * All weights by name, from the embeddings up: those of the encoder by their own names, {@value
   * #ATTENTION} where there is one, and {@code weight} and {@code bias} of each {@link #headMap}.
   */
  public Map<String, FloatTensor> tensors() {
    Map<String, FloatTensor> named = new LinkedHashMap<>(encoder.tensors());
    head.attention().ifPresent(vector -> named.put(ATTENTION, vector));
    for (int i = 0; i < head.layers().size(); i++) {
      named.put(headMap(i) + ".weight", head.layers().get(i).weight());
      named.put(headMap(i) + ".bias", head.layers().get(i).bias());
    }
    return Collections.unmodifiableMap(named);
  }

  /**
   * A classifier of the same form with other weights.
   *
   * @param tensors by the names of {@link #tensors()}; what else is there is not looked at
   * @throws IllegalArgumentException where one is missing or of another shape
   */
  public Classifier withTensors(Map<String, FloatTensor> tensors) {
    Map<String, FloatTensor> own = new LinkedHashMap<>();
    encoder.tensors().keySet().forEach(name -> own.put(name, required(tensors, name)));
    List<Head.Linear> layers = new ArrayList<>();
    for (int i = 0; i < head.layers().size(); i++) {
      layers.add(
          new Head.Linear(
              required(tensors, headMap(i) + ".weight"), required(tensors, headMap(i) + ".bias")));
    }
    Optional<FloatTensor> attention = head.attention().map(was -> required(tensors, ATTENTION));
    Classifier other =
        new Classifier(
            new EncoderWeights(encoder.architecture(), own),
            new Head(head.pooling(), attention, layers),
            activation);
    other.tensors().forEach(this::requireShape);
    return other;
  }

  private static FloatTensor required(Map<String, FloatTensor> tensors, String name) {
    FloatTensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("The tensor '" + name + "' is missing.");
    }
    return tensor;
  }

  private void requireShape(String name, FloatTensor other) {
    if (!Arrays.equals(required(tensors(), name).shape(), other.shape())) {
      throw new IllegalArgumentException("The tensor '" + name + "' has another shape.");
    }
  }
}
