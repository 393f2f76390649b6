package dev.assay.data.parts;

import dev.assay.core.example.Attributes;
import dev.assay.core.example.Dataset;
import dev.assay.core.example.TextColumn;
import dev.assay.data.leak.Duplicates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One assignment by dealing: what is recorded stands, links are followed, the rest is dealt. */
final class DealtParts {

  private final Dataset dataset;
  private final Attributes attributes;
  private final PartsPolicy.Dealt policy;
  private final PartsRecord record;
  private final long[] idHashes;
  private final Units units;
  private final Links links;
  private final Clustering clustering;
  private final Fate[] fates;
  private final boolean[] quarantinedRows;
  private final List<Quarantined> quarantined = new ArrayList<>();

  DealtParts(Dataset dataset, PartsPolicy.Dealt policy, PartsRecord record, Duplicates duplicates) {
    this.dataset = dataset;
    this.policy = policy;
    this.record = record;
    attributes = dataset.attributes();
    idHashes = attributes.ids().stream().mapToLong(PartsRecord::idHash).toArray();
    units = Units.of(attributes, policy.unit(), idHashes);
    links = Links.of(attributes, idHashes, duplicates);
    clustering = new Clustering(units.count());
    fates = new Fate[dataset.size()];
    quarantinedRows = new boolean[dataset.size()];
  }

  Assignment assign(String batch) {
    int[] recordedAt = new int[idHashes.length];
    for (int row = 0; row < recordedAt.length; row++) {
      recordedAt[row] = record.ids().find(idHashes[row]);
      fates[row] = Fate.KEPT;
    }
    decideRecordedUnits(recordedAt);
    followLinks(recordedAt);
    new Dealer(units, clustering, dataset.labels(), policy, quarantinedRows).deal();
    Part[] parts = new Part[idHashes.length];
    for (int row = 0; row < parts.length; row++) {
      parts[row] =
          recordedAt[row] >= 0
              ? record.ids().part(recordedAt[row])
              : Objects.requireNonNull(clustering.part(units.of(row)));
    }
    purge(parts);
    return new Assignment(parts, fates, quarantined, newRecord(parts, batch));
  }

  private void decideRecordedUnits(int[] recordedAt) {
    for (int unit = 0; unit < units.count(); unit++) {
      int at = unit;
      record.units().part(units.hash(unit)).ifPresent(part -> clustering.decide(at, part));
    }
    for (int row = 0; row < recordedAt.length; row++) {
      if (recordedAt[row] >= 0) {
        clustering.decide(units.of(row), record.ids().part(recordedAt[row]));
      }
    }
  }

  /**
   * Joins the units of linked rows, new rows one after the other in the order of their hashes. A
   * new row that would join clusters of two parts is quarantined, and its links with it.
   */
  private void followLinks(int[] recordedAt) {
    IntStream.range(0, recordedAt.length)
        .filter(row -> recordedAt[row] < 0 && isLinked(row))
        .boxed()
        .sorted(
            Comparator.<Integer>comparingLong(row -> idHashes[row]).thenComparing(attributes::id))
        .forEach(this::follow);
  }

  private boolean isLinked(int row) {
    return links.count(row) > 0 || recordedOriginPart(row) != null;
  }

  private @Nullable Part recordedOriginPart(int row) {
    TextColumn origin = attributes.origin().orElse(null);
    String id = origin == null ? null : origin.value(row);
    return id == null ? null : record.part(id).orElse(null);
  }

  private void follow(int row) {
    Set<Part> parts = EnumSet.noneOf(Part.class);
    addPart(parts, clustering.part(units.of(row)));
    addPart(parts, recordedOriginPart(row));
    for (int i = 0; i < links.count(row); i++) {
      int neighbour = links.neighbour(row, i);
      if (!quarantinedRows[neighbour]) {
        addPart(parts, clustering.part(units.of(neighbour)));
      }
    }
    if (parts.size() > 1) {
      quarantine(row, parts);
      return;
    }
    for (int i = 0; i < links.count(row); i++) {
      int neighbour = links.neighbour(row, i);
      // A new neighbour without a part may still be quarantined, but then by a link of its own:
      // having been joined here costs it nothing.
      if (!quarantinedRows[neighbour]) {
        clustering.join(units.of(row), units.of(neighbour));
      }
    }
    for (Part part : parts) {
      clustering.decide(units.of(row), part);
    }
  }

  private static void addPart(Set<Part> parts, @Nullable Part part) {
    if (part != null) {
      parts.add(part);
    }
  }

  private void quarantine(int row, Set<Part> parts) {
    quarantinedRows[row] = true;
    fates[row] = Fate.QUARANTINED;
    List<String> linked = new ArrayList<>();
    for (int i = 0; i < links.count(row) && linked.size() < 5; i++) {
      Part part = clustering.part(units.of(links.neighbour(row, i)));
      linked.add(
          "'"
              + attributes.id(links.neighbour(row, i))
              + "' ("
              + (part == null ? "new" : part.word())
              + ")");
    }
    String words = String.join(" and ", parts.stream().map(Part::word).toList());
    String reason = "it links " + words;
    if (!linked.isEmpty()) {
      reason += ": it repeats or derives from " + String.join(", ", linked);
    }
    quarantined.add(new Quarantined(attributes.id(row), reason));
  }

  /** Purges validation around test, then training around both. */
  private void purge(Part[] parts) {
    if (!(policy.unit() instanceof PartsUnit.ByBlock) || policy.horizonDays() == 0) {
      return;
    }
    purge(parts, Part.VALIDATION, EnumSet.of(Part.TEST));
    purge(parts, Part.TRAIN, EnumSet.of(Part.VALIDATION, Part.TEST));
  }

  private void purge(Part[] parts, Part purged, Set<Part> judging) {
    var near =
        TimePurge.around(
                attributes,
                row -> fates[row] == Fate.KEPT && judging.contains(parts[row]),
                policy.horizonDays())
            .near(attributes);
    for (int row = 0; row < parts.length; row++) {
      if (parts[row] == purged && fates[row] == Fate.KEPT && near.test(row)) {
        fates[row] = Fate.PURGED;
      }
    }
  }

  /** Quarantined rows are not put on record: once what they link is gone they may get a part. */
  private PartsRecord newRecord(Part[] parts, String batch) {
    int[] recordable =
        IntStream.range(0, parts.length).filter(row -> !quarantinedRows[row]).toArray();
    long[] hashes = new long[recordable.length];
    Part[] recordedParts = new Part[recordable.length];
    for (int i = 0; i < recordable.length; i++) {
      hashes[i] = idHashes[recordable[i]];
      recordedParts[i] = parts[recordable[i]];
    }
    boolean byId = policy.unit() instanceof PartsUnit.ById;
    int unitCount = byId ? 0 : units.count();
    long[] unitHashes = new long[unitCount];
    Part[] unitParts = new Part[unitCount];
    for (int unit = 0; unit < unitCount; unit++) {
      unitHashes[unit] = units.hash(unit);
      unitParts[unit] = Objects.requireNonNull(clustering.part(unit));
    }
    return record.plus(policy.identity(), batch, hashes, recordedParts, unitHashes, unitParts);
  }
}
