package dev.assay.data.source;

import dev.assay.core.label.LabelSchema;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which columns hold the labels, and how to read them. A missing value is an unknown label. */
public sealed interface LabelColumns {

  /** The columns that hold labels; none where the rows have none. */
  List<String> columns();

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
   * @param columns the columns, and the labels' names in order
   */
  record MultilabelColumns(List<String> columns) implements LabelColumns {

    /** Copies the list. */
    public MultilabelColumns {
      columns = List.copyOf(columns);
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
   */
  record MultilabelList(String column, List<String> names, String delimiter)
      implements LabelColumns {

    /** Copies the list and checks the delimiter. */
    public MultilabelList {
      names = List.copyOf(names);
      if (delimiter.isEmpty()) {
        throw new IllegalArgumentException("The delimiter of '" + column + "' is empty.");
      }
    }

    @Override
    public List<String> columns() {
      return List.of(column);
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
