package dev.assay.pipeline.experiment;

/** A holdout as an experiment declares it, before any row is read. */
public sealed interface HoldoutDeclaration {

  /** The name of the part that every run may judge on without declaring it. */
  String TEST = "test";

  /** The name that gates call it by. */
  String name();

  /** What it is, in words that change when the definition does. */
  String words();

  /**
   * The last days before the as-of day.
   *
   * @param days how many
   */
  record Rolling(String name, int days) implements HoldoutDeclaration {
    @Override
    public String words() {
      return "the last " + days + " days";
    }
  }

  /**
   * A snapshot in a file.
   *
   * @param file as the experiment file writes it
   */
  record Frozen(String name, String file) implements HoldoutDeclaration {
    @Override
    public String words() {
      return "frozen in " + file;
    }
  }
}
