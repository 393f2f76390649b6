package dev.assay.report.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

  @TempDir Path folder;

  @Test
  void content_replaces_what_was_there_and_leaves_no_other_file() throws IOException {
    Path file = folder.resolve("runs/1/verdict.json");

    AtomicFile.write(file, "a longer text that was there before");
    AtomicFile.write(file, "Grüße");

    assertThat(file).hasContent("Grüße");
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void a_write_that_fails_leaves_nothing_behind() throws IOException {
    Path taken = Files.createDirectories(folder.resolve("report.html"));
    Files.writeString(taken.resolve("inside"), "kept");

    assertThatThrownBy(() -> AtomicFile.write(taken, "text")).isInstanceOf(IOException.class);

    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(taken);
    }
    assertThat(taken.resolve("inside")).hasContent("kept");
  }

  @Test
  void others_may_read_what_the_user_lets_them_read() throws IOException {
    Path plain = Files.createFile(folder.resolve("plain"));
    Path file = folder.resolve("report.html");

    AtomicFile.write(file, "text");

    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(plain));
  }
}
