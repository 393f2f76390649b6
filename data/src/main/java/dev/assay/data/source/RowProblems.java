package dev.assay.data.source;

import dev.assay.core.problem.Problem;
import dev.assay.core.problem.Problems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Collects what is wrong with single rows. Where a row stands is looked up at the end, for those
 * that are shown.
 */
final class RowProblems {

  private record Found(int row, String what, String mend) {}

  private final List<Found> kept = new ArrayList<>();
  private long unlisted;

  void add(int row, String what, String mend) {
    if (kept.size() < Problems.LIMIT) {
      kept.add(new Found(row, what, mend));
    } else {
      unlisted++;
    }
  }

  /** Hands the problems over in the order of rows. */
  void report(RowLocations locations, Problems problems) {
    kept.stream()
        .sorted(Comparator.comparingInt(Found::row))
        .map(found -> new Problem(locations.where(found.row), found.what, found.mend))
        .forEach(problems::add);
    if (unlisted > 0) {
      problems.add("rows", unlisted + " more rows have problems that are not listed.", "");
    }
  }
}
