package dev.assay.pipeline.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredFileTest {

  @TempDir private Path folder;

  private Path file() throws IOException {
    return Files.write(folder.resolve("state"), new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
  }

  @Test
  void bytes_beyond_the_end_are_refused() throws IOException {
    try (StoredFile stored = new StoredFile(file())) {
      assertThat(stored.bytes(4, 4).get(0)).isEqualTo((byte) 5);
      assertThatIllegalArgumentException().isThrownBy(() -> stored.bytes(5, 4));
    }
  }

  @Test
  void a_file_that_was_cut_short_meanwhile_is_refused_in_the_same_way() throws IOException {
    Path file = file();
    try (StoredFile stored = new StoredFile(file)) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(5);
      }

      assertThatIllegalArgumentException()
          .isThrownBy(() -> stored.bytes(4, 4))
          .withMessage("state ends before byte 8.");
    }
  }
}
