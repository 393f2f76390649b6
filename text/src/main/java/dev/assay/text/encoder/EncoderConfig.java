package dev.assay.text.encoder;

import dev.assay.core.problem.InvalidInputException;
import tools.jackson.databind.JsonNode;

/** Reads what a {@code config.json} says of an encoder. */
final class EncoderConfig {

  private final JsonNode config;
  private final String file;

  /**
   * A configuration.
   *
   * @param file where it stands, to name in a problem
   */
  EncoderConfig(JsonNode config, String file) {
    this.config = config;
    this.file = file;
  }

  /** The architecture under the names that BERT's configuration has. */
  Architecture architecture(int firstPosition, int segments, int padding, int relativeBuckets) {
    return new Architecture(
        count("vocab_size"),
        count("max_position_embeddings"),
        firstPosition,
        segments,
        count("hidden_size"),
        count("num_hidden_layers"),
        count("num_attention_heads"),
        count("intermediate_size"),
        config.path("layer_norm_eps").asDouble(1e-12),
        padding,
        relativeBuckets);
  }

  /** A count that must be there. */
  int count(String key) {
    int value = config.path(key).asInt(-1);
    if (value < 1) {
      throw new InvalidInputException(
          file, "does not tell '" + key + "'.", "Take the file that belongs to the weights.");
    }
    return value;
  }

  /** A whole number, or what it is where nothing is said. */
  int optional(String key, int otherwise) {
    return config.path(key).asInt(otherwise);
  }

  /** Refuses positions that are told in another way than by a table. */
  void absolutePositions() {
    String type = config.path("position_embedding_type").asString("absolute");
    if (!type.equals("absolute")) {
      throw new InvalidInputException(
          file,
          "the position_embedding_type '" + type + "' is none that can be trained.",
          "Take an encoder with absolute positions.");
    }
  }

  /** Refuses activations other than GELU. */
  void activation(String key) {
    String activation = config.path(key).asString("gelu");
    if (!activation.equals("gelu")) {
      throw new InvalidInputException(
          file,
          "the activation '" + activation + "' is none that can be trained.",
          "Take an encoder with gelu.");
    }
  }
}
