package dev.assay.data.parts;

import dev.assay.core.problem.InvalidInputException;
import dev.assay.data.internal.AtomicFile;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Parts records on disk: a small binary format, as 3,000,000 ids would be 100 MB of text.
 *
 * <p>Big-endian: the word {@code ASSAYPRT}, the version 1 (int), the policy (UTF), the batches
 * (count, then UTF each), ids and units (each a count, then hash (long) and entry (int) in
 * ascending order of hashes), and the fingerprint of the record (UTF), which shows damage.
 */
public final class PartsRecordFile {

  private static final long MAGIC = 0x4153534159505254L;
  private static final int VERSION = 1;

  private PartsRecordFile() {}

  /**
   * Writes a record, so that a killed program leaves the old one or the new one.
   *
   * @throws UncheckedIOException where it cannot be written
   */
  public static void write(Path file, PartsRecord record) {
    AtomicFile.write(file, draft -> writeContent(draft, record));
  }

  /**
   * Removes what killed processes left half written in a folder of parts records; nobody may be
   * writing there meanwhile.
   *
   * @throws UncheckedIOException where it cannot be removed
   */
  public static void deleteDrafts(Path folder) {
    if (Files.notExists(folder)) {
      return;
    }
    try (DirectoryStream<Path> drafts = Files.newDirectoryStream(folder, "*" + AtomicFile.DRAFT)) {
      for (Path draft : drafts) {
        Files.delete(draft);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot clear the parts records in " + folder, e);
    }
  }

  private static void writeContent(Path draft, PartsRecord record) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(draft), 1 << 16))) {
      out.writeLong(MAGIC);
      out.writeInt(VERSION);
      out.writeUTF(record.policy());
      out.writeInt(record.batches().size());
      for (String batch : record.batches()) {
        out.writeUTF(batch);
      }
      write(out, record.ids());
      write(out, record.units());
      out.writeUTF(record.fingerprint());
    }
  }

  private static void write(DataOutputStream out, RecordedParts parts) throws IOException {
    out.writeInt(parts.size());
    for (int i = 0; i < parts.size(); i++) {
      out.writeLong(parts.hash(i));
      out.writeInt(parts.entry(i));
    }
  }

  /**
   * Reads a record.
   *
   * @throws InvalidInputException where the file is not there, is no parts record or is damaged
   * @throws UncheckedIOException where the disk fails
   */
  public static PartsRecord read(Path file) {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      if (in.readLong() != MAGIC || in.readInt() != VERSION) {
        throw damaged(file, "it is no parts record of version " + VERSION + ".");
      }
      String policy = in.readUTF();
      int batchCount = checkedCount(in.readInt(), file, 2);
      List<String> batches = new ArrayList<>();
      for (int i = 0; i < batchCount; i++) {
        batches.add(in.readUTF());
      }
      RecordedParts ids = read(in, file);
      RecordedParts units = read(in, file);
      PartsRecord record = new PartsRecord(policy, batches, ids, units);
      if (!in.readUTF().equals(record.fingerprint()) || in.read() >= 0) {
        throw damaged(file, "its content does not match its fingerprint.");
      }
      return record;
    } catch (NoSuchFileException e) {
      throw new InvalidInputException(
          file.toString(), "there is no such parts record.", "Check the path.");
    } catch (EOFException e) {
      throw damaged(file, "it ends too early.");
    } catch (UTFDataFormatException | IllegalArgumentException e) {
      throw damaged(file, "its content is not well-formed.");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the parts record " + file, e);
    }
  }

  private static RecordedParts read(DataInputStream in, Path file) throws IOException {
    int size = checkedCount(in.readInt(), file, Long.BYTES + Integer.BYTES);
    long[] hashes = new long[size];
    int[] entries = new int[size];
    for (int i = 0; i < size; i++) {
      hashes[i] = in.readLong();
      entries[i] = in.readInt();
    }
    return new RecordedParts(hashes, entries);
  }

  /** Refuses a count that the file is too short for, before memory is asked for. */
  private static int checkedCount(int count, Path file, int bytesEach) throws IOException {
    if (count < 0 || (long) count * bytesEach > Files.size(file)) {
      throw damaged(file, "it says that it has " + count + " entries, and is too short for them.");
    }
    return count;
  }

  private static InvalidInputException damaged(Path file, String what) {
    return new InvalidInputException(
        file.toString(), what, "Restore it from a backup, or start a new parts record.");
  }
}
