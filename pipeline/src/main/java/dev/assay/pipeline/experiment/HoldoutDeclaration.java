package dev.assay.pipeline.experiment;

import dev.assay.core.gate.MinimumSupport;
import java.time.LocalDate;
import java.util.Optional;

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

  /** Groups that are left out of training and scored by what was trained without them. */
  sealed interface Grouped extends HoldoutDeclaration {

    /** The group column. */
    String column();

    /** The first day whose rows are scored; empty where all are. */
    Optional<LocalDate> since();

    /** The support below which a group is reported but not judged, unless a gate says its own. */
    MinimumSupport minimumSupport();
  }

  /**
   * Each group left out in turn.
   *
   * @param column the group column
   * @param since the first day whose rows are scored; empty where all are
   * @param minimumSupport below it a group is reported but not judged
   */
  record LeaveOneOut(
      String name, String column, Optional<LocalDate> since, MinimumSupport minimumSupport)
      implements Grouped {
    @Override
    public String words() {
      return "leaving out one " + column + " at a time" + judgedOn(since);
    }
  }

  /**
   * Groups left out some at a time.
   *
   * @param column the group column
   * @param since the first day whose rows are scored; empty where all are
   * @param count how many folds, at least 2
   * @param minimumSupport below it a group is reported but not judged
   */
  record GroupFolds(
      String name,
      String column,
      Optional<LocalDate> since,
      int count,
      MinimumSupport minimumSupport)
      implements Grouped {
    @Override
    public String words() {
      return "leaving out the values of %s in %d folds".formatted(column, count) + judgedOn(since);
    }
  }

  private static String judgedOn(Optional<LocalDate> since) {
    return since.map(day -> ", judged on rows since " + day).orElse("");
  }
}
