package dev.assay.data.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.problem.InvalidInputException;
import dev.assay.data.leak.Duplicates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsRecordFileTest {

  private static final PartsPolicy POLICY =
      new PartsPolicy.Dealt(Shares.STANDARD, new PartsUnit.ByGroup(), 1, 0);

  @TempDir private Path folder;

  @Test
  void a_record_comes_back_as_it_was_written() throws IOException {
    PartsRecord record = twoBatches();
    Path file = folder.resolve("parts").resolve("record.bin");

    PartsRecordFile.write(file, record);
    PartsRecord read = PartsRecordFile.read(file);

    assertThat(read.fingerprint()).isEqualTo(record.fingerprint());
    assertThat(read.batches()).containsExactly("2026-05-03", "2026-05-10");
    assertThat(read.batch("a1")).contains("2026-05-03");
    assertThat(read.batch("b1")).contains("2026-05-10");
    assertThat(read.part("a1")).isEqualTo(record.part("a1"));
    assertThat(read.size()).isEqualTo(80);
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void others_may_read_a_record_as_they_may_any_new_file() throws IOException {
    Path file = folder.resolve("record.bin");

    PartsRecordFile.write(file, twoBatches());

    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(Files.getPosixFilePermissions(Files.createFile(folder.resolve("plain"))));
  }

  @Test
  void a_batch_that_adds_nothing_leaves_the_record_as_it_is() {
    PartsRecord record = twoBatches();

    PartsRecord again =
        PartsAssignment.assign(rows("a").dataset(), POLICY, record, Duplicates.none(), "2026-05-17")
            .record();

    assertThat(again.fingerprint()).isEqualTo(record.fingerprint());
  }

  @Test
  void any_damaged_byte_is_noticed() throws IOException {
    Path file = folder.resolve("record.bin");
    PartsRecordFile.write(file, twoBatches());
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length; at += 7) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x20;
      Files.write(file, damaged);
      assertThatThrownBy(() -> PartsRecordFile.read(file))
          .as("byte %d", at)
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("record.bin");
    }
  }

  @Test
  void a_truncated_or_missing_file_is_named() throws IOException {
    Path file = folder.resolve("record.bin");
    PartsRecordFile.write(file, twoBatches());
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> PartsRecordFile.read(file)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> PartsRecordFile.read(folder.resolve("none.bin")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no such parts record");
  }

  private static PartsRecord twoBatches() {
    PartsRecord first =
        PartsAssignment.assign(
                rows("a").dataset(), POLICY, PartsRecord.none(), Duplicates.none(), "2026-05-03")
            .record();
    return PartsAssignment.assign(
            rows("b").dataset(), POLICY, first, Duplicates.none(), "2026-05-10")
        .record();
  }

  private static Rows rows(String prefix) {
    Rows rows = new Rows();
    for (int i = 0; i < 40; i++) {
      rows.add(prefix + i, prefix + "group" + i % 10, 0, i % 2);
    }
    return rows;
  }
}
