package dev.assay.text.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Of ONNX Runtime, some releases report what they run, and write an id of the machine for it. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class DiscretionTest {

  @Test
  void scoring_writes_nothing_to_the_home_of_the_user(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path home = Files.createDirectory(folder.resolve("home"));

    assertThat(run(folder, home, "")).isEqualTo("scores: 3");

    try (Stream<Path> written = Files.walk(home)) {
      assertThat(written).containsExactly(home);
    }
  }

  @Test
  void a_command_line_of_any_length_is_nothing_to_stumble_over(@TempDir Path folder)
      throws IOException, InterruptedException {
    assertThat(run(folder, folder, "x".repeat(30_000))).isEqualTo("scores: 3");
  }

  /** The last line that the program prints. */
  private static String run(Path folder, Path home, String argument)
      throws IOException, InterruptedException {
    Path out = folder.resolve("out.txt");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.io.tmpdir=" + folder,
            "-cp",
            System.getProperty("java.class.path"),
            Discretion.class.getName(),
            argument);
    builder.environment().put("HOME", home.toString());
    // Reports may be left out where a machine says that it is none of a user's.
    builder
        .environment()
        .keySet()
        .removeAll(List.of("CI", "XDG_CACHE_HOME", "ORT_DISABLE_TELEMETRY"));
    Process process = builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    String printed = Files.readString(out);
    assertThat(process.exitValue()).as(printed).isZero();
    return printed.lines().reduce("", (before, line) -> line);
  }
}
