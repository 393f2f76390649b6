package dev.assay.core.model;

import dev.assay.core.fingerprint.Sha256;
import dev.assay.core.problem.InvalidInputException;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The files that a model is stored as, by name: a format that others read too (XGBoost JSON, ONNX),
 * and what is needed beside it. Immutable.
 */
public final class ModelFiles {

  private final NavigableMap<String, byte[]> files;

  /**
   * These files, copied.
   *
   * @param files content by plain file name, at least one
   */
  public ModelFiles(Map<String, byte[]> files) {
    if (files.isEmpty()) {
      throw new IllegalArgumentException("A model has at least one file.");
    }
    NavigableMap<String, byte[]> copy = new TreeMap<>();
    files.forEach(
        (name, content) -> {
          if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException("Not a plain file name: '" + name + "'.");
          }
          copy.put(name, content.clone());
        });
    this.files = Collections.unmodifiableNavigableMap(copy);
  }

  /** The file names in alphabetical order. */
  public Iterable<String> names() {
    return files.keySet();
  }

  /**
   * A copy of a file's content.
   *
   * @throws IllegalArgumentException where the model has no such file
   */
  public byte[] content(String name) {
    byte[] content = files.get(name);
    if (content == null) {
      throw new IllegalArgumentException(
          "The model has no file '" + name + "', but " + files.keySet() + ".");
    }
    return content.clone();
  }

  /**
   * A copy of the content of a file that a model of some trainer must have.
   *
   * @throws InvalidInputException where there is no such file
   */
  public byte[] required(String name) {
    if (!files.containsKey(name)) {
      throw new InvalidInputException(
          name,
          "the model has no such file, but " + files.keySet() + ".",
          "Is it of another trainer?");
    }
    return content(name);
  }

  /** The problem of a file that cannot be what was written. */
  public static InvalidInputException damaged(String name, String reason) {
    return new InvalidInputException(
        name, "the model's file is damaged: " + reason, "Restore it, or train again.");
  }

  /** The size of all files in bytes. */
  public long bytes() {
    return files.values().stream().mapToLong(content -> content.length).sum();
  }

  /** SHA-256 over names and contents, as 64 lower-case hexadecimal digits. */
  public String hash() {
    Sha256 hash = new Sha256();
    files.forEach((name, content) -> hash.add(name).add(content));
    return hash.hex();
  }
}
