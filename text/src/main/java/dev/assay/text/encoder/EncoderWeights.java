package dev.assay.text.encoder;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All weights of an encoder by the names that BERT gives them in Hugging Face's library, whatever
 * they are called in the file that they came from. Matrices of linear maps are {@code (out, in)}.
 *
 * <ul>
 *   <li>{@code embeddings.word_embeddings.weight} {@code (V, d)}, {@code
 *       embeddings.position_embeddings.weight} {@code (positions, d)}, {@code
 *       embeddings.token_type_embeddings.weight} {@code (segments, d)} where there are segments,
 *       {@code embeddings.LayerNorm.{weight,bias}} {@code (d)}
 *   <li>for each layer {@code encoder.layer.I.}: {@code
 *       attention.self.{query,key,value}.{weight,bias}}, {@code
 *       attention.output.dense.{weight,bias}}, {@code attention.output.LayerNorm.{weight,bias}},
 *       {@code intermediate.dense.{weight,bias}} {@code (f, d)}, {@code output.dense.{weight,bias}}
 *       {@code (d, f)}, {@code output.LayerNorm.{weight,bias}}
 *   <li>{@code encoder.relative_attention_bias.weight} {@code (relativeBuckets, heads)} where there
 *       are buckets
 * </ul>
 */
public final class EncoderWeights {

  private final Architecture architecture;
  private final Map<String, FloatTensor> tensors;

  /**
   * Weights of an architecture.
   *
   * @throws IllegalArgumentException where one is missing, of another shape or too many
   */
  public EncoderWeights(Architecture architecture, Map<String, FloatTensor> tensors) {
    this.architecture = architecture;
    Map<String, int[]> expected = shapes(architecture);
    Map<String, FloatTensor> ordered = new LinkedHashMap<>();
    expected.forEach(
        (name, shape) -> {
          FloatTensor tensor = tensors.get(name);
          if (tensor == null) {
            throw new IllegalArgumentException("The tensor '" + name + "' is missing.");
          }
          if (!Arrays.equals(tensor.shape(), shape)) {
            throw new IllegalArgumentException(
                "The tensor '%s' has the shape %s, not %s."
                    .formatted(name, Arrays.toString(tensor.shape()), Arrays.toString(shape)));
          }
          ordered.put(name, tensor);
        });
    for (String name : tensors.keySet()) {
      if (!expected.containsKey(name)) {
        throw new IllegalArgumentException("An encoder of this shape has no '" + name + "'.");
      }
    }
    this.tensors = Collections.unmodifiableMap(ordered);
  }

  /** The shape of the encoder. */
  public Architecture architecture() {
    return architecture;
  }

  /** All tensors by name, from the embeddings up. */
  public Map<String, FloatTensor> tensors() {
    return tensors;
  }

  /** The names and shapes of the tensors that an architecture has, from the embeddings up. */
  public static Map<String, int[]> shapes(Architecture of) {
    int d = of.width();
    Map<String, int[]> shapes = new LinkedHashMap<>();
    shapes.put("embeddings.word_embeddings.weight", new int[] {of.vocabulary(), d});
    shapes.put("embeddings.position_embeddings.weight", new int[] {of.positions(), d});
    if (of.segments() > 0) {
      shapes.put("embeddings.token_type_embeddings.weight", new int[] {of.segments(), d});
    }
    norm(shapes, "embeddings.LayerNorm", d);
    if (of.relativeBuckets() > 0) {
      shapes.put(
          "encoder.relative_attention_bias.weight", new int[] {of.relativeBuckets(), of.heads()});
    }
    for (int i = 0; i < of.layers(); i++) {
      String layer = "encoder.layer." + i + ".";
      for (String map : new String[] {"query", "key", "value"}) {
        linear(shapes, layer + "attention.self." + map, d, d);
      }
      linear(shapes, layer + "attention.output.dense", d, d);
      norm(shapes, layer + "attention.output.LayerNorm", d);
      linear(shapes, layer + "intermediate.dense", of.feedForward(), d);
      linear(shapes, layer + "output.dense", d, of.feedForward());
      norm(shapes, layer + "output.LayerNorm", d);
    }
    return Collections.unmodifiableMap(shapes);
  }

  /** How many numbers an architecture has. */
  public static long count(Architecture of) {
    return shapes(of).values().stream()
        .mapToLong(shape -> Arrays.stream(shape).asLongStream().reduce(1, (a, b) -> a * b))
        .sum();
  }

  private static void linear(Map<String, int[]> shapes, String name, int out, int in) {
    shapes.put(name + ".weight", new int[] {out, in});
    shapes.put(name + ".bias", new int[] {out});
  }

  private static void norm(Map<String, int[]> shapes, String name, int width) {
    shapes.put(name + ".weight", new int[] {width});
    shapes.put(name + ".bias", new int[] {width});
  }
}
