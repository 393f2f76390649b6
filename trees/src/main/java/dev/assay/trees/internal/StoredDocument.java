package dev.assay.trees.internal;

import dev.assay.core.model.ModelFiles;
import dev.assay.core.problem.InvalidInputException;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the JSON that models are stored as: strict, and the same bytes every time. */
public final class StoredDocument {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private StoredDocument() {}

  /** A record as JSON in UTF-8. */
  public static byte[] write(Record document) {
    return JSON.writeValueAsBytes(document);
  }

  /**
   * Reads a document and makes of it what it stands for.
   *
   * @param files the model's files
   * @param name which of them
   * @param type the document's record
   * @param meaning what the document stands for; an {@link IllegalArgumentException} of it is taken
   *     as damage
   * @throws InvalidInputException where the file is missing or damaged
   */
  public static <D extends Record, T> T read(
      ModelFiles files, String name, Class<D> type, Function<D, T> meaning) {
    byte[] content = files.required(name);
    try {
      return meaning.apply(JSON.readValue(content, type));
    } catch (JacksonException | IllegalArgumentException e) {
      throw ModelFiles.damaged(
          name, String.valueOf(e.getMessage()).lines().findFirst().orElse("unreadable"));
    }
  }
}
