package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the environment of a process stands for the options that are not given. */
class EnvironmentTest {

  private static final String NOWHERE = "jdbc:postgresql://localhost:1/nowhere";

  @TempDir private Path folder;

  @Test
  void the_database_of_the_environment_is_used_where_no_option_names_one() throws Exception {
    assertThat(history(Map.of("ASSAY_DATABASE", NOWHERE))).contains("localhost:1");
    assertThat(history(Map.of())).doesNotContain("localhost:1");
    assertThat(history(Map.of("ASSAY_DATABASE", " "))).doesNotContain("localhost:1");
    assertThat(
            history(
                Map.of("ASSAY_DATABASE", NOWHERE),
                "--database",
                "jdbc:postgresql://localhost:2/elsewhere"))
        .contains("localhost:2")
        .doesNotContain("localhost:1");
  }

  /** What {@code assay history} says in a process of its own. */
  private String history(Map<String, String> environment, String... options)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "history",
                "--home",
                folder.resolve("home").toString()));
    command.addAll(List.of(options));
    Path output = folder.resolve("output.txt");
    ProcessBuilder process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    process.environment().remove("ASSAY_DATABASE");
    process.environment().putAll(environment);
    process.start().waitFor();
    return Files.readString(output, StandardCharsets.UTF_8);
  }
}
