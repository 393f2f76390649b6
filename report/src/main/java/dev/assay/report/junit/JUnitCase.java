package dev.assay.report.junit;

/**
 * One line of a test report.
 *
 * @param name what was tested, such as a check's name
 * @param className the group that build systems file it under, such as the experiment's name
 */
public record JUnitCase(String name, String className, Outcome outcome) {

  /** How it ended. */
  public sealed interface Outcome {}

  /** As it should be. */
  public record Passed() implements Outcome {}

  /**
   * Not as it should be.
   *
   * @param message the reason in a line
   * @param detail the evidence, of any length
   */
  public record Failed(String message, String detail) implements Outcome {}

  /** Not tested, or tested without a result. */
  public record Skipped(String reason) implements Outcome {}
}
