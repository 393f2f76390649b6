package dev.assay.core.label;

import java.util.Arrays;

/**
 * The labels of {@code n} examples as a columnar {@code (n, k)} matrix of states: {@link
 * #POSITIVE}, {@link #NEGATIVE} or {@link #UNKNOWN}. A missing label is not a negative.
 *
 * <p>For a multiclass schema a row is either unknown in all columns or positive in exactly one and
 * negative in the others. Immutable.
 */
public final class Labels {

  /** The label is known not to be there. */
  public static final byte NEGATIVE = 0;

  /** The label is known to be there. */
  public static final byte POSITIVE = 1;

  /** Nobody knows whether the label is there. */
  public static final byte UNKNOWN = -1;

  private final LabelSchema schema;
  private final byte[][] states;
  private final int size;

  private Labels(LabelSchema schema, byte[][] states, int size) {
    this.schema = schema;
    this.states = states;
    this.size = size;
  }

  /**
   * Labels from one array of states per label.
   *
   * @param states {@code k} arrays of length {@code n} each, copied
   * @throws IllegalArgumentException where shapes or states do not fit the schema
   */
  public static Labels ofColumns(LabelSchema schema, byte[][] states) {
    if (states.length != schema.size()) {
      throw new IllegalArgumentException(
          states.length + " label columns for " + schema.size() + " labels " + schema.names());
    }
    int n = states[0].length;
    byte[][] copy = new byte[states.length][];
    for (int j = 0; j < states.length; j++) {
      if (states[j].length != n) {
        throw new IllegalArgumentException(
            "Label '" + schema.names().get(j) + "' has " + states[j].length + " rows, not " + n);
      }
      for (byte state : states[j]) {
        if (state < UNKNOWN || state > POSITIVE) {
          throw new IllegalArgumentException("No label state: " + state);
        }
      }
      copy[j] = states[j].clone();
    }
    if (schema.kind() == TaskKind.MULTICLASS) {
      checkOneClassPerRow(copy, n);
    }
    return new Labels(schema, copy, n);
  }

  /**
   * Labels of a multiclass schema from class indexes.
   *
   * @param classes the class of each row, {@code 0 <= class < k}, or -1 for unknown
   */
  public static Labels ofClasses(LabelSchema schema, int[] classes) {
    if (schema.kind() != TaskKind.MULTICLASS) {
      throw new IllegalArgumentException("Class indexes need a multiclass schema, not " + schema);
    }
    byte[][] states = new byte[schema.size()][classes.length];
    for (int i = 0; i < classes.length; i++) {
      if (classes[i] >= 0) {
        states[classes[i]][i] = POSITIVE;
      } else {
        for (byte[] column : states) {
          column[i] = UNKNOWN;
        }
      }
    }
    return new Labels(schema, states, classes.length);
  }

  private static void checkOneClassPerRow(byte[][] states, int n) {
    for (int i = 0; i < n; i++) {
      int positives = 0;
      int unknowns = 0;
      for (byte[] column : states) {
        positives += column[i] == POSITIVE ? 1 : 0;
        unknowns += column[i] == UNKNOWN ? 1 : 0;
      }
      if (!(positives == 1 && unknowns == 0) && unknowns != states.length) {
        throw new IllegalArgumentException(
            "Row " + i + " has " + positives + " classes and " + unknowns + " unknown ones.");
      }
    }
  }

  /** The label schema, whose order is the order of the columns. */
  public LabelSchema schema() {
    return schema;
  }

  /** The number of rows, {@code n}. */
  public int size() {
    return size;
  }

  /** The state of a label of a row. */
  public byte state(int row, int label) {
    return states[label][row];
  }

  /** Whether it is known if the row has the label. */
  public boolean isKnown(int row, int label) {
    return states[label][row] != UNKNOWN;
  }

  /** Whether any label of the row is known. */
  public boolean isAnyKnown(int row) {
    for (byte[] column : states) {
      if (column[row] != UNKNOWN) {
        return true;
      }
    }
    return false;
  }

  /** The class of a row of a multiclass schema, or -1 where it is unknown. */
  public int classOf(int row) {
    for (int j = 0; j < states.length; j++) {
      if (states[j][row] == POSITIVE) {
        return j;
      }
    }
    return -1;
  }

  /** A copy of the states of one label, length {@code n}. */
  public byte[] column(int label) {
    return states[label].clone();
  }

  /** How many rows have the label. */
  public int positives(int label) {
    return count(label, POSITIVE);
  }

  /** Of how many rows it is known whether they have the label. */
  public int known(int label) {
    return size - count(label, UNKNOWN);
  }

  private int count(int label, byte state) {
    int count = 0;
    for (byte s : states[label]) {
      count += s == state ? 1 : 0;
    }
    return count;
  }

  /** The labels of some rows, in the order given. */
  public Labels select(int[] rows) {
    byte[][] selected = new byte[states.length][rows.length];
    for (int j = 0; j < states.length; j++) {
      for (int i = 0; i < rows.length; i++) {
        selected[j][i] = states[j][rows[i]];
      }
    }
    return new Labels(schema, selected, rows.length);
  }

  /** The same labels with those of some rows made unknown, as where the future is not known yet. */
  public Labels withUnknown(int[] rows) {
    byte[][] masked = new byte[states.length][];
    for (int j = 0; j < states.length; j++) {
      masked[j] = states[j].clone();
      for (int row : rows) {
        masked[j][row] = UNKNOWN;
      }
    }
    return new Labels(schema, masked, size);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Labels that
        && schema.equals(that.schema)
        && Arrays.deepEquals(states, that.states);
  }

  @Override
  public int hashCode() {
    return 31 * schema.hashCode() + Arrays.deepHashCode(states);
  }
}
