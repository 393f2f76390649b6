package dev.assay.data.source;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is left of a declaration of which some columns are missing: enough to check the rows, so
 * that a missing column does not hide what else is wrong.
 */
final class PresentColumns {

  private final DatasetSource source;
  private final StagedRows staged;
  private final Set<String> present;

  private PresentColumns(DatasetSource source, StagedRows staged) {
    this.source = source;
    this.staged = staged;
    present = new HashSet<>(staged.names());
  }

  /** The rest of a declaration; empty where no label or no feature is left. */
  static Optional<DatasetSource> of(DatasetSource source, StagedRows staged) {
    return new PresentColumns(source, staged).rest();
  }

  private Optional<DatasetSource> rest() {
    List<String> include = present(source.features().include());
    if (include.isEmpty() && !source.features().include().isEmpty()) {
      return Optional.empty();
    }
    return labels().map(labels -> rest(labels, include));
  }

  private DatasetSource rest(LabelColumns labels, List<String> include) {
    Optional<String> time = present(source.time()).filter(this::holdsTimes);
    Set<String> texts =
        source.features().texts().stream().filter(present::contains).collect(Collectors.toSet());
    return new DatasetSource(
        source.folder(),
        source.rows(),
        present.containsAll(source.id()) ? source.id() : List.of(),
        labels,
        new FeatureColumns(include, source.features().exclude(), texts),
        present(source.group()),
        time,
        time.isPresent() ? source.horizonDays() : 0,
        present(source.event()),
        present(source.source()),
        present(source.origin()),
        present(source.slices()),
        present(source.part()),
        source.simulated(),
        source.coverage(),
        source.migration());
  }

  private Optional<LabelColumns> labels() {
    return switch (source.labels()) {
      case LabelColumns.MultilabelColumns several ->
          Optional.of(present(several.names()))
              .filter(names -> !names.isEmpty())
              .map(
                  names ->
                      new LabelColumns.MultilabelColumns(
                          names, several.former(), several.absent()));
      case LabelColumns one ->
          present.containsAll(one.columns()) ? Optional.of(one) : Optional.empty();
    };
  }

  private List<String> present(List<String> columns) {
    return columns.stream().filter(present::contains).toList();
  }

  private Optional<String> present(Optional<String> column) {
    return column.filter(present::contains);
  }

  /** A number is no time in any row, which is one problem of the column. */
  private boolean holdsTimes(String column) {
    return staged.column(column).kind() != RawColumn.Kind.NUMBER;
  }
}
