package dev.assay.text.encoder;

import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * A folder as Hugging Face's library writes it: {@code config.json}, {@code model.safetensors} and
 * {@code tokenizer.json} of a BERT, MiniLM, DistilBERT, RoBERTa, XLM-RoBERTa or MPNet.
 */
final class HuggingFaceFolder {

  private static final String CONFIG = "config.json";
  private static final String WEIGHTS = "model.safetensors";
  private static final String TOKENISER = "tokenizer.json";

  private final Path folder;

  HuggingFaceFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Reads the encoder; a head that the folder has too is left out.
   *
   * @throws InvalidInputException naming all files that are missing, or what is wrong in one
   */
  PretrainedEncoder read() {
    Problems problems = new Problems();
    check(problems);
    problems.throwIfAny();
    try {
      JsonNode config = config();
      EncoderFamily family = family(config);
      Architecture architecture = architecture(family, config);
      return new PretrainedEncoder(
          String.valueOf(folder.getFileName()),
          weights(architecture, family),
          Files.readAllBytes(folder.resolve(TOKENISER)));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * The shape that {@code config.json} tells.
   *
   * @throws InvalidInputException where it is damaged, or of no encoder that can be trained
   */
  Architecture architecture() {
    try {
      JsonNode config = config();
      return architecture(family(config), config);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private InvalidInputException unreadable(IOException e) {
    return new InvalidInputException(
        folder.toString(), "cannot be read: " + e.getMessage() + ".", "Check its rights.");
  }

  /** The files that are read. */
  List<Path> files() {
    return Stream.of(CONFIG, WEIGHTS, TOKENISER).map(folder::resolve).toList();
  }

  /** Tells every file that is missing. */
  void check(Problems problems) {
    for (String name : List.of(CONFIG, WEIGHTS, TOKENISER)) {
      if (!Files.isRegularFile(folder.resolve(name))) {
        problems.add(folder.toString(), "has no " + name + ".", advice(name));
      }
    }
  }

  private static String advice(String name) {
    return switch (name) {
      case WEIGHTS ->
          "Save the model with save_pretrained(FOLDER, safe_serialization=True) in Python.";
      case TOKENISER ->
          "Save a fast tokeniser beside it: AutoTokenizer.from_pretrained(NAME)"
              + ".save_pretrained(FOLDER).";
      default -> "It is the file that tells the model's shape.";
    };
  }

  private JsonNode config() throws IOException {
    Path file = folder.resolve(CONFIG);
    try {
      return new ObjectMapper().readTree(Files.readString(file));
    } catch (JacksonException e) {
      throw new InvalidInputException(
          file.toString(), "is no JSON: " + e.getOriginalMessage() + ".", "Fetch it again.");
    }
  }

  private EncoderFamily family(JsonNode config) {
    String type = config.path("model_type").asString("");
    return EncoderFamily.of(type)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    folder.resolve(CONFIG).toString(),
                    "the model_type '" + type + "' is none that can be trained.",
                    "Take one of " + EncoderFamily.types() + "."));
  }

  private Architecture architecture(EncoderFamily family, JsonNode config) {
    String file = folder.resolve(CONFIG).toString();
    try {
      return family.architecture(new EncoderConfig(config, file));
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(
          file,
          "its numbers do not fit together: " + e.getMessage(),
          "Take the file that belongs to the weights.");
    }
  }

  private EncoderWeights weights(Architecture architecture, EncoderFamily family)
      throws IOException {
    Path file = folder.resolve(WEIGHTS);
    Map<String, int[]> expected = EncoderWeights.shapes(architecture);
    Map<String, FloatTensor> tensors = new LinkedHashMap<>();
    try (FileBytes bytes = new FileBytes(file)) {
      Safetensors.read(bytes, file.toString())
          .tensors()
          .forEach(
              (name, tensor) -> {
                String ours = family.nameOf(name);
                if (expected.containsKey(ours)) {
                  tensors.put(ours, tensor);
                }
              });
    }
    try {
      return new EncoderWeights(architecture, tensors);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(
          file.toString(),
          e.getMessage() == null ? "does not fit config.json." : e.getMessage(),
          "Fetch the folder again: config.json and model.safetensors must be of one model.");
    }
  }
}
