package dev.assay.data.source;

import java.util.Set;

/**
 * A column of the rows as it was read.
 *
 * @param name the column
 * @param type what its values were taken for, in DuckDB's words, e.g. {@code DOUBLE}
 * @param roles what it is used for; empty where it is not used
 */
public record ColumnFact(String name, String type, Set<Role> roles) {

  /** What a column is used for. */
  public enum Role {
    /** Makes the id. */
    ID,
    /** Holds labels. */
    LABEL,
    /** Is an input of a model. */
    FEATURE,
    /** Says what rows depend on together. */
    GROUP,
    /** Says when a row was observed. */
    TIME,
    /** Names the event behind a label. */
    EVENT,
    /** Says where a row came from. */
    SOURCE,
    /** Names the id that a row was derived from. */
    ORIGIN,
    /** Is an attribute that metrics are broken down by. */
    SLICE,
    /** Gives the split. */
    PART
  }

  /** Copies the roles. */
  public ColumnFact {
    roles = Set.copyOf(roles);
  }
}
