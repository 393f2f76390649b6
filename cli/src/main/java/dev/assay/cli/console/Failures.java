package dev.assay.cli.console;

import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problem;
import dev.assay.registry.object.DamagedStoreException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Says what went wrong and ends with the right exit code: all problems of the user's input without
 * a stack trace, a fault of Assay's own with one.
 */
public final class Failures implements IExecutionExceptionHandler {

  /** For {@link CommandLine#setExecutionExceptionHandler}. */
  public Failures() {}

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    ExitCode code =
        switch (failure) {
          case InvalidInputException invalid -> {
            print(invalid, err);
            yield ExitCode.INVALID_INPUT;
          }
          case DamagedStoreException damaged -> {
            err.println("assay: the registry is damaged: " + damaged.getMessage());
            yield ExitCode.INTERNAL_ERROR;
          }
          case Exception shortage when MemoryShortage.isBehind(shortage) -> {
            err.println("assay: " + MemoryShortage.words());
            yield ExitCode.INVALID_INPUT;
          }
          default -> {
            err.println("assay: internal error; please report it with what stands below.");
            failure.printStackTrace(err);
            yield ExitCode.INTERNAL_ERROR;
          }
        };
    err.flush();
    return code.number();
  }

  private static void print(InvalidInputException invalid, PrintWriter err) {
    long all = invalid.problems().size() + invalid.unlisted();
    err.println(all == 1 ? "assay: 1 problem:" : "assay: " + all + " problems:");
    for (Problem problem : invalid.problems()) {
      err.println("  " + problem);
    }
    if (invalid.unlisted() > 0) {
      err.println("  ... and " + invalid.unlisted() + " more");
    }
  }
}
