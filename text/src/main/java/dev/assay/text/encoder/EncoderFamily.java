package dev.assay.text.encoder;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How Hugging Face's library describes a kind of encoder, and names its weights. */
enum EncoderFamily {
  BERT("bert", "bert."),
  ROBERTA("roberta xlm-roberta camembert", "roberta."),
  DISTILBERT("distilbert", "distilbert."),
  MPNET("mpnet", "mpnet.");

  private static final Pattern DISTILBERT_LAYER =
      Pattern.compile("transformer\\.layer\\.(\\d+)\\.");

  private final String modelTypes;
  private final String prefix;

  EncoderFamily(String modelTypes, String prefix) {
    this.modelTypes = modelTypes;
    this.prefix = prefix;
  }

  private List<String> modelTypes() {
    return List.of(modelTypes.split(" ", -1));
  }

  /** The family of a {@code model_type} of a {@code config.json}. */
  static Optional<EncoderFamily> of(String modelType) {
    return Stream.of(values()).filter(f -> f.modelTypes().contains(modelType)).findFirst();
  }

  /** All types that are known, to name in a message. */
  static String types() {
    return Stream.of(values())
        .flatMap(f -> f.modelTypes().stream())
        .collect(Collectors.joining(", "));
  }

  /** The row of the table of positions for the first token of a text. */
  int firstPosition(EncoderConfig read) {
    return switch (this) {
      case BERT, DISTILBERT -> 0;
      case ROBERTA, MPNET -> read.optional("pad_token_id", 1) + 1;
    };
  }

  /**
   * The architecture that a {@code config.json} describes.
   *
   * @throws dev.assay.core.problem.InvalidInputException where it is none that can be trained
   * @throws IllegalArgumentException where its numbers do not fit together
   */
  Architecture architecture(EncoderConfig read) {
    read.activation(this == DISTILBERT ? "activation" : "hidden_act");
    read.absolutePositions();
    return switch (this) {
      case BERT ->
          read.architecture(
              firstPosition(read),
              read.count("type_vocab_size"),
              read.optional("pad_token_id", 0),
              0);
      case ROBERTA ->
          read.architecture(
              firstPosition(read),
              read.count("type_vocab_size"),
              read.optional("pad_token_id", 1),
              0);
      case MPNET ->
          read.architecture(
              firstPosition(read),
              0,
              read.optional("pad_token_id", 1),
              read.optional("relative_attention_num_buckets", 32));
      case DISTILBERT ->
          new Architecture(
              read.count("vocab_size"),
              read.count("max_position_embeddings"),
              firstPosition(read),
              0,
              read.count("dim"),
              read.count("n_layers"),
              read.count("n_heads"),
              read.count("hidden_dim"),
              1e-12,
              read.optional("pad_token_id", 0),
              0);
    };
  }

  /** What {@link EncoderWeights} calls a tensor that the family's file calls so. */
  String nameOf(String stored) {
    String name = stored.startsWith(prefix) ? stored.substring(prefix.length()) : stored;
    name = name.replace("LayerNorm.gamma", "LayerNorm.weight");
    name = name.replace("LayerNorm.beta", "LayerNorm.bias");
    return switch (this) {
      case BERT, ROBERTA -> name;
      case MPNET -> mpnet(name);
      case DISTILBERT -> distilbert(name);
    };
  }

  private static String mpnet(String name) {
    return name.replace("attention.attn.q.", "attention.self.query.")
        .replace("attention.attn.k.", "attention.self.key.")
        .replace("attention.attn.v.", "attention.self.value.")
        .replace("attention.attn.o.", "attention.output.dense.")
        .replace("attention.LayerNorm.", "attention.output.LayerNorm.");
  }

  private static String distilbert(String name) {
    Matcher layer = DISTILBERT_LAYER.matcher(name);
    return layer
        .replaceFirst("encoder.layer.$1.")
        .replace("attention.q_lin.", "attention.self.query.")
        .replace("attention.k_lin.", "attention.self.key.")
        .replace("attention.v_lin.", "attention.self.value.")
        .replace("attention.out_lin.", "attention.output.dense.")
        .replace("sa_layer_norm.", "attention.output.LayerNorm.")
        .replace("ffn.lin1.", "intermediate.dense.")
        .replace("ffn.lin2.", "output.dense.")
        .replace("output_layer_norm.", "output.LayerNorm.");
  }
}
