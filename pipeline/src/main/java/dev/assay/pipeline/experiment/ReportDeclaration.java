package dev.assay.pipeline.experiment;

/**
 * What of a run's rows its report shows to people.
 *
 * @param examples how many rows of each kind stand there for each label, 0 to {@link
 *     #MOST_EXAMPLES}; 0 keeps all rows out of the report
 */
public record ReportDeclaration(int examples) {

  /** More are no longer read. */
  public static final int MOST_EXAMPLES = 100;

  /** What stands in a report where nothing is said. */
  public static final ReportDeclaration STANDARD = new ReportDeclaration(5);

  /** Checks the number. */
  public ReportDeclaration {
    if (examples < 0 || examples > MOST_EXAMPLES) {
      throw new IllegalArgumentException(
          "0 to " + MOST_EXAMPLES + " examples can be shown, not " + examples + ".");
    }
  }
}
