package dev.assay.registry.object;

import dev.assay.core.fingerprint.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Objects on disk as {@code <2 hex>/<sha256>}. An object appears under its name whole and durable,
 * or not at all: it is written beside its place, forced to disk, and renamed. Safe for threads and
 * processes at once, since all of them write the same bytes under a name.
 */
public final class ObjectStore {

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private static final String DRAFT = ".draft-";

  private final Path folder;

  /** The store in a folder, which is made with the first object. */
  public ObjectStore(Path folder) {
    this.folder = folder;
  }

  /**
   * Stores an object; when this returns, it is on disk. A damaged object of that name is replaced.
   *
   * @return SHA-256 of the content
   */
  public String put(byte[] content) {
    String hash = Sha256.of(content);
    Path file = file(hash);
    try {
      if (!isIntact(hash)) {
        write(file, content);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The object " + file + " cannot be written.", e);
    }
    return hash;
  }

  private void write(Path file, byte[] content) throws IOException {
    Path parent = file.resolveSibling("");
    boolean made = Files.notExists(parent);
    Files.createDirectories(parent);
    // Not Files.createTempFile, whose files nobody else of the team may read.
    Path draft = parent.resolve(DRAFT + UUID.randomUUID());
    try {
      try (FileChannel channel =
          FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
    forceFolder(parent);
    if (made) {
      forceFolder(folder);
    }
  }

  private static void forceFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /**
   * The content of an object.
   *
   * @throws DamagedStoreException where it is missing or not what its name says
   */
  public byte[] get(String hash) {
    Path file = file(hash);
    byte[] content;
    try {
      content = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw DamagedStoreException.missing(hash, file);
    } catch (IOException e) {
      throw new UncheckedIOException("The object " + file + " cannot be read.", e);
    }
    String found = Sha256.of(content);
    if (!found.equals(hash)) {
      throw DamagedStoreException.damaged(hash, file, found);
    }
    return content;
  }

  /** Whether there is an object of this name, intact or not. */
  public boolean has(String hash) {
    return Files.isRegularFile(file(hash));
  }

  private boolean isIntact(String hash) throws IOException {
    return has(hash) && Sha256.of(Files.readAllBytes(file(hash))).equals(hash);
  }

  /** All objects in the order of their hashes. */
  public List<StoredObject> list() {
    if (Files.notExists(folder)) {
      return List.of();
    }
    return files().stream()
        .filter(file -> HASH.matcher(file.getFileName().toString()).matches())
        .map(ObjectStore::stored)
        .sorted(Comparator.comparing(StoredObject::hash))
        .toList();
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.walk(folder, 2)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The objects in " + folder + " cannot be listed.", e);
    }
  }

  private static StoredObject stored(Path file) {
    try {
      return new StoredObject(file.getFileName().toString(), Files.size(file));
    } catch (IOException e) {
      throw new UncheckedIOException("The object " + file + " cannot be looked at.", e);
    }
  }

  /** Removes an object; whoever calls this has made sure that nothing refers to it. */
  public void delete(String hash) {
    delete(file(hash));
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + file + " cannot be removed.", e);
    }
  }

  /** Removes what killed processes left half written; nobody may be writing meanwhile. */
  public void deleteDrafts() {
    if (Files.notExists(folder)) {
      return;
    }
    for (Path file : files()) {
      if (file.getFileName().toString().startsWith(DRAFT)) {
        delete(file);
      }
    }
  }

  private Path file(String hash) {
    if (!HASH.matcher(hash).matches()) {
      throw new IllegalArgumentException("No SHA-256 of an object: '" + hash + "'.");
    }
    return folder.resolve(hash.substring(0, 2)).resolve(hash);
  }
}
