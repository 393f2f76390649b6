package dev.assay.data.source;

import dev.assay.core.problem.Problems;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Finds the lines of a JSON lines file that are no JSON, once DuckDB has refused it. */
final class JsonLines {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private JsonLines() {}

  static void reportBroken(RowFile file, Problems problems) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(file.open(), StandardCharsets.UTF_8))) {
      long line = 1;
      for (String text = reader.readLine(); text != null; text = reader.readLine(), line++) {
        if (!text.isBlank() && !isObject(text)) {
          problems.add(
              file.shown() + ":" + line, "the line is no JSON object.", "Write one object a line.");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file.path(), e);
    }
  }

  private static boolean isObject(String text) {
    try {
      return MAPPER.readTree(text).isObject();
    } catch (JacksonException e) {
      return false;
    }
  }
}
