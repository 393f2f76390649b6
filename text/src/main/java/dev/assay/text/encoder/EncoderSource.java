package dev.assay.text.encoder;

import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.NearestName;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where an encoder comes from: an artefact on the class path, or a Hugging Face folder. */
public final class EncoderSource {

  private EncoderSource() {}

  /**
   * Reads an encoder.
   *
   * @param name the name of an {@link EncoderArtefact}, or the path of a folder with {@code
   *     config.json}, {@code model.safetensors} and {@code tokenizer.json}
   * @throws InvalidInputException where there is no such encoder, or its files are damaged
   */
  public static PretrainedEncoder read(String name) {
    for (EncoderArtefact artefact : EncoderArtefact.values()) {
      if (artefact.title().equals(name)) {
        return artefact.read();
      }
    }
    Path folder = folder(name);
    if (!name.isBlank() && Files.isDirectory(folder)) {
      return new HuggingFaceFolder(folder).read();
    }
    List<String> known = new ArrayList<>();
    for (EncoderArtefact artefact : EncoderArtefact.values()) {
      known.add(artefact.title());
    }
    throw new InvalidInputException(
        "train",
        "there is no encoder '" + name + "', and no folder of that name.",
        NearestName.advice(name, known)
            + " Or name a folder with config.json, model.safetensors and tokenizer.json.");
  }

  private static Path folder(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new InvalidInputException(
          "train", "'" + name + "' is neither an encoder nor a path.", "Name one of both.");
    }
  }
}
