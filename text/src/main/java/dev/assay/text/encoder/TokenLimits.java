package dev.assay.text.encoder;

import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/**
 * What a {@code config.json} says of the tokens that an encoder takes.
 *
 * @param vocabulary how many tokens it knows; empty where that is not told
 * @param longestText how many tokens of a text it can take, special ones included; empty where that
 *     is not told, or of a family whose positions are not known to be rows of a table
 */
public record TokenLimits(OptionalInt vocabulary, OptionalInt longestText) {

  /** The limits that a configuration tells. */
  public static TokenLimits of(JsonNode config) {
    EncoderConfig read = new EncoderConfig(config, "config.json");
    int vocabulary = read.optional("vocab_size", 0);
    int longest =
        EncoderFamily.of(config.path("model_type").asString(""))
            .map(family -> read.optional("max_position_embeddings", 0) - family.firstPosition(read))
            .orElse(0);
    return new TokenLimits(positive(vocabulary), positive(longest));
  }

  private static OptionalInt positive(int count) {
    return count > 0 ? OptionalInt.of(count) : OptionalInt.empty();
  }
}
