package dev.assay.data.leak;

import dev.assay.core.example.Dataset;
import dev.assay.core.fingerprint.StableHash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Looks for rows of a set that judges in training. */
public final class LeakCheck {

  private LeakCheck() {}

  /**
   * Compares two datasets of the same features: their ids, which rows of one were derived from rows
   * of the other, and their contents by the definition of {@link NearDuplicates}.
   *
   * @param train what is trained on
   * @param otherName the name of the other set, for the report
   * @param other what judges
   * @throws IllegalArgumentException where the two differ in their features
   */
  public static LeakReport check(Dataset train, String otherName, Dataset other) {
    return check(train, otherName, other, Set.of());
  }

  /**
   * As {@link #check(Dataset, String, Dataset)}, for two datasets that were taken out of a larger
   * one.
   *
   * @param common the ids of rows whose content is common in that one, see {@link NearDuplicates}:
   *     what identifies nobody among all rows identifies nobody among some of them
   */
  public static LeakReport check(
      Dataset train, String otherName, Dataset other, Set<String> common) {
    Findings findings = new Findings();
    addSameIds(train, other, findings);
    addDerived(train, other, findings);
    Duplicates duplicates = NearDuplicates.find(Concatenation.of(train, other));
    addAlike(train, other, duplicates, common, findings);
    return new LeakReport(
        otherName, findings.counts, findings.listed, commonRows(train, other, duplicates, common));
  }

  private static void addAlike(
      Dataset train, Dataset other, Duplicates duplicates, Set<String> common, Findings findings) {
    for (int pair = 0; pair < duplicates.size(); pair++) {
      boolean crosses =
          duplicates.first(pair) < train.size() && duplicates.second(pair) >= train.size();
      if (crosses) {
        String trainId = train.attributes().id(duplicates.first(pair));
        String otherId = other.attributes().id(duplicates.second(pair) - train.size());
        if (!trainId.equals(otherId)
            && !common.contains(trainId)
            && !common.contains(otherId)
            && !isFrom(train, duplicates.first(pair), otherId)
            && !isFrom(other, duplicates.second(pair) - train.size(), trainId)) {
          LeakKind kind =
              duplicates.isExact(pair) ? LeakKind.SAME_CONTENT : LeakKind.NEAR_DUPLICATE;
          findings.add(new LeakPair(trainId, otherId, kind));
        }
      }
    }
  }

  private static int commonRows(
      Dataset train, Dataset other, Duplicates duplicates, Set<String> common) {
    int rows = 0;
    for (int row = 0; row < train.size() + other.size(); row++) {
      String id =
          row < train.size()
              ? train.attributes().id(row)
              : other.attributes().id(row - train.size());
      rows += duplicates.isCommon(row) || common.contains(id) ? 1 : 0;
    }
    return rows;
  }

  private static void addSameIds(Dataset train, Dataset other, Findings findings) {
    long[] trainIds = train.attributes().ids().stream().mapToLong(StableHash::of).toArray();
    Arrays.parallelSort(trainIds);
    for (String id : other.attributes().ids()) {
      if (Arrays.binarySearch(trainIds, StableHash.of(id)) >= 0) {
        findings.add(new LeakPair(id, id, LeakKind.SAME_ID));
      }
    }
  }

  private static void addDerived(Dataset train, Dataset other, Findings findings) {
    forEachDerived(
        train, other, (id, origin) -> findings.add(new LeakPair(id, origin, LeakKind.DERIVED)));
    forEachDerived(
        other, train, (id, origin) -> findings.add(new LeakPair(origin, id, LeakKind.DERIVED)));
  }

  /** Takes the ids of rows and of their origins among other rows. */
  private static void forEachDerived(
      Dataset rows, Dataset origins, BiConsumer<String, String> derived) {
    if (rows.attributes().origin().isEmpty()) {
      return;
    }
    Set<String> ids = new HashSet<>(origins.attributes().ids());
    for (int row = 0; row < rows.size(); row++) {
      String id = rows.attributes().id(row);
      String origin = rows.attributes().origin().get().value(row);
      if (origin != null && !origin.equals(id) && ids.contains(origin)) {
        derived.accept(id, origin);
      }
    }
  }

  private static boolean isFrom(Dataset rows, int row, String id) {
    return rows.attributes().origin().filter(origin -> id.equals(origin.value(row))).isPresent();
  }

  /** Counts all pairs and keeps the first. */
  private static final class Findings {

    private final Map<LeakKind, Long> counts = new EnumMap<>(LeakKind.class);
    private final List<LeakPair> listed = new ArrayList<>();

    void add(LeakPair pair) {
      counts.merge(pair.kind(), 1L, Long::sum);
      if (listed.size() < LeakReport.LISTED) {
        listed.add(pair);
      }
    }
  }
}
