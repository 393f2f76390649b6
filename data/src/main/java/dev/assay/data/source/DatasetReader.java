package dev.assay.data.source;

import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.Dataset;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problems;
import dev.assay.core.progress.Progress;
import dev.assay.data.internal.DuckDb;
import dev.assay.data.internal.SimulatedTable;
import dev.assay.data.simulation.Simulation;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a declared source into a dataset. */
public final class DatasetReader {

  private DatasetReader() {}

  /**
   * Reads the rows, types the columns and checks both. Rows come in the order of the files, or of
   * their ids where the source has no order.
   *
   * @param asOf the day that the reader stands in: rows with a later time are left out, and labels
   *     whose horizon ends later are unknown; without it, or without a time column, nothing is cut
   * @throws InvalidInputException with all that is wrong with files, columns and values, or where
   *     the as-of day is before all rows
   */
  public static LoadedDataset read(
      DatasetSource source, Optional<LocalDate> asOf, Progress progress) {
    return read(source.folder(), source.rows(), new Declared(source), asOf, progress);
  }

  /**
   * Reads rows whose declaration depends on the columns that are there; nothing is cut.
   *
   * @param folder where relative paths start
   * @throws InvalidInputException with all that is wrong with files, columns and values
   */
  public static LoadedDataset read(
      Path folder, RowSource rows, DeferredSource source, Progress progress) {
    return read(folder, rows, source, Optional.empty(), progress);
  }

  private static LoadedDataset read(
      Path folder,
      RowSource rows,
      DeferredSource deferred,
      Optional<LocalDate> asOf,
      Progress progress) {
    try (DuckDb database = DuckDb.open()) {
      StagedRows found = typed(database, stage(database, folder, rows, asOf));
      Problems problems = new Problems();
      DatasetSource source = deferred.declare(found.names(), problems);
      problems.throwIfAny();
      StagedRows staged = found.literal(naming(source));
      ColumnRoles roles = ColumnRoles.of(staged, source, problems);
      if (!problems.isEmpty()) {
        checkRows(database, staged, source, problems, progress);
      }
      problems.throwIfAny();
      RowProblems rowProblems = new RowProblems();
      RowReading reading = new RowReading(staged, source, roles, rowProblems);
      Dataset dataset = rows(database, staged, reading, rowProblems, problems, progress);
      deferred.check(dataset, staged.locations(), problems);
      problems.throwIfAny();
      LoadedDataset loaded =
          loaded(
              staged, source, roles, cut(staged.shown(), source, asOf, dataset, reading.parts()));
      if (!(source.labels() instanceof LabelColumns.Unlabelled)) {
        LabelCheck.checkKnown(staged.shown(), loaded.dataset().labels());
      }
      return loaded;
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB failed on rows it had read: " + DuckDb.message(e), e);
    }
  }

  /** The columns whose values are names, {@code NA} among them. */
  private static Set<String> naming(DatasetSource source) {
    Set<String> names = new HashSet<>(source.id());
    source.group().ifPresent(names::add);
    return names;
  }

  /** Adds what is wrong with the rows, as far as the columns that are there can tell. */
  private static void checkRows(
      DuckDb database,
      StagedRows staged,
      DatasetSource source,
      Problems problems,
      Progress progress)
      throws SQLException {
    Optional<DatasetSource> rest = PresentColumns.of(source, staged);
    if (rest.isPresent()) {
      ColumnRoles roles = ColumnRoles.of(staged, rest.get(), new Problems());
      RowProblems rowProblems = new RowProblems();
      RowReading reading = new RowReading(staged, rest.get(), roles, rowProblems);
      rows(database, staged, reading, rowProblems, problems, progress);
    }
  }

  private static Dataset rows(
      DuckDb database,
      StagedRows staged,
      RowReading reading,
      RowProblems rowProblems,
      Problems problems,
      Progress progress)
      throws SQLException {
    reading.run(database, progress);
    Dataset dataset = reading.toDataset();
    DuplicateIds.report(dataset.attributes().ids(), staged.locations(), rowProblems);
    rowProblems.report(staged.locations(), problems);
    return dataset;
  }

  /** A declaration that stands already; its rows are to be learned from. */
  private record Declared(DatasetSource source) implements DeferredSource {

    @Override
    public DatasetSource declare(List<String> columns, Problems problems) {
      return source;
    }

    @Override
    public void check(Dataset rows, RowLocations locations, Problems problems) {
      if (problems.isEmpty()) {
        LabelCheck.checkClasses(source, rows.labels(), problems);
      }
    }
  }

  private static StagedRows stage(
      DuckDb database, Path folder, RowSource rows, Optional<LocalDate> asOf) throws SQLException {
    return switch (rows) {
      case RowSource.Files files -> FileStaging.stage(database, folder, files.patterns());
      case RowSource.Script script -> ScriptStaging.stage(database, folder, script, asOf);
      case RowSource.Simulated simulated -> simulate(database, simulated);
    };
  }

  private static StagedRows simulate(DuckDb database, RowSource.Simulated simulated)
      throws SQLException {
    SimulatedTable.create(
        database, StagedRows.TABLE, Simulation.named(simulated.name()), simulated.seed());
    List<RawColumn> columns =
        database.describe("SELECT * FROM " + StagedRows.TABLE).stream()
            .map(column -> RawColumn.typed(column.name(), column.type()))
            .toList();
    int count = Math.toIntExact(database.numbers("SELECT count(*) FROM " + StagedRows.TABLE)[0]);
    String shown = "simulated " + simulated.name();
    return new StagedRows(
        shown,
        StagedRows.TABLE,
        columns,
        List.of(),
        true,
        count,
        row -> shown + ": row " + (row + 1));
  }

  /** The rows with the columns that have no type of their own looked through. */
  static StagedRows typed(DuckDb database, StagedRows staged) throws SQLException {
    if (staged.count() == 0) {
      throw new InvalidInputException(staged.shown(), "there are no rows.", "");
    }
    return new StagedRows(
        staged.shown(),
        staged.relation(),
        TextProfile.profile(database, staged.relation(), staged.columns()),
        staged.files(),
        staged.ordered(),
        staged.count(),
        staged.locations());
  }

  private static LoadedDataset loaded(
      StagedRows staged, DatasetSource source, ColumnRoles roles, AsOfCut cut) {
    SourceFacts facts =
        new SourceFacts(
            staged.count(),
            staged.files(),
            roles.facts(),
            staged.count() - cut.dataset().size(),
            cut.labelsNotYetKnown(),
            source.id().isEmpty(),
            source.isSimulated());
    RowLocations locations = row -> staged.locations().where(cut.rows().of(row));
    return new LoadedDataset(cut.dataset(), cut.parts(), facts, locations);
  }

  private static AsOfCut cut(
      String shown,
      DatasetSource source,
      Optional<LocalDate> asOf,
      Dataset dataset,
      Optional<CategoricalColumn> parts) {
    return asOf.filter(day -> source.time().isPresent())
        .map(day -> AsOfCut.at(day, shown, source.horizonDays(), dataset, parts))
        .orElseGet(() -> AsOfCut.everything(dataset, parts));
  }
}
