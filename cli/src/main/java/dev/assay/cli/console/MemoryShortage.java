package dev.assay.cli.console;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * Tells a machine with too little memory from a fault of Assay's own. Java says so by an error, the
 * native libraries by the words of an exception.
 */
public final class MemoryShortage implements IExecutionStrategy {

  private static final List<String> WORDS =
      List.of("bad_alloc", "can't allocate memory", "failed to allocate memory", "out of memory");

  /** For {@link CommandLine#setExecutionStrategy}. */
  public MemoryShortage() {}

  /** Runs a verb; a lack of memory reaches the handler of failures as any other failure does. */
  @Override
  public int execute(ParseResult parsed) {
    try {
      return new RunLast().execute(parsed);
    } catch (OutOfMemoryError e) {
      throw new ExecutionException(
          parsed.commandSpec().commandLine(), "out of memory", new IllegalStateException(e));
    }
  }

  /** Whether a failure, or what it comes from, is a lack of memory. */
  static boolean isBehind(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
      if (cause instanceof OutOfMemoryError || WORDS.stream().anyMatch(message::contains)) {
        return true;
      }
    }
    return false;
  }

  /** What to do about it, beside the memory that Java may take now. */
  static String words() {
    return ("memory ran out; nothing is half-written. Java may take %,d MB: give it more, as in"
            + " ASSAY_JAVA_OPTS=-Xmx8g, or, where the machine has no more, train with smaller"
            + " batches, shorter texts or fewer rows.")
        .formatted(Runtime.getRuntime().maxMemory() >> 20);
  }
}
