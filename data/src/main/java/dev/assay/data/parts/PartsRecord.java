package dev.assay.data.parts;

import dev.assay.core.fingerprint.Sha256;
import dev.assay.core.fingerprint.StableHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which part each id that was ever assigned is in, and the batch in which it was first seen. Ids
 * that left the data stay on record, so that they come back to the same part. With groups or blocks
 * the record also holds these, so that a group whose rows have all gone keeps its part. Immutable.
 */
public final class PartsRecord {

  private static final PartsRecord NONE =
      new PartsRecord("", List.of(), RecordedParts.NONE, RecordedParts.NONE);

  private final String policy;
  private final List<String> batches;
  private final RecordedParts ids;
  private final RecordedParts units;

  /**
   * A record of these.
   *
   * @param policy the {@linkplain PartsPolicy#identity() identity} of the policy that made it
   */
  PartsRecord(String policy, List<String> batches, RecordedParts ids, RecordedParts units) {
    this.policy = policy;
    this.batches = List.copyOf(batches);
    this.ids = ids;
    this.units = units;
  }

  /** Nothing on record: where parts are assigned for the first time. */
  public static PartsRecord none() {
    return NONE;
  }

  /** Whether nothing is on record. */
  public boolean isEmpty() {
    return batches.isEmpty();
  }

  /** How the parts came about, in words; empty while nothing is on record. */
  public String policy() {
    return policy;
  }

  /** The names of the batches in which ids were added, oldest first. */
  public List<String> batches() {
    return batches;
  }

  /** How many ids are on record. */
  public int size() {
    return ids.size();
  }

  /** How many ids of a part are on record. */
  public int count(Part part) {
    return ids.count(part);
  }

  /** The part of an id, where it is on record. */
  public Optional<Part> part(String id) {
    return ids.part(idHash(id));
  }

  /** The batch in which an id was first seen, where it is on record. */
  public Optional<String> batch(String id) {
    int index = ids.find(idHash(id));
    return index < 0 ? Optional.empty() : Optional.of(batches.get(ids.batch(index)));
  }

  /** SHA-256 over policy, batches and all entries: 64 lower-case hexadecimal digits. */
  public String fingerprint() {
    Sha256 digest = new Sha256().add("parts-record").add(policy).add(batches.size());
    batches.forEach(digest::add);
    ids.addTo(digest);
    units.addTo(digest);
    return digest.hex();
  }

  static long idHash(String id) {
    return StableHash.of(id);
  }

  RecordedParts ids() {
    return ids;
  }

  RecordedParts units() {
    return units;
  }

  /** This record with what a batch added; the same record where it added nothing. */
  PartsRecord plus(
      String identity,
      String batch,
      long[] idHashes,
      Part[] idParts,
      long[] unitHashes,
      Part[] unitParts) {
    RecordedParts moreIds = ids.plus(idHashes, idParts, batches.size());
    RecordedParts moreUnits = units.plus(unitHashes, unitParts, batches.size());
    if (moreIds.size() == ids.size() && moreUnits.size() == units.size() && !isEmpty()) {
      return this;
    }
    List<String> more = new ArrayList<>(batches);
    more.add(Objects.requireNonNull(batch, "batch"));
    return new PartsRecord(identity, more, moreIds, moreUnits);
  }
}
