package dev.assay.cli;

import dev.assay.text.encoder.Architecture;
import dev.assay.text.encoder.EncoderWeights;
import dev.assay.text.encoder.FloatTensor;
import dev.assay.text.encoder.Safetensors;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import tools.jackson.databind.json.JsonMapper;

/** A folder with texts of two moods and an encoder of one layer that knows nothing yet. */
final class MoodFolder {

  private static final List<String> WORDS =
      List.of("love", "great", "hate", "awful", "the", "one", "was", "there", "then", "day");

  private static final int WIDTH = 16;

  private final Path folder;

  MoodFolder(Path folder) throws IOException {
    this.folder = folder;
    Files.writeString(folder.resolve("moods.csv"), table());
    encoder(Files.createDirectory(folder.resolve("encoder")), (name, values) -> {});
  }

  /**
   * Gives the encoder one dimension that is ten thousand times as large as the others, which its
   * first norm takes away again: eight bits to a row of such a table keep that dimension alone.
   */
  MoodFolder withOutliers() throws IOException {
    encoder(folder.resolve("encoder"), MoodFolder::outlying);
    return this;
  }

  private static void outlying(String name, float[] values) {
    double outlier = 1000;
    double spread = outlier * Math.sqrt(WIDTH - 1) / WIDTH;
    if (name.endsWith("word_embeddings.weight")) {
      for (int row = 0; row < values.length; row += WIDTH) {
        values[row] = (float) outlier;
      }
    } else if (name.contains("_embeddings.weight")) {
      Arrays.fill(values, 0);
    } else if (name.endsWith("embeddings.LayerNorm.weight")) {
      Arrays.fill(values, (float) spread);
    } else if (name.endsWith("embeddings.LayerNorm.bias")) {
      Arrays.fill(values, (float) (outlier / WIDTH));
      values[0] -= (float) outlier;
    }
  }

  /**
   * Writes an experiment.
   *
   * @param train further settings of the training, a line each
   */
  Path experiment(String name, String... train) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (String line : train) {
      lines.append("  ").append(line).append('\n');
    }
    String text =
        """
        name: %s
        data:
          rows: { csv: moods.csv }
          id: id
          label: { glad: binary }
          texts: text
          features: text
          source: source
        parts: { by: id }
        train:
          with: transformer
          encoder: encoder
          max_length: 12
          batch: 8
          threads: 1
        %sbaselines: none
        gates:
          - { name: not degenerate, degenerate: forbidden, on: test }
        """
            .formatted(name, lines);
    return Files.writeString(folder.resolve(name + ".yaml"), text);
  }

  /**
   * Writes an experiment on some of the rows, under ids of its own.
   *
   * @param part the part of a row by its number; empty where the row is left out
   * @param train further settings of the training, a line each
   */
  Path divided(String name, IntFunction<String> part, String... train) throws IOException {
    List<String> rows = Files.readAllLines(folder.resolve("moods.csv"));
    StringBuilder csv = new StringBuilder(rows.getFirst()).append(",part\n");
    for (int row = 0; row + 1 < rows.size(); row++) {
      if (!part.apply(row).isEmpty()) {
        csv.append(name).append(rows.get(row + 1)).append(',').append(part.apply(row)).append('\n');
      }
    }
    Files.writeString(folder.resolve(name + ".csv"), csv);
    Path experiment = experiment(name, train);
    return Files.writeString(
        experiment,
        Files.readString(experiment)
            .replace("csv: moods.csv", "csv: " + name + ".csv")
            .replace("  source: source\n", "  source: source\n  part: part\n")
            .replace("parts: { by: id }\n", ""));
  }

  /** Writes an experiment that averages two encoders and a logistic regression on words. */
  Path averaged(String name) throws IOException {
    Path experiment = experiment(name, "epochs: 2", "learning_rate: 0.01", "head_rate: 3");
    String text = Files.readString(experiment);
    int from = text.indexOf("  with: transformer\n");
    int to = text.indexOf("baselines: none");
    String own = text.substring(from, to).strip().replaceAll("\\n *", ", ");
    return Files.writeString(
        experiment,
        text.substring(0, from)
            + "  with: average\n  members: [{ %s }, { %s }, tfidf-logistic]\n".formatted(own, own)
            + text.substring(to));
  }

  private static String table() {
    Random random = new Random(3);
    StringBuilder csv = new StringBuilder("id,text,glad,source\n");
    for (int row = 0; row < 1200; row++) {
      boolean glad = random.nextInt(3) == 0;
      StringBuilder text = new StringBuilder("row");
      for (int word = 0; word < 7; word++) {
        int from = word < 2 ? (glad ? 0 : 2) : 4;
        int among = word < 2 ? 2 : 6;
        text.append(' ').append(WORDS.get(from + random.nextInt(among)));
      }
      csv.append(
          "m%d,%s %d,%d,%s%n"
              .formatted(row, text, row, glad ? 1 : 0, row % 3 == 0 ? "hard" : "plain"));
    }
    return csv.toString();
  }

  private static void encoder(Path encoder, BiConsumer<String, float[]> change) throws IOException {
    Architecture shape = new Architecture(WORDS.size() + 4, 16, 0, 2, WIDTH, 1, 2, 32, 1e-12, 0, 0);
    Random random = new Random(5);
    Map<String, FloatTensor> tensors = new LinkedHashMap<>();
    EncoderWeights.shapes(shape)
        .forEach(
            (name, sizes) -> {
              int count = 1;
              for (int size : sizes) {
                count *= size;
              }
              float[] values = new float[count];
              for (int i = 0; i < count; i++) {
                double mean = name.endsWith("LayerNorm.weight") ? 1 : 0;
                values[i] = (float) (mean + 0.1 * random.nextGaussian());
              }
              change.accept(name, values);
              tensors.put(name, FloatTensor.of(values, sizes));
            });
    try (FileChannel file =
        FileChannel.open(
            encoder.resolve("model.safetensors"),
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      for (ByteBuffer piece : new Safetensors(tensors, Map.of("format", "pt")).content()) {
        file.write(piece);
      }
    }
    Files.writeString(encoder.resolve("config.json"), config(shape));
    Files.writeString(encoder.resolve("tokenizer.json"), tokeniser());
  }

  private static String config(Architecture shape) {
    return JsonMapper.shared()
        .writeValueAsString(
            Map.of(
                "model_type", "bert",
                "vocab_size", shape.vocabulary(),
                "max_position_embeddings", shape.positions(),
                "type_vocab_size", shape.segments(),
                "hidden_size", shape.width(),
                "num_hidden_layers", shape.layers(),
                "num_attention_heads", shape.heads(),
                "intermediate_size", shape.feedForward(),
                "layer_norm_eps", shape.epsilon(),
                "hidden_act", "gelu"));
  }

  private static String tokeniser() {
    Map<String, Object> vocabulary = new LinkedHashMap<>();
    for (String special : List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]")) {
      vocabulary.put(special, vocabulary.size());
    }
    WORDS.forEach(word -> vocabulary.put(word, vocabulary.size()));
    return JsonMapper.shared()
        .writeValueAsString(
            Map.of(
                "version", "1.0",
                "added_tokens", List.of(),
                "pre_tokenizer", Map.of("type", "Whitespace"),
                "post_processor",
                    Map.of(
                        "type", "BertProcessing",
                        "sep", List.of("[SEP]", 3),
                        "cls", List.of("[CLS]", 2)),
                "model", Map.of("type", "WordLevel", "vocab", vocabulary, "unk_token", "[UNK]")));
  }
}
