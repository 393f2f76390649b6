package dev.assay.pipeline.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ExperimentPageTest {

  private static final Path PAGE = Path.of("../docs/experiment-file.md");

  @Test
  void the_page_on_the_experiment_file_explains_every_key_and_setting() throws IOException {
    Set<String> keys = new TreeSet<>();
    addKeys(ExperimentSchema.document(), keys);
    String page = Files.readString(PAGE);

    assertThat(keys).contains("rows", "learning_rate", "lose_at_most");
    assertThat(keys.stream().filter(key -> !page.contains("`" + key + "`"))).isEmpty();
  }

  /** The names under {@code properties}, however deep. */
  private static void addKeys(Object schema, Set<String> keys) {
    switch (schema) {
      case Map<?, ?> map -> {
        if (map.get("properties") instanceof Map<?, ?> properties) {
          properties.keySet().forEach(key -> keys.add((String) key));
        }
        map.values().forEach(value -> addKeys(value, keys));
      }
      case Collection<?> list -> list.forEach(item -> addKeys(item, keys));
      default -> {}
    }
  }
}
