package dev.assay.registry.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The right to be the only run of a home. The operating system releases it when the process ends,
 * however it ends, so a killed run never blocks the next one.
 */
public final class RunLock implements AutoCloseable {

  /**
   * Locks of this process. POSIX drops a process's lock on a file as soon as the process closes any
   * channel to it, so a lock that is held here must be refused before the file is opened.
   */
  private static final Map<Path, Holder> HELD_HERE = new ConcurrentHashMap<>();

  private final Path file;
  private final FileChannel channel;

  private RunLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** What became of the attempt to take the lock. */
  public sealed interface Attempt {

    /**
     * The lock is ours until closed.
     *
     * @param lock the lock
     */
    record Taken(RunLock lock) implements Attempt {}

    /**
     * Another run has it.
     *
     * @param holder who; null where the other has not written its name yet
     */
    record Refused(@Nullable Holder holder) implements Attempt {}
  }

  /**
   * Who has the lock.
   *
   * @param pid the process
   * @param since when it took the lock
   */
  public record Holder(long pid, Instant since) {}

  /**
   * Tries to take the lock, without waiting.
   *
   * @param file the lock file, which is made where it is missing and never removed
   */
  public static Attempt take(Path file, Clock clock) {
    Holder me = new Holder(ProcessHandle.current().pid(), clock.instant());
    Path key = file.toAbsolutePath().normalize();
    Holder here = HELD_HERE.putIfAbsent(key, me);
    if (here != null) {
      return new Attempt.Refused(here);
    }
    boolean taken = false;
    try {
      Attempt attempt = takeFromOtherProcesses(key, me);
      taken = attempt instanceof Attempt.Taken;
      return attempt;
    } catch (IOException e) {
      throw new UncheckedIOException("The run lock " + file + " cannot be taken.", e);
    } finally {
      if (!taken) {
        HELD_HERE.remove(key);
      }
    }
  }

  private static Attempt takeFromOtherProcesses(Path file, Holder me) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock;
    try {
      lock = channel.tryLock();
      if (lock != null) {
        channel.truncate(0);
        channel.write(
            ByteBuffer.wrap(
                (me.pid() + "\n" + me.since() + "\n").getBytes(StandardCharsets.UTF_8)));
        channel.force(true);
      }
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    if (lock == null) {
      channel.close();
      return new Attempt.Refused(holder(file));
    }
    return new Attempt.Taken(new RunLock(file, channel));
  }

  private static @Nullable Holder holder(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    if (lines.size() < 2) {
      return null;
    }
    try {
      return new Holder(Long.parseLong(lines.get(0)), Instant.parse(lines.get(1)));
    } catch (NumberFormatException | DateTimeParseException halfWritten) {
      return null;
    }
  }

  /** Whether the lock is still ours. */
  public boolean isHeld() {
    return channel.isOpen();
  }

  /** Lets the next run in. */
  @Override
  public void close() {
    if (!channel.isOpen()) {
      return;
    }
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The run lock " + file + " cannot be released.", e);
    } finally {
      HELD_HERE.remove(file);
    }
  }
}
