package dev.assay.data.source;

import dev.assay.core.label.LabelSchema;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which columns hold the labels, and how to read them. A missing value is an unknown label. */
public sealed interface LabelColumns {

  /** The columns that hold labels and must be there; none where the rows have none. */
  List<String> columns();

  /** The columns that hold labels where they are there, and are no features in any case. */
  default Set<String> further() {
    return Set.of();
  }

  /** The label names in their order; empty where only the rows tell them. */
  default Optional<List<String>> declared() {
    return switch (this) {
      case Binary binary -> Optional.of(List.of(binary.column()));
      case Multiclass classes -> classes.classes();
      case MultilabelColumns columns -> Optional.of(columns.names());
      case MultilabelList list -> Optional.of(list.names());
      case Unlabelled none -> Optional.of(none.schema().names());
    };
  }

  /** What is predicted, as the configuration of a run shows it. */
  default String words() {
    return switch (this) {
      case Binary binary ->
          binary.positives().isEmpty()
              ? "binary " + binary.column()
              : "binary %s: %s".formatted(binary.column(), new TreeSet<>(binary.positives()));
      case Multiclass classes ->
          "multiclass " + classes.column() + classes.classes().map(c -> ": " + c).orElse("");
      case MultilabelColumns columns -> "multilabel " + columns.names();
      case MultilabelList list -> "multilabel %s: %s".formatted(list.column(), list.names());
      case Unlabelled none -> "none";
    };
  }

  /**
   * One column that says whether the label, named like the column, is there.
   *
   * <p>Without declared positive values, {@code 1}, {@code true} and {@code yes} are positive,
   * {@code 0}, {@code false} and {@code no} negative (in any case), and anything else is a problem.
   * With declared ones every other value is negative.
   *
   * @param column the column, and the label's name
   * @param positives values that mean the label is there; empty for the usual ones
   */
  record Binary(String column, Set<String> positives) implements LabelColumns {

    /** Copies the set. */
    public Binary {
      positives = Set.copyOf(positives);
    }

    @Override
    public List<String> columns() {
      return List.of(column);
    }
  }

  /**
   * One column that holds the name of the class.
   *
   * @param column the column
   * @param classes the classes in order; without them, the distinct values in alphabetical order
   */
  record Multiclass(String column, Optional<List<String>> classes) implements LabelColumns {

    /** Copies the list. */
    public Multiclass {
      classes = classes.map(List::copyOf);
    }

    @Override
    public List<String> columns() {
      return List.of(column);
    }
  }

  /**
   * One column for each label, with the values of {@link Binary} without declared positives.
   *
   * @param names the columns, and the labels' names in order
   * @param former columns of labels that are no more, read where they are there
   * @param absent columns that may be missing, as in rows that were kept before their label was
   *     added; then the label is unknown
   */
  record MultilabelColumns(List<String> names, Set<String> former, Set<String> absent)
      implements LabelColumns {

    /** Copies list and sets. */
    public MultilabelColumns {
      names = List.copyOf(names);
      former = Collections.unmodifiableSet(new TreeSet<>(former));
      absent = Set.copyOf(absent);
    }

    /** Columns that are all there, and no others. */
    public MultilabelColumns(List<String> names) {
      this(names, Set.of(), Set.of());
    }

    @Override
    public List<String> columns() {
      return names.stream().filter(name -> !absent.contains(name)).toList();
    }

    @Override
    public Set<String> further() {
      Set<String> further = new TreeSet<>(former);
      names.stream().filter(absent::contains).forEach(further::add);
      return further;
    }
  }

  /**
   * One column that lists the labels of a row: a list, or text with a delimiter. The entries are
   * names, or else indexes into the names from 0. A label that is not listed is negative; where the
   * column is missing, all are unknown. An empty list is a row without labels; text cannot say so,
   * since an empty text is a missing value.
   *
   * @param column the column
   * @param names the label names in order
   * @param delimiter what separates entries of a text
   * @param former names of labels that are no more, which may be listed
   * @param absent labels that rows may not tell of, as those that were kept before their label was
   *     added; where such a label is not listed, it is unknown
   * @param known the column that lists, in the same way, which labels a row tells of; where it is
   *     there it says which labels are unknown, whatever may be absent
   */
  record MultilabelList(
      String column,
      List<String> names,
      String delimiter,
      Set<String> former,
      Set<String> absent,
      Optional<String> known)
      implements LabelColumns {

    /** A column that tells of all labels, and lists no others. */
    public MultilabelList(String column, List<String> names, String delimiter) {
      this(column, names, delimiter, Set.of(), Set.of(), Optional.empty());
    }

    /** Copies list and set, and checks the delimiter. */
    public MultilabelList {
      names = List.copyOf(names);
      former = Collections.unmodifiableSet(new TreeSet<>(former));
      absent = Set.copyOf(absent);
      if (delimiter.isEmpty()) {
        throw new IllegalArgumentException("The delimiter of '" + column + "' is empty.");
      }
    }

    @Override
    public List<String> columns() {
      return List.of(column);
    }

    @Override
    public Set<String> further() {
      return known.map(Set::of).orElse(Set.of());
    }
  }

  /**
   * No column: every label of every row is unknown, as in rows that are only to be scored.
   *
   * @param schema the labels that are unknown
   */
  record Unlabelled(LabelSchema schema) implements LabelColumns {

    @Override
    public List<String> columns() {
      return List.of();
    }
  }
}
