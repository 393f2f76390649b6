package dev.assay.pipeline.init;

import dev.assay.data.source.ColumnProfile;
import dev.assay.data.source.ColumnProfile.Kind;
import dev.assay.data.source.ColumnProfile.Level;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a column is as a label. */
sealed interface LabelShape {

  /** Yes and no, in words that need no declaration. */
  record YesNo() implements LabelShape {}

  /**
   * Two values of which neither says yes.
   *
   * @param positive the rarer one
   */
  record OneOfTwo(String positive) implements LabelShape {}

  /** Several classes. */
  record Classes() implements LabelShape {}

  /** The words that are read as yes and no; see {@code LabelColumns.Binary}. */
  Set<String> PLAIN = Set.of("0", "1", "true", "false", "yes", "no");

  /** More values than these are hardly classes. */
  int MAX_CLASSES = 30;

  /** What a column is as a label; empty where it is none. */
  static Optional<LabelShape> of(ColumnProfile column) {
    boolean discrete = column.kind() != Kind.NUMBER && column.kind() != Kind.TIME;
    if (!discrete || column.kind() == Kind.OTHER || column.distinct() < 2) {
      return Optional.empty();
    }
    if (column.distinct() > 2) {
      return column.distinct() <= MAX_CLASSES ? Optional.of(new Classes()) : Optional.empty();
    }
    boolean plain =
        column.levels().stream()
            .map(level -> level.value().toLowerCase(Locale.ROOT))
            .allMatch(PLAIN::contains);
    Level rarer = column.levels().getLast();
    return Optional.of(plain ? new YesNo() : new OneOfTwo(rarer.value()));
  }

  /** Whether a column says yes or no. */
  static boolean isYesNo(ColumnProfile column) {
    return of(column).filter(YesNo.class::isInstance).isPresent();
  }
}
