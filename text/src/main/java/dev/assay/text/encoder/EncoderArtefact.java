package dev.assay.text.encoder;

import dev.assay.core.problem.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * An encoder that Maven Central ships: weights as an ONNX file with its tokeniser in one jar, here
 * those of langchain4j. All of them are BERTs with 12 attention heads.
 */
enum EncoderArtefact {
  /** sentence-transformers/all-MiniLM-L6-v2: 6 layers, 22.7 million weights. */
  MINILM_L6("minilm-l6", "all-minilm-l6-v2"),
  /** BAAI/bge-small-en-v1.5: 12 layers, 33.4 million weights. */
  BGE_SMALL("bge-small", "bge-small-en-v1.5"),
  /** intfloat/e5-small-v2: 12 layers, 33.4 million weights. */
  E5_SMALL("e5-small", "e5-small-v2");

  private static final int HEADS = 12;

  private final String title;
  private final String resource;

  EncoderArtefact(String title, String resource) {
    this.title = title;
    this.resource = resource;
  }

  /** The name in an experiment file. */
  String title() {
    return title;
  }

  /** Reads it from the class path. */
  PretrainedEncoder read() {
    try (InputStream weights = open(resource + ".onnx");
        InputStream tokeniser = open(resource + "-tokenizer.json")) {
      return new PretrainedEncoder(
          title, OnnxEncoder.read(weights, resource + ".onnx", HEADS), tokeniser.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("The encoder " + title + " cannot be read.", e);
    }
  }

  private InputStream open(String name) {
    InputStream stream = EncoderArtefact.class.getResourceAsStream("/" + name);
    if (stream == null) {
      throw new InvalidInputException(
          "this installation",
          "the encoder '" + title + "' is not on the class path.",
          "Add the jar dev.langchain4j:langchain4j-embeddings-" + resource.replace("1.5", "15"));
    }
    return stream;
  }
}
