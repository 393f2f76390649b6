package dev.assay.core.label;

import dev.assay.core.fingerprint.Sha256;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The task kind and the ordered label names. Position {@code j} of the names is column {@code j} of
 * every score and truth matrix {@code (n, k)}; the fingerprint travels with data, model, thresholds
 * and suites so that two orders of the same names are never taken for one another.
 *
 * @param kind the task kind
 * @param names the label names in column order, distinct; one for a binary task (the positive
 *     class), at least two for a multiclass one
 */
public record LabelSchema(TaskKind kind, List<String> names) {

  /** Checks names and count, and copies the list. */
  public LabelSchema {
    names = List.copyOf(names);
    Set<String> distinct = new HashSet<>();
    for (String name : names) {
      if (name.isBlank()) {
        throw new IllegalArgumentException("A label name is blank: " + names);
      }
      if (!distinct.add(name)) {
        throw new IllegalArgumentException("The label '" + name + "' stands twice: " + names);
      }
    }
    int k = names.size();
    boolean fits =
        switch (kind) {
          case BINARY -> k == 1;
          case MULTICLASS -> k >= 2;
          case MULTILABEL -> k >= 1;
        };
    if (!fits) {
      throw new IllegalArgumentException(kind + " does not take " + k + " labels: " + names);
    }
  }

  /** A binary schema with the name of its positive class. */
  public static LabelSchema binary(String name) {
    return new LabelSchema(TaskKind.BINARY, List.of(name));
  }

  /** How many labels, and so columns, there are. */
  public int size() {
    return names.size();
  }

  /**
   * The column of a label.
   *
   * @throws IllegalArgumentException for a name that is not in the schema
   */
  public int indexOf(String name) {
    int index = names.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException("No label '" + name + "' in " + names);
    }
    return index;
  }

  /** SHA-256 over kind and ordered names, as 64 lower-case hexadecimal digits. */
  public String fingerprint() {
    Sha256 hash = new Sha256().add("label-schema").add(kind.name());
    names.forEach(hash::add);
    return hash.hex();
  }
}
