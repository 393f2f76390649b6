package dev.assay.data.parts;

import java.util.List;
import java.util.Optional;

/**
 * The part of each of {@code n} rows, the rows left out and why, and the record that keeps it so.
 * Immutable.
 */
public final class Assignment {

  private final Part[] parts;
  private final Fate[] fates;
  private final List<Quarantined> quarantined;
  private final PartsRecord record;

  Assignment(Part[] parts, Fate[] fates, List<Quarantined> quarantined, PartsRecord record) {
    this.parts = parts;
    this.fates = fates;
    this.quarantined = List.copyOf(quarantined);
    this.record = record;
  }

  /** The number of rows, {@code n}. */
  public int size() {
    return parts.length;
  }

  /** The part of a row, or empty where the row is left out (see {@link #fate}). */
  public Optional<Part> part(int row) {
    return fates[row] == Fate.KEPT ? Optional.of(parts[row]) : Optional.empty();
  }

  /** What became of a row. */
  public Fate fate(int row) {
    return fates[row];
  }

  /** The rows of a part in row order, without those left out. */
  public int[] rows(Part part) {
    int[] rows = new int[count(part, Fate.KEPT)];
    int next = 0;
    for (int row = 0; row < parts.length; row++) {
      if (parts[row] == part && fates[row] == Fate.KEPT) {
        rows[next++] = row;
      }
    }
    return rows;
  }

  /** How many rows that belong to a part had a fate; quarantined rows belong to no part. */
  public int count(Part part, Fate fate) {
    int count = 0;
    for (int row = 0; row < parts.length; row++) {
      count += parts[row] == part && fates[row] == fate ? 1 : 0;
    }
    return count;
  }

  /** How many rows had a fate. */
  public int count(Fate fate) {
    int count = 0;
    for (Fate each : fates) {
      count += each == fate ? 1 : 0;
    }
    return count;
  }

  /** The quarantined rows with reasons, in row order. */
  public List<Quarantined> quarantined() {
    return quarantined;
  }

  /**
   * The record of this assignment together with all earlier ones: what the next one starts from.
   */
  public PartsRecord record() {
    return record;
  }
}
