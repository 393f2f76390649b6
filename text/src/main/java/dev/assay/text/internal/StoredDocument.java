package dev.assay.text.internal;

import dev.assay.core.model.ModelFiles;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Records as JSON files of a model: read strictly, and written as the same bytes each time. */
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

  /** The bytes of a record. */
  public static byte[] write(Object document) {
    return JSON.writeValueAsBytes(document);
  }

  /**
   * The record in a file of a model.
   *
   * @throws dev.assay.core.problem.InvalidInputException where the file is missing or damaged, or
   *     the record refuses what stands in it
   */
  public static <T> T read(ModelFiles files, String name, Class<T> type) {
    try {
      return JSON.readValue(files.required(name), type);
    } catch (JacksonException | IllegalArgumentException e) {
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("unreadable");
      throw ModelFiles.damaged(name, reason);
    }
  }
}
