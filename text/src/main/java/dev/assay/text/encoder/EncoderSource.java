package dev.assay.text.encoder;

import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.NearestName;
import dev.assay.core.problem.Problems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where an encoder comes from: an artefact on the class path, or a Hugging Face folder. */
public final class EncoderSource {

  /** The names of the encoders that need no folder. */
  public static final List<String> NAMES =
      Stream.of(EncoderArtefact.values()).map(EncoderArtefact::title).toList();

  private EncoderSource() {}

  /**
   * Reads an encoder.
   *
   * @param name the name of an {@link EncoderArtefact}, or the path of a folder with {@code
   *     config.json}, {@code model.safetensors} and {@code tokenizer.json}
   * @throws InvalidInputException where there is no such encoder, or its files are damaged
   */
  public static PretrainedEncoder read(String name) {
    Problems problems = new Problems();
    check(name, problems);
    problems.throwIfAny();
    Optional<EncoderArtefact> artefact = artefact(name);
    return artefact.isPresent()
        ? artefact.get().read()
        : new HuggingFaceFolder(Path.of(name)).read();
  }

  /**
   * Tells where there is no encoder of that name, or a file of its folder is missing. Takes no
   * time: what is in the files is not looked at.
   *
   * @param name as {@link #read} takes it
   */
  public static void check(String name, Problems problems) {
    if (artefact(name).isPresent()) {
      return;
    }
    Optional<Path> folder = folder(name);
    if (folder.isPresent()) {
      new HuggingFaceFolder(folder.get()).check(problems);
    } else {
      problems.add(
          "train",
          "there is no encoder '" + name + "', and no folder of that name.",
          NearestName.advice(name, NAMES)
              + " Or name a folder with config.json, model.safetensors and tokenizer.json.");
    }
  }

  /**
   * The shape of the encoder of a folder, without its weights being read; empty for an artefact,
   * whose shape its weights alone tell.
   *
   * @param name as {@link #read} takes it, of an encoder that {@link #check} finds nothing about
   * @throws InvalidInputException where {@code config.json} is damaged, or of no encoder that can
   *     be trained
   */
  public static Optional<Architecture> architecture(String name) {
    return artefact(name).isPresent()
        ? Optional.empty()
        : folder(name).map(folder -> new HuggingFaceFolder(folder).architecture());
  }

  /** The files of a folder; none for an artefact, which the version of the program stands for. */
  public static List<Path> files(String name) {
    return artefact(name).isPresent()
        ? List.of()
        : folder(name).map(folder -> new HuggingFaceFolder(folder).files()).orElse(List.of());
  }

  private static Optional<EncoderArtefact> artefact(String name) {
    return Stream.of(EncoderArtefact.values()).filter(a -> a.title().equals(name)).findFirst();
  }

  private static Optional<Path> folder(String name) {
    if (name.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(name)).filter(Files::isDirectory);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
