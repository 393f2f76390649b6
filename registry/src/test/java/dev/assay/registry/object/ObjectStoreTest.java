package dev.assay.registry.object;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectStoreTest {

  /** As {@code printf abc | sha256sum} prints it. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path folder;

  @Test
  void an_object_lies_under_the_sha256_of_its_content() {
    ObjectStore store = new ObjectStore(folder);

    assertThat(store.put("abc".getBytes(UTF_8))).isEqualTo(ABC);

    assertThat(folder.resolve("ba").resolve(ABC)).hasContent("abc");
    assertThat(store.get(ABC)).asString(UTF_8).isEqualTo("abc");
    assertThat(store.list()).containsExactly(new StoredObject(ABC, 3));
  }

  @Test
  void others_of_the_team_may_read_an_object_as_they_may_any_new_file() throws Exception {
    new ObjectStore(folder).put("abc".getBytes(UTF_8));

    assertThat(Files.getPosixFilePermissions(folder.resolve("ba").resolve(ABC)))
        .isEqualTo(Files.getPosixFilePermissions(Files.createFile(folder.resolve("plain"))));
  }

  @Test
  void an_object_that_was_tampered_with_is_never_handed_out() throws Exception {
    ObjectStore store = new ObjectStore(folder);
    store.put("abc".getBytes(UTF_8));
    Files.writeString(folder.resolve("ba").resolve(ABC), "abd");

    assertThatThrownBy(() -> store.get(ABC))
        .isInstanceOf(DamagedStoreException.class)
        .hasMessageContaining("damaged")
        .hasMessageContaining(folder.resolve("ba").resolve(ABC).toString());
  }

  @Test
  void storing_the_content_again_mends_a_damaged_object() throws Exception {
    ObjectStore store = new ObjectStore(folder);
    store.put("abc".getBytes(UTF_8));
    Files.writeString(folder.resolve("ba").resolve(ABC), "");

    store.put("abc".getBytes(UTF_8));

    assertThat(store.get(ABC)).asString(UTF_8).isEqualTo("abc");
  }

  @Test
  void a_missing_object_is_named() {
    assertThatThrownBy(() -> new ObjectStore(folder).get(ABC))
        .isInstanceOf(DamagedStoreException.class)
        .hasMessageContaining("missing")
        .hasMessageContaining(ABC);
  }

  @Test
  void what_is_no_hash_never_becomes_a_path() {
    assertThatThrownBy(() -> new ObjectStore(folder).get("../../etc/passwd"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_half_written_draft_is_no_object_and_can_be_cleared_away() throws Exception {
    ObjectStore store = new ObjectStore(folder);
    store.put("abc".getBytes(UTF_8));
    Path draft = Files.writeString(folder.resolve("ba").resolve(".draft-1"), "ab");

    assertThat(store.list()).hasSize(1);
    store.deleteDrafts();

    assertThat(draft).doesNotExist();
    assertThat(store.list()).hasSize(1);
  }

  @Test
  void many_threads_store_the_same_object_at_once() {
    ObjectStore store = new ObjectStore(folder);

    IntStream.range(0, 64).parallel().forEach(i -> store.put("abc".getBytes(UTF_8)));

    assertThat(store.get(ABC)).asString(UTF_8).isEqualTo("abc");
    assertThat(folder.resolve("ba")).isDirectoryNotContaining("glob:**.draft*");
  }
}
