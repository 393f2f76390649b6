package dev.assay.cli.console;

/** What the process ends with. */
public enum ExitCode {
  /** Done; for {@code run} and {@code gate}: promoted or would promote. */
  DONE(0),
  /** A fault of Assay's own. */
  INTERNAL_ERROR(1),
  /** The user's input is wrong. */
  INVALID_INPUT(2),
  /** A gate holds the candidate. */
  HELD(3);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /** The number that the shell sees. */
  public int number() {
    return number;
  }
}
