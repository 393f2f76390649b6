package dev.assay.data.holdout;

import dev.assay.core.example.Attributes;
import dev.assay.core.example.Dataset;
import dev.assay.core.example.TimeColumn;
import dev.assay.core.fingerprint.StableHash;
import dev.assay.core.problem.Problem;
import dev.assay.core.problem.Problems;
import dev.assay.data.parts.TimePurge;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Holdouts, and what of the data is left for the parts once they are cut out and what looks into
 * them is purged. Immutable.
 *
 * <p>Two rules hold for every row that is left: it is in no holdout, and no holdout has a row of
 * the same group (of any group where none is declared) within the horizon before or after it. A
 * rolling holdout takes all groups, so the horizon before its first day is purged for all of them,
 * whether or not a group has rows in it.
 */
public final class HoldoutCut {

  private final List<Holdout> holdouts;
  private final int[] trainingRows;

  private HoldoutCut(List<Holdout> holdouts, int[] trainingRows) {
    this.holdouts = List.copyOf(holdouts);
    this.trainingRows = trainingRows;
  }

  /**
   * Cuts.
   *
   * @param dataset the data up to the as-of day
   * @param asOf the last day that the run knows of
   * @param horizonDays how many days ahead a label looks, 0 for none
   * @param definitions the holdouts, names distinct
   * @throws dev.assay.core.problem.InvalidInputException with every holdout that cannot be cut: no
   *     time column for a rolling one, other labels or columns in a frozen one, or no row left
   */
  public static HoldoutCut of(
      Dataset dataset, LocalDate asOf, int horizonDays, List<HoldoutDefinition> definitions) {
    Problems problems = new Problems();
    List<HoldoutDefinition> usable = new ArrayList<>();
    for (HoldoutDefinition definition : definitions) {
      HoldoutFit.problems(dataset, horizonDays, definition)
          .ifPresentOrElse(problems::addAll, () -> usable.add(definition));
    }
    HoldoutCut cut = new Cutter(dataset, asOf, horizonDays).cut(usable, problems);
    problems.throwIfAny();
    return cut;
  }

  /** The holdouts in the order of their definitions. */
  public List<Holdout> holdouts() {
    return holdouts;
  }

  /** The rows of the data that are left for the parts, in row order. */
  public int[] trainingRows() {
    return trainingRows.clone();
  }

  /** Rows of the data and of one holdout. */
  private record Taken(
      HoldoutDefinition definition, Dataset rows, IntPredicate inData, IntPredicate near) {}

  /** The work of one cut. */
  private static final class Cutter {

    private final Dataset dataset;
    private final LocalDate asOf;
    private final int horizonDays;
    private final long[] idHashes;

    Cutter(Dataset dataset, LocalDate asOf, int horizonDays) {
      this.dataset = dataset;
      this.asOf = asOf;
      this.horizonDays = horizonDays;
      idHashes = idHashes(dataset.attributes());
    }

    HoldoutCut cut(List<HoldoutDefinition> definitions, Problems problems) {
      List<Taken> all = definitions.stream().map(this::take).toList();
      boolean[] taken = new boolean[dataset.size()];
      for (Taken each : all) {
        for (int row = 0; row < taken.length; row++) {
          taken[row] |= each.inData().test(row);
        }
      }
      boolean[] purged = new boolean[dataset.size()];
      long[] earlierIds = new long[0];
      List<Holdout> holdouts = new ArrayList<>();
      for (Taken each : all) {
        int purgedHere = 0;
        int takenHere = 0;
        for (int row = 0; row < taken.length; row++) {
          takenHere += each.inData().test(row) ? 1 : 0;
          if (!taken[row] && !purged[row] && each.near().test(row)) {
            purged[row] = true;
            purgedHere++;
          }
        }
        long[] ids = idHashes(each.rows().attributes());
        holdouts.add(holdout(each, takenHere, purgedHere, shared(ids, earlierIds), problems));
        earlierIds = union(earlierIds, ids);
      }
      int[] training =
          IntStream.range(0, taken.length).filter(row -> !taken[row] && !purged[row]).toArray();
      return new HoldoutCut(holdouts, training);
    }

    private Holdout holdout(
        Taken taken, int takenHere, int purgedHere, int shared, Problems problems) {
      Dataset rows = taken.rows();
      int[] known =
          IntStream.range(0, rows.size()).filter(row -> rows.labels().isAnyKnown(row)).toArray();
      if (known.length == 0) {
        problems.add(nothingKnown(taken.definition(), rows.size()));
      }
      return new Holdout(
          taken.definition(),
          known.length == rows.size() ? rows : rows.select(known),
          rows.size() - known.length,
          takenHere,
          purgedHere,
          shared);
    }

    private Problem nothingKnown(HoldoutDefinition definition, int rows) {
      String where = "holdout '" + definition.name() + "'";
      if (rows == 0 && definition instanceof HoldoutDefinition.Rolling rolling) {
        TimeColumn time = dataset.attributes().time().orElseThrow();
        return new Problem(
            where,
            "no row is in its days, %s to %s: the days of the data are %s to %s."
                .formatted(
                    asOf.minusDays(rolling.days() - 1L), asOf, time.firstDay(), time.lastDay()),
            "Take an as-of day within these, or more days.");
      }
      return new Problem(
          where,
          "none of its " + rows + " rows has a known label.",
          "Take more days, or a later as-of day.");
    }

    private Taken take(HoldoutDefinition definition) {
      return switch (definition) {
        case HoldoutDefinition.Rolling rolling -> take(rolling);
        case HoldoutDefinition.Frozen frozen -> take(frozen);
      };
    }

    private Taken take(HoldoutDefinition.Rolling rolling) {
      TimeColumn time = dataset.attributes().time().orElseThrow();
      long firstDay = asOf.toEpochDay() - rolling.days() + 1;
      IntPredicate inside = row -> time.epochDay(row) >= firstDay;
      int[] rows = IntStream.range(0, dataset.size()).filter(inside).toArray();
      IntPredicate near = row -> time.epochDay(row) >= firstDay - horizonDays;
      return new Taken(rolling, dataset.select(rows), inside, near);
    }

    private Taken take(HoldoutDefinition.Frozen frozen) {
      long[] ids = idHashes(frozen.examples().attributes());
      Arrays.sort(ids);
      IntPredicate inside = row -> Arrays.binarySearch(ids, idHashes[row]) >= 0;
      IntPredicate near = row -> false;
      if (horizonDays > 0 && dataset.attributes().time().isPresent()) {
        near =
            TimePurge.around(frozen.examples().attributes(), row -> true, horizonDays)
                .near(dataset.attributes());
      }
      return new Taken(frozen, frozen.examples(), inside, near);
    }

    private static long[] idHashes(Attributes attributes) {
      return attributes.ids().stream().mapToLong(StableHash::of).toArray();
    }

    private static int shared(long[] ids, long[] sortedEarlier) {
      int shared = 0;
      for (long id : ids) {
        shared += Arrays.binarySearch(sortedEarlier, id) >= 0 ? 1 : 0;
      }
      return shared;
    }

    private static long[] union(long[] some, long[] others) {
      long[] union = Arrays.copyOf(some, some.length + others.length);
      System.arraycopy(others, 0, union, some.length, others.length);
      Arrays.sort(union);
      return union;
    }
  }
}
