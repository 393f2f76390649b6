package dev.assay.data.source;

import dev.assay.core.label.LabelCoverage;
import dev.assay.core.label.LabelMigration;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A declaration of examples: where the rows come from and what each column is for.
 *
 * @param folder where relative paths start
 * @param rows where the rows come from
 * @param id the columns whose values make the id, joined by {@code /}; with several columns, a
 *     {@code /} inside a value is written {@code %2F} and a {@code %} is written {@code %25}. Empty
 *     where rows have no id: then it is made from the content of a row (features, group, time,
 *     source, origin; not the label, so that a corrected label keeps its id) and the number of
 *     earlier rows of that content
 * @param labels the labels
 * @param features the inputs of a model
 * @param group the column of what rows depend on together
 * @param time the column of when an example was observed: DATE, TIMESTAMP or ISO text, UTC unless
 *     it says otherwise
 * @param horizonDays how many days after its time the label of a row is known; 0 for at once
 * @param event the column of the independent event behind a label
 * @param source the column of where a row came from
 * @param origin the column of the id that a row was derived from
 * @param slices columns that metrics are broken down by
 * @param part the column of a given split: train, validation (also dev, val, valid) or test
 * @param simulated whether the rows are declared to be made up, wherever they come from
 * @param coverage which labels the sources tell of
 * @param migration how the labels differ from those of data and models before
 */
public record DatasetSource(
    Path folder,
    RowSource rows,
    List<String> id,
    LabelColumns labels,
    FeatureColumns features,
    Optional<String> group,
    Optional<String> time,
    int horizonDays,
    Optional<String> event,
    Optional<String> source,
    Optional<String> origin,
    List<String> slices,
    Optional<String> part,
    boolean simulated,
    LabelCoverage coverage,
    LabelMigration migration) {

  /** The same declaration of other rows. */
  DatasetSource withRows(RowSource other) {
    return new DatasetSource(
        folder,
        other,
        id,
        labels,
        features,
        group,
        time,
        horizonDays,
        event,
        source,
        origin,
        slices,
        part,
        simulated,
        coverage,
        migration);
  }

  /** The same rows with labels that have changed, or that not all sources tell of. */
  public DatasetSource withLabels(
      LabelColumns columns, LabelCoverage itsCoverage, LabelMigration itsMigration) {
    return new DatasetSource(
        folder,
        rows,
        id,
        columns,
        features,
        group,
        time,
        horizonDays,
        event,
        source,
        origin,
        slices,
        part,
        simulated,
        itsCoverage,
        itsMigration);
  }

  /** Copies the lists and checks that what a horizon and a coverage need is declared. */
  public DatasetSource {
    id = List.copyOf(id);
    slices = List.copyOf(slices);
    if (horizonDays < 0) {
      throw new IllegalArgumentException("A horizon of " + horizonDays + " days.");
    }
    if (horizonDays > 0 && time.isEmpty()) {
      throw new IllegalArgumentException("A horizon needs a time column.");
    }
    if (!coverage.equals(LabelCoverage.EVERYTHING) && source.isEmpty()) {
      throw new IllegalArgumentException("What sources tell of needs a source column.");
    }
  }

  /** Whether the rows are made up, by declaration or since a simulation gives them. */
  public boolean isSimulated() {
    return simulated || rows instanceof RowSource.Simulated;
  }

  /** Starts a declaration. */
  public static Builder builder(Path folder, RowSource rows, LabelColumns labels) {
    return new Builder(folder, rows, labels);
  }

  /** Builds a {@link DatasetSource}; what is not set is not declared. */
  public static final class Builder {

    private final Path folder;
    private final RowSource rows;
    private final LabelColumns labels;
    private List<String> id = List.of();
    private FeatureColumns features = FeatureColumns.ALL_OTHERS;
    private @Nullable String group;
    private @Nullable String time;
    private int horizonDays;
    private @Nullable String event;
    private @Nullable String source;
    private @Nullable String origin;
    private List<String> slices = List.of();
    private @Nullable String part;
    private boolean simulated;
    private LabelCoverage coverage = LabelCoverage.EVERYTHING;
    private LabelMigration migration = LabelMigration.NONE;

    private Builder(Path folder, RowSource rows, LabelColumns labels) {
      this.folder = folder;
      this.rows = rows;
      this.labels = labels;
    }

    /** Sets the id columns. */
    public Builder id(String... columns) {
      id = List.of(columns);
      return this;
    }

    /** Sets the features. */
    public Builder features(FeatureColumns columns) {
      features = columns;
      return this;
    }

    /** Sets the group column. */
    public Builder group(@Nullable String column) {
      group = column;
      return this;
    }

    /** Sets the time column and the label's horizon in days. */
    public Builder time(@Nullable String column, int days) {
      time = column;
      horizonDays = days;
      return this;
    }

    /** Sets the event column. */
    public Builder event(@Nullable String column) {
      event = column;
      return this;
    }

    /** Sets the source column. */
    public Builder source(@Nullable String column) {
      source = column;
      return this;
    }

    /** Sets the origin column. */
    public Builder origin(@Nullable String column) {
      origin = column;
      return this;
    }

    /** Sets the slice columns. */
    public Builder slices(String... columns) {
      slices = List.of(columns);
      return this;
    }

    /** Sets the column of a given split. */
    public Builder part(@Nullable String column) {
      part = column;
      return this;
    }

    /** Sets whether the rows are declared to be made up. */
    public Builder simulated(boolean madeUp) {
      simulated = madeUp;
      return this;
    }

    /** Sets which labels the sources tell of. */
    public Builder coverage(LabelCoverage labels) {
      coverage = labels;
      return this;
    }

    /** Sets how the labels differ from those of data and models before. */
    public Builder migration(LabelMigration labels) {
      migration = labels;
      return this;
    }

    /** The declaration. */
    public DatasetSource build() {
      return new DatasetSource(
          folder,
          rows,
          id,
          labels,
          features,
          Optional.ofNullable(group),
          Optional.ofNullable(time),
          horizonDays,
          Optional.ofNullable(event),
          Optional.ofNullable(source),
          Optional.ofNullable(origin),
          slices,
          Optional.ofNullable(part),
          simulated,
          coverage,
          migration);
    }
  }
}
