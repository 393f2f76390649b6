package dev.assay.text.encoder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.ObjectMapper;

/** Writes folders as Hugging Face's library does. */
public final class EncoderFolder {

  /** How numbers are stored. */
  enum Type {
    F32(4),
    F16(2),
    BF16(2);

    private final int width;

    Type(int width) {
      this.width = width;
    }

    private void put(ByteBuffer to, float value) {
      switch (this) {
        case F32 -> to.putFloat(value);
        case F16 -> to.putShort(Float.floatToFloat16(value));
        case BF16 -> to.putShort((short) (Float.floatToIntBits(value) >>> 16));
      }
    }
  }

  /** A tensor as it stands in a file. */
  record Raw(String type, List<Integer> shape, ByteBuffer bytes) {

    /** Zeros. */
    static Raw zeros(String type, int bytes, Integer... shape) {
      return new Raw(type, List.of(shape), ByteBuffer.allocate(bytes));
    }
  }

  private EncoderFolder() {}

  /**
   * A BERT whose tokeniser knows words by heart: {@code [PAD]}, {@code [UNK]}, {@code [CLS]},
   * {@code [SEP]}, and the words.
   *
   * @param encoder as many tokens as words and four
   */
  public static Path bert(Path folder, EncoderWeights encoder, List<String> words) {
    Architecture shape = encoder.architecture();
    write(folder, "config.json", bertConfig(shape));
    write(folder, "tokenizer.json", tokeniser(words));
    safetensors(
        folder.resolve("model.safetensors"), encoder.tensors(), Type.F32, UnaryOperator.identity());
    return folder;
  }

  /** What BERT's configuration says of a shape. */
  static Map<String, Object> bertConfig(Architecture shape) {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("model_type", "bert");
    config.put("vocab_size", shape.vocabulary());
    config.put("max_position_embeddings", shape.positions());
    config.put("type_vocab_size", shape.segments());
    config.put("hidden_size", shape.width());
    config.put("num_hidden_layers", shape.layers());
    config.put("num_attention_heads", shape.heads());
    config.put("intermediate_size", shape.feedForward());
    config.put("layer_norm_eps", shape.epsilon());
    config.put("hidden_act", "gelu");
    config.put("pad_token_id", shape.padding());
    return config;
  }

  /** A {@code tokenizer.json} of whole words. */
  public static Map<String, Object> tokeniser(List<String> words) {
    Map<String, Object> vocabulary = new LinkedHashMap<>();
    for (String special : List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]")) {
      vocabulary.put(special, vocabulary.size());
    }
    words.forEach(word -> vocabulary.put(word, vocabulary.size()));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("version", "1.0");
    json.put("added_tokens", List.of());
    json.put("normalizer", Map.of("type", "Lowercase"));
    json.put("pre_tokenizer", Map.of("type", "Whitespace"));
    json.put(
        "post_processor",
        Map.of("type", "BertProcessing", "sep", List.of("[SEP]", 3), "cls", List.of("[CLS]", 2)));
    json.put("model", Map.of("type", "WordLevel", "vocab", vocabulary, "unk_token", "[UNK]"));
    return json;
  }

  /** Writes a file of JSON. */
  static void write(Path folder, String name, Map<String, ?> json) {
    try {
      Files.write(folder.resolve(name), new ObjectMapper().writeValueAsBytes(json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes a file of the safetensors format.
   *
   * @param names the name that each tensor has in the file
   */
  static void safetensors(
      Path file, Map<String, FloatTensor> tensors, Type type, UnaryOperator<String> names) {
    Map<String, Raw> raw = new LinkedHashMap<>();
    tensors.forEach((name, tensor) -> raw.put(names.apply(name), raw(tensor, type)));
    safetensors(file, raw);
  }

  /** A tensor as it stands in a file. */
  static Raw raw(FloatTensor tensor, Type type) {
    ByteBuffer bytes =
        ByteBuffer.allocate(tensor.size() * type.width).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < tensor.size(); i++) {
      type.put(bytes, tensor.value(i));
    }
    List<Integer> shape = Arrays.stream(tensor.shape()).boxed().toList();
    return new Raw(type.name(), shape, bytes.flip());
  }

  /** Writes a file of the safetensors format. */
  static void safetensors(Path file, Map<String, Raw> tensors) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("__metadata__", Map.of("format", "pt"));
    int place = 0;
    for (Map.Entry<String, Raw> entry : tensors.entrySet()) {
      Raw raw = entry.getValue();
      int end = place + raw.bytes().remaining();
      header.put(
          entry.getKey(),
          Map.of("dtype", raw.type(), "shape", raw.shape(), "data_offsets", List.of(place, end)));
      place = end;
    }
    byte[] json = new ObjectMapper().writeValueAsString(header).getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + place).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(json.length).put(json);
    tensors.values().forEach(raw -> bytes.put(raw.bytes().duplicate()));
    try {
      Files.write(file, bytes.array());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
