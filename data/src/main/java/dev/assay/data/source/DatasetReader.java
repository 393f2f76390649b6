package dev.assay.data.source;

import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.Dataset;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problems;
import dev.assay.core.progress.Progress;
import dev.assay.data.internal.DuckDb;
import dev.assay.data.simulation.Simulation;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads a declared source into a dataset. */
public final class DatasetReader {

  private DatasetReader() {}

  /**
   * Reads the rows, types the columns and checks both. Rows come in the order of the files, or of
   * their ids where the source has no order.
   *
   * @param asOf the day that the reader stands in: rows with a later time are left out, and labels
   *     whose horizon ends later are unknown; without it, or without a time column, nothing is cut
   * @throws InvalidInputException with all that is wrong with files, columns and values
   */
  public static LoadedDataset read(
      DatasetSource source, Optional<LocalDate> asOf, Progress progress) {
    try (DuckDb database = DuckDb.open()) {
      StagedRows staged = typed(database, stage(database, source, asOf));
      return load(database, staged, source, asOf, progress);
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB failed on rows it had read: " + DuckDb.message(e), e);
    }
  }

  private static StagedRows stage(DuckDb database, DatasetSource source, Optional<LocalDate> asOf)
      throws SQLException {
    return switch (source.rows()) {
      case RowSource.Files files -> FileStaging.stage(database, source.folder(), files.patterns());
      case RowSource.Script script -> ScriptStaging.stage(database, source.folder(), script, asOf);
      case RowSource.Simulated simulated -> simulate(database, simulated);
    };
  }

  private static StagedRows simulate(DuckDb database, RowSource.Simulated simulated)
      throws SQLException {
    Simulation.named(simulated.name()).fill(database, StagedRows.TABLE, simulated.seed());
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

  private static StagedRows typed(DuckDb database, StagedRows staged) throws SQLException {
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

  private static LoadedDataset load(
      DuckDb database,
      StagedRows staged,
      DatasetSource source,
      Optional<LocalDate> asOf,
      Progress progress)
      throws SQLException {
    Problems problems = new Problems();
    ColumnRoles roles = ColumnRoles.of(staged, source, problems);
    problems.throwIfAny();
    RowProblems rowProblems = new RowProblems();
    RowReading reading = new RowReading(staged, source, roles, rowProblems);
    reading.run(database, progress);
    Dataset dataset = reading.toDataset();
    DuplicateIds.report(dataset.attributes().ids(), staged.locations(), rowProblems);
    rowProblems.report(staged.locations(), problems);
    problems.throwIfAny();

    AsOfCut cut = cut(source, asOf, dataset, reading.parts());
    checkClasses(staged, cut.dataset().labels());
    SourceFacts facts =
        new SourceFacts(
            staged.count(),
            staged.files(),
            roles.facts(),
            staged.count() - cut.dataset().size(),
            cut.labelsNotYetKnown(),
            source.id().isEmpty(),
            source.rows() instanceof RowSource.Simulated);
    RowLocations locations = row -> staged.locations().where(cut.rows().of(row));
    return new LoadedDataset(cut.dataset(), cut.parts(), facts, locations);
  }

  private static AsOfCut cut(
      DatasetSource source,
      Optional<LocalDate> asOf,
      Dataset dataset,
      Optional<CategoricalColumn> parts) {
    return asOf.filter(day -> source.time().isPresent())
        .map(day -> AsOfCut.at(day, source.horizonDays(), dataset, parts))
        .orElseGet(() -> AsOfCut.everything(dataset, parts));
  }

  private static void checkClasses(StagedRows staged, Labels labels) {
    int known = 0;
    int positives = 0;
    int occurring = 0;
    for (int label = 0; label < labels.schema().size(); label++) {
      known += labels.known(label);
      positives += labels.positives(label);
      occurring += labels.positives(label) > 0 ? 1 : 0;
    }
    String what = null;
    if (known == 0) {
      what = "no label is known.";
    } else if (positives == 0) {
      what = "no row has the label " + String.join(", ", labels.schema().names()) + ".";
    } else if (labels.schema().kind() == TaskKind.MULTICLASS
        ? occurring == 1
        : positives == known) {
      what = "every known row has the same label.";
    }
    if (what != null) {
      throw new InvalidInputException(
          staged.shown(), what, "Check the label's declaration and the as-of day.");
    }
  }
}
