package dev.assay.text.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problem;
import dev.assay.text.network.RandomClassifier;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HuggingFaceFolderTest {

  private static final List<String> WORDS = List.of("one", "two", "three");
  private static final Architecture BERT = new Architecture(7, 12, 0, 2, 8, 2, 2, 6, 1e-12, 0, 0);
  private static final Architecture ROBERTA = new Architecture(7, 12, 2, 1, 8, 2, 2, 6, 1e-5, 1, 0);
  private static final Architecture MPNET = new Architecture(7, 12, 2, 0, 8, 2, 2, 6, 1e-5, 1, 32);
  private static final Architecture DISTILBERT =
      new Architecture(7, 12, 0, 0, 8, 2, 2, 6, 1e-12, 0, 0);

  @TempDir Path folder;

  /** A kind of encoder as Hugging Face's library writes it. */
  record Family(
      String type,
      String prefix,
      Architecture shape,
      Map<String, Object> config,
      UnaryOperator<String> names) {

    @Override
    public String toString() {
      return type;
    }
  }

  private static Family likeBert(String type, String prefix, Architecture shape) {
    Map<String, Object> config = EncoderFolder.bertConfig(shape);
    config.put("model_type", type);
    if (shape.segments() == 0) {
      config.remove("type_vocab_size");
      config.put("relative_attention_num_buckets", shape.relativeBuckets());
    }
    return new Family(type, prefix, shape, config, UnaryOperator.identity());
  }

  private static Family distilbert() {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("model_type", "distilbert");
    config.put("vocab_size", 7);
    config.put("max_position_embeddings", 12);
    config.put("dim", 8);
    config.put("n_layers", 2);
    config.put("n_heads", 2);
    config.put("hidden_dim", 6);
    config.put("activation", "gelu");
    config.put("pad_token_id", 0);
    return new Family(
        "distilbert",
        "distilbert.",
        DISTILBERT,
        config,
        name ->
            name.replace("encoder.layer.", "transformer.layer.")
                .replace("attention.self.query", "attention.q_lin")
                .replace("attention.self.key", "attention.k_lin")
                .replace("attention.self.value", "attention.v_lin")
                .replace("attention.output.dense", "attention.out_lin")
                .replace("attention.output.LayerNorm", "sa_layer_norm")
                .replace("intermediate.dense", "ffn.lin1")
                .replaceAll("(\\d)\\.output\\.dense", "$1.ffn.lin2")
                .replaceAll("(\\d)\\.output\\.LayerNorm", "$1.output_layer_norm"));
  }

  private static Family mpnet() {
    Family plain = likeBert("mpnet", "mpnet.", MPNET);
    return new Family(
        plain.type(),
        plain.prefix(),
        MPNET,
        plain.config(),
        name ->
            name.replace("attention.self.query", "attention.attn.q")
                .replace("attention.self.key", "attention.attn.k")
                .replace("attention.self.value", "attention.attn.v")
                .replace("attention.output.dense", "attention.attn.o")
                .replace("attention.output.LayerNorm", "attention.LayerNorm"));
  }

  private static Family oldBert() {
    Family plain = likeBert("bert", "bert.", BERT);
    return new Family(
        "bert",
        "bert.",
        BERT,
        plain.config(),
        name ->
            name.replace("LayerNorm.weight", "LayerNorm.gamma")
                .replace("LayerNorm.bias", "LayerNorm.beta"));
  }

  static Stream<Family> families() {
    return Stream.of(
        likeBert("bert", "bert.", BERT),
        oldBert(),
        likeBert("roberta", "roberta.", ROBERTA),
        likeBert("xlm-roberta", "roberta.", ROBERTA),
        likeBert("camembert", "roberta.", ROBERTA),
        mpnet(),
        distilbert());
  }

  private void write(Family family, EncoderFolder.Type type, boolean prefixed) {
    EncoderFolder.write(folder, "config.json", family.config());
    EncoderFolder.write(folder, "tokenizer.json", EncoderFolder.tokeniser(WORDS));
    String prefix = prefixed ? family.prefix() : "";
    EncoderFolder.safetensors(
        folder.resolve("model.safetensors"),
        RandomClassifier.encoder(family.shape(), 1).tensors(),
        type,
        name -> prefix + family.names().apply(name));
  }

  private void writeBert() {
    write(likeBert("bert", "bert.", BERT), EncoderFolder.Type.F32, false);
  }

  private void assertSameWeights(EncoderWeights actual, Architecture shape, double tolerance) {
    EncoderWeights expected = RandomClassifier.encoder(shape, 1);
    assertThat(actual.architecture()).isEqualTo(shape);
    assertThat(actual.tensors().keySet()).isEqualTo(expected.tensors().keySet());
    expected
        .tensors()
        .forEach(
            (name, tensor) -> {
              FloatTensor read = Objects.requireNonNull(actual.tensors().get(name));
              for (int i = 0; i < tensor.size(); i++) {
                float wanted = tensor.value(i);
                assertThat(Math.abs(read.value(i) - wanted))
                    .as("%s[%d]", name, i)
                    .isLessThanOrEqualTo((float) (tolerance * Math.abs(wanted)));
              }
            });
  }

  @ParameterizedTest
  @MethodSource("families")
  void every_family_is_read_from_its_own_names_with_and_without_prefix(Family family) {
    for (boolean prefixed : new boolean[] {true, false}) {
      write(family, EncoderFolder.Type.F32, prefixed);

      PretrainedEncoder read = EncoderSource.read(folder.toString());

      assertSameWeights(read.weights(), family.shape(), 0);
      assertThat(read.name()).isEqualTo(folder.getFileName().toString());
      assertThat(read.tokeniser()).contains("WordLevel");
    }
  }

  @ParameterizedTest
  @CsvSource({"F32, 0", "F16, 0.0005", "BF16, 0.008"})
  void numbers_of_16_bits_become_floats(EncoderFolder.Type type, double tolerance) {
    write(likeBert("bert", "bert.", BERT), type, false);

    assertSameWeights(EncoderSource.read(folder.toString()).weights(), BERT, tolerance);
  }

  @Test
  void a_head_and_whole_numbers_in_the_file_are_left_out() {
    writeBert();
    Map<String, EncoderFolder.Raw> raw = new LinkedHashMap<>();
    raw.put("embeddings.position_ids", EncoderFolder.Raw.zeros("I64", 8, 1));
    raw.put("pooler.dense.bias", EncoderFolder.Raw.zeros("F32", 8, 2));
    RandomClassifier.encoder(BERT, 1)
        .tensors()
        .forEach(
            (name, tensor) -> raw.put(name, EncoderFolder.raw(tensor, EncoderFolder.Type.F32)));
    EncoderFolder.safetensors(folder.resolve("model.safetensors"), raw);

    assertSameWeights(EncoderSource.read(folder.toString()).weights(), BERT, 0);
  }

  private List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    assertThatThrownBy(() -> EncoderSource.read(folder.toString()))
        .isInstanceOfSatisfying(InvalidInputException.class, e -> problems.addAll(e.problems()));
    return problems;
  }

  private Problem problem() {
    List<Problem> problems = problems();
    assertThat(problems).hasSize(1);
    return problems.getFirst();
  }

  @Test
  void all_missing_files_are_named_at_once_with_how_to_make_them() {
    assertThat(problems().stream().map(Problem::toString))
        .satisfiesExactly(
            config -> assertThat(config).contains("has no config.json"),
            weights ->
                assertThat(weights).contains("has no model.safetensors", "safe_serialization=True"),
            tokeniser -> assertThat(tokeniser).contains("has no tokenizer.json", "AutoTokenizer"));
  }

  @Test
  void a_tensor_that_is_missing_is_named() {
    writeBert();
    Map<String, FloatTensor> tensors =
        new LinkedHashMap<>(RandomClassifier.encoder(BERT, 1).tensors());
    tensors.remove("encoder.layer.1.output.dense.bias");
    EncoderFolder.safetensors(
        folder.resolve("model.safetensors"),
        tensors,
        EncoderFolder.Type.F32,
        UnaryOperator.identity());

    assertThat(problem().where()).endsWith("model.safetensors");
    assertThat(problem().what()).contains("'encoder.layer.1.output.dense.bias' is missing");
    assertThat(problem().mend()).contains("config.json and model.safetensors must be of one model");
  }

  @Test
  void a_tensor_of_another_shape_is_named_with_both_shapes() {
    writeBert();
    Map<String, Object> config = new HashMap<>(EncoderFolder.bertConfig(BERT));
    config.put("vocab_size", 9);
    EncoderFolder.write(folder, "config.json", config);

    assertThat(problem().what())
        .contains("'embeddings.word_embeddings.weight' has the shape [7, 8], not [9, 8]");
  }

  @Test
  void a_file_cut_anywhere_is_a_damaged_one() throws IOException {
    writeBert();
    Path file = folder.resolve("model.safetensors");
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 5, 8, 40, 500, whole.length / 2, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));

      assertThat(problem().where()).as("%d bytes", length).isEqualTo(file.toString());
      assertThat(problem().mend()).as("%d bytes", length).contains("Fetch the file again");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no json at all|its header is no JSON",
        "{\"a\": {\"dtype\": \"F32\", \"shape\": [2], \"data_offsets\": [0, 4]}}"
            + "|the tensor 'a' has other bytes than its shape asks for",
        "{\"a\": {\"dtype\": \"F32\", \"shape\": [1], \"data_offsets\": [4, 8]}}"
            + "|the tensor 'a' ends at byte",
        "{\"a\": {\"dtype\": \"F32\", \"shape\": [-1], \"data_offsets\": [4, 0]}}"
            + "|the tensor 'a' has other bytes than its shape asks for",
        "{\"a\": {\"dtype\": \"F32\", \"shape\": [1], \"data_offsets\": [-4, 0]}}"
            + "|the tensor 'a' has other bytes than its shape asks for",
        "{\"a\": {\"dtype\": \"F32\", \"shape\": [65536, 65536, 65536, 65536],"
            + " \"data_offsets\": [0, 0]}}|the tensor 'a' has other bytes than its shape asks for",
        "{\"a\": {\"dtype\": \"F32\", \"shape\": [1]}}"
            + "|the tensor 'a' has other bytes than its shape asks for",
        "{}|is missing",
        "[]|is missing",
      })
  void a_header_that_cannot_be_is_told(String header, String told) throws IOException {
    writeBert();
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + json.length + 4)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(json.length)
            .put(json);
    Files.write(folder.resolve("model.safetensors"), bytes.array());

    assertThat(problem().where()).endsWith("model.safetensors");
    assertThat(problem().what()).contains(told);
  }

  @ParameterizedTest
  @CsvSource({
    "model_type, gpt2, the model_type 'gpt2' is none that can be trained",
    "hidden_act, relu, the activation 'relu' is none that can be trained",
    "position_embedding_type, relative_key, the position_embedding_type 'relative_key' is none",
    "num_attention_heads, 3, A width of 8 is not divided by 3 heads",
    "pad_token_id, 70, The padding id 70 is no token",
    "vocab_size, '', does not tell 'vocab_size'",
    "hidden_size, -8, does not tell 'hidden_size'",
  })
  void a_configuration_that_cannot_be_trained_is_told(String key, String value, String told) {
    writeBert();
    Map<String, Object> config = new HashMap<>(EncoderFolder.bertConfig(BERT));
    config.put(key, value.matches("-?\\d+") ? Integer.valueOf(value) : value);
    EncoderFolder.write(folder, "config.json", config);

    assertThat(problem().where()).isEqualTo(folder.resolve("config.json").toString());
    assertThat(problem().what()).contains(told);
    assertThat(problem().mend()).isNotEmpty();
  }

  @Test
  void what_distilbert_calls_its_activation_is_looked_at() {
    Family family = distilbert();
    write(family, EncoderFolder.Type.F32, false);
    Map<String, Object> config = new HashMap<>(family.config());
    config.put("activation", "relu");
    EncoderFolder.write(folder, "config.json", config);

    assertThat(problem().what()).contains("the activation 'relu'");
  }

  @Test
  void a_padding_that_is_null_is_that_of_the_family() {
    Family family = likeBert("roberta", "roberta.", ROBERTA);
    write(family, EncoderFolder.Type.F32, false);
    Map<String, Object> config = new HashMap<>(family.config());
    config.put("pad_token_id", null);
    EncoderFolder.write(folder, "config.json", config);

    assertThat(EncoderSource.read(folder.toString()).weights().architecture()).isEqualTo(ROBERTA);
  }

  @Test
  void a_configuration_that_is_no_json_is_told() throws IOException {
    writeBert();
    Files.writeString(folder.resolve("config.json"), "{\"model_type\": ");

    assertThat(problem().where()).endsWith("config.json");
    assertThat(problem().what()).contains("is no JSON");
  }
}
