package dev.assay.data.holdout;

import dev.assay.core.example.Dataset;
import dev.assay.core.example.TimeColumn;
import dev.assay.core.label.Labels;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.data.holdout.HoldoutMetadata.LabelCount;
import dev.assay.data.internal.AtomicFile;
import dev.assay.data.internal.TableFile;
import dev.assay.data.source.DatasetSource;
import dev.assay.data.source.FeatureColumns;
import dev.assay.data.source.FileHash;
import dev.assay.data.source.LabelColumns;
import dev.assay.data.source.RowSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A frozen holdout on disk: {@code <name>.parquet} with the columns of the declaration that its
 * rows were read by, and {@code <name>.json} with its {@link HoldoutMetadata}.
 */
public final class HoldoutFile {

  private HoldoutFile() {}

  /**
   * Freezes rows, each file at once or not at all, the description last. A holdout that is there
   * already is not replaced by other rows: what was judged on it could never be judged again.
   *
   * @param folder where both files are written
   * @param name the holdout
   * @param rows the rows
   * @param declaration the declaration that they were read by, whose column names are written
   * @param createdFrom where the rows came from, in words
   * @throws InvalidInputException where the file is there and holds something else
   */
  public static HoldoutMetadata write(
      Path folder, String name, Dataset rows, DatasetSource declaration, String createdFrom) {
    Path parquet = folder.resolve(name + ".parquet");
    TableFile table = HoldoutTable.of(rows, declaration);
    if (Files.exists(parquet)) {
      requireSame(table, parquet);
    } else {
      table.writeParquet(parquet);
    }
    HoldoutMetadata metadata = describe(name, rows, FileHash.sha256(parquet), createdFrom);
    String json = HoldoutJson.write(metadata);
    AtomicFile.write(folder.resolve(name + ".json"), path -> Files.writeString(path, json));
    return metadata;
  }

  private static void requireSame(TableFile table, Path parquet) {
    Path draft = parquet.resolveSibling("." + parquet.getFileName() + ".draft");
    try {
      table.writeParquet(draft);
      if (Files.mismatch(draft, parquet) >= 0) {
        throw new InvalidInputException(
            parquet.toString(),
            "this holdout is frozen already, with other rows.",
            "Take another name; or delete it, and every comparison on it with it.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot compare with " + parquet, e);
    } finally {
      delete(draft);
    }
  }

  private static void delete(Path draft) {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + draft, e);
    }
  }

  /**
   * The declaration that reads a frozen holdout like the dataset that it is used beside: the same
   * features and labels, columns found by name, no given parts.
   *
   * @param declaration the declaration of the dataset
   * @param parquet the file of rows
   * @param like the dataset
   */
  public static DatasetSource declaration(DatasetSource declaration, Path parquet, Dataset like) {
    FeatureColumns features =
        new FeatureColumns(
            List.copyOf(like.features().keySet()), Set.of(), declaration.features().texts());
    return declaration(declaration, parquet, features, labels(declaration, like));
  }

  /**
   * The declaration that finds what is wrong with a frozen holdout where the dataset that it is
   * used beside cannot be read itself.
   *
   * @param declaration the declaration of the dataset
   * @param parquet the file of rows
   */
  public static DatasetSource declaration(DatasetSource declaration, Path parquet) {
    return declaration(
        declaration, parquet, declaration.features(), kept(declaration.labels(), declaration));
  }

  private static DatasetSource declaration(
      DatasetSource declaration, Path parquet, FeatureColumns features, LabelColumns labels) {
    Path file = parquet.toAbsolutePath();
    Path folder = Objects.requireNonNull(file.getParent());
    RowSource rows = new RowSource.Files(List.of(String.valueOf(file.getFileName())));
    List<String> id = declaration.id().isEmpty() ? List.of(HoldoutTable.ID) : declaration.id();
    return DatasetSource.builder(folder, rows, labels)
        .id(id.toArray(String[]::new))
        .features(features)
        .group(declaration.group().orElse(null))
        .time(declaration.time().orElse(null), declaration.horizonDays())
        .event(declaration.event().orElse(null))
        .source(declaration.source().orElse(null))
        .origin(declaration.origin().orElse(null))
        .slices(declaration.slices().toArray(String[]::new))
        .coverage(declaration.coverage())
        .migration(declaration.migration())
        .build();
  }

  private static LabelColumns labels(DatasetSource declaration, Dataset like) {
    return declaration.labels() instanceof LabelColumns.Multiclass classes
        ? new LabelColumns.Multiclass(classes.column(), Optional.of(like.schema().names()))
        : kept(declaration.labels(), declaration);
  }

  /** Labels as they stand in rows that may have been kept before some of them came. */
  private static LabelColumns kept(LabelColumns labels, DatasetSource declaration) {
    return switch (labels) {
      case LabelColumns.MultilabelColumns columns ->
          new LabelColumns.MultilabelColumns(
              columns.names(), columns.former(), declaration.migration().introduced());
      case LabelColumns.MultilabelList list ->
          new LabelColumns.MultilabelList(
              list.column(),
              list.names(),
              list.delimiter(),
              list.former(),
              declaration.migration().introduced(),
              Optional.of(HoldoutTable.KNOWN));
      case LabelColumns unchanging -> unchanging;
    };
  }

  private static HoldoutMetadata describe(
      String name, Dataset rows, String sha256, String createdFrom) {
    Optional<TimeColumn> time = rows.attributes().time();
    return new HoldoutMetadata(
        name,
        rows.size(),
        counts(rows.labels()),
        time.map(column -> LocalDate.ofEpochDay(days(column).min().orElseThrow())),
        time.map(column -> LocalDate.ofEpochDay(days(column).max().orElseThrow())),
        rows.attributes()
            .group()
            .map(
                column ->
                    (int) IntStream.range(0, column.size()).map(column::code).distinct().count())
            .orElse(0),
        sha256,
        rows.fingerprint(),
        createdFrom);
  }

  private static LongStream days(TimeColumn time) {
    return IntStream.range(0, time.size()).mapToLong(time::epochDay);
  }

  private static List<LabelCount> counts(Labels labels) {
    List<LabelCount> counts = new ArrayList<>();
    for (int label = 0; label < labels.schema().size(); label++) {
      counts.add(
          new LabelCount(
              labels.schema().names().get(label), labels.known(label), labels.positives(label)));
    }
    return counts;
  }
}
