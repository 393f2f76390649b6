package dev.assay.text.imported;

import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.TaskKind;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problems;
import dev.assay.text.encoder.TokenLimits;
import dev.assay.text.tokenise.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * A folder as Hugging Face's Optimum writes it: {@code model.onnx}, {@code tokenizer.json}, and
 * {@code config.json}, of which {@code id2label} is read, and how many tokens and positions there
 * are.
 */
final class ImportedFolder {

  static final String CONFIG = "config.json";

  private static final String LABELS_MEND =
      "Declare the labels of the data in the order of the model, or correct 'id2label'.";

  private final Path folder;

  ImportedFolder(Path folder) {
    this.folder = folder;
  }

  /** The files that are read. */
  List<Path> files() {
    return List.of(
        folder.resolve(ImportedModel.NETWORK),
        folder.resolve(ImportedModel.TOKENISER),
        folder.resolve(CONFIG));
  }

  /** Notes every file that is missing. */
  void check(Problems problems) {
    for (Path file : files()) {
      if (!Files.isRegularFile(file)) {
        problems.add(
            folder.toString(),
            "has no " + file.getFileName() + ".",
            "'model' names a folder as 'optimum-cli export onnx --task text-classification' of"
                + " Hugging Face writes it.");
      }
    }
  }

  /** The content of a file. */
  byte[] content(String name) {
    try {
      return Files.readAllBytes(folder.resolve(name));
    } catch (IOException e) {
      throw new InvalidInputException(
          folder.resolve(name).toString(),
          "cannot be read: " + e.getMessage(),
          "Check its rights.");
    }
  }

  private JsonNode config() {
    try {
      return new ObjectMapper().readTree(content(CONFIG));
    } catch (JacksonException e) {
      throw new InvalidInputException(
          folder.resolve(CONFIG).toString(),
          "is no JSON: " + e.getOriginalMessage() + ".",
          "Fetch it again.");
    }
  }

  /**
   * Refuses to read more tokens of a text than the model has positions for, as far as {@code
   * config.json} tells that.
   *
   * @throws InvalidInputException where it has fewer
   */
  void checkLength(int maxLength) {
    OptionalInt longest = TokenLimits.of(config()).longestText();
    if (longest.isPresent() && maxLength > longest.getAsInt()) {
      throw new InvalidInputException(
          folder.resolve(CONFIG).toString(),
          "the model reads %d tokens of a text at most, and 'max_length' is %d."
              .formatted(longest.getAsInt(), maxLength),
          "Write 'max_length: " + longest.getAsInt() + "'.");
    }
  }

  /**
   * Refuses tokens that the model does not know, as far as {@code config.json} tells that.
   *
   * @throws InvalidInputException where there is one
   */
  void checkKnown(Tokens tokens) {
    OptionalInt vocabulary = TokenLimits.of(config()).vocabulary();
    if (vocabulary.isPresent() && tokens.highestId() >= vocabulary.getAsInt()) {
      throw new InvalidInputException(
          folder.resolve(ImportedModel.TOKENISER).toString(),
          "it gives a text the token %d, but the model knows 0 to %d."
              .formatted(tokens.highestId(), vocabulary.getAsInt() - 1),
          "Take the tokenizer.json that belongs to the model.");
    }
  }

  /**
   * The names of the network's outputs, in their order.
   *
   * @throws InvalidInputException where {@code config.json} does not name them
   */
  List<String> outputs() {
    JsonNode names = config().path("id2label");
    List<String> outputs = new ArrayList<>();
    for (int id = 0; id < names.size(); id++) {
      JsonNode name = names.path(Integer.toString(id));
      if (!name.isString()) {
        break;
      }
      outputs.add(name.asString());
    }
    if (outputs.isEmpty() || outputs.size() < names.size()) {
      throw new InvalidInputException(
          folder.resolve(CONFIG).toString(),
          "its 'id2label' does not name every output, from 0 on.",
          "Write it, as in \"id2label\": {\"0\": \"spam\", \"1\": \"threat\"}.");
    }
    return outputs;
  }

  /**
   * Which outputs are the scores of labels. A binary label may be one of two classes that exclude
   * each other; else the outputs are the labels, in their order.
   *
   * @throws InvalidInputException where the labels are others, or in another order
   */
  List<Integer> scored(LabelSchema schema) {
    List<String> outputs = outputs();
    if (schema.kind() == TaskKind.BINARY && outputs.size() == 2) {
      int positive = outputs.indexOf(schema.names().getFirst());
      if (positive >= 0) {
        return List.of(positive);
      }
    }
    if (!outputs.equals(schema.names())) {
      throw new InvalidInputException(
          folder.resolve(CONFIG).toString(),
          "the model's labels are %s, those of the data %s.".formatted(outputs, schema.names()),
          LABELS_MEND);
    }
    return IntStream.range(0, outputs.size()).boxed().toList();
  }
}
