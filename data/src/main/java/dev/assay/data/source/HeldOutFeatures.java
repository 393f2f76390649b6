package dev.assay.data.source;

import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.Column;
import dev.assay.core.example.Dataset;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.progress.Progress;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Features that a script makes from labels, such as the events of neighbouring countries, made anew
 * without the labels of left-out groups: else their truth would stand in what their model learns
 * from. A script that reads {@code getvariable('held_out')} says that it has such features; it
 * leaves the labels of these groups out of the features of every row, not out of the label column.
 */
public final class HeldOutFeatures {

  private final DatasetSource source;
  private final RowSource.Script script;
  private final Optional<LocalDate> asOf;

  private HeldOutFeatures(DatasetSource source, RowSource.Script script, Optional<LocalDate> asOf) {
    this.source = source;
    this.script = script;
    this.asOf = asOf;
  }

  /**
   * The features of a declaration that must be made anew; empty where its rows come from files, or
   * its script does not look at what is held out.
   *
   * @param asOf the last day to know of; without it everything is known
   */
  public static Optional<HeldOutFeatures> of(DatasetSource source, Optional<LocalDate> asOf) {
    return source.rows() instanceof RowSource.Script script
            && ScriptStaging.readsHeldOut(source.folder(), script)
        ? Optional.of(new HeldOutFeatures(source, script, asOf))
        : Optional.empty();
  }

  /**
   * Examples with their features made without the labels of some groups.
   *
   * @param examples rows of the declaration with all groups; their labels and attributes stay
   * @throws InvalidInputException where the script fails, loses a row of these, or changes a label
   */
  public Dataset without(List<String> groups, Dataset examples) {
    Dataset read =
        DatasetReader.read(source.withRows(script.without(groups)), asOf, Progress.SILENT)
            .dataset();
    Map<String, Integer> rowOf = new HashMap<>();
    for (int row = 0; row < read.size(); row++) {
      rowOf.put(read.attributes().id(row), row);
    }
    int[] rows = new int[examples.size()];
    for (int row = 0; row < rows.length; row++) {
      Integer found = rowOf.get(examples.attributes().id(row));
      if (found == null) {
        throw problem(
            groups,
            "the row '" + examples.attributes().id(row) + "' is lost.",
            "Leave the labels of these groups out of features, but keep all rows.");
      }
      rows[row] = found;
    }
    Dataset aligned = read.select(rows);
    checkLabels(groups, examples, aligned);
    Map<String, Column> features = new LinkedHashMap<>();
    examples.features().keySet().forEach(name -> features.put(name, feature(aligned, name)));
    return new Dataset(examples.attributes(), examples.labels(), features);
  }

  private Column feature(Dataset aligned, String name) {
    Column column = aligned.features().get(name);
    if (column == null) {
      throw new InvalidInputException(
          script.script(), "the feature '" + name + "' is there only at times.", "");
    }
    return column;
  }

  /** A fold is judged by the labels as they are; a script that hides them judges by others. */
  private void checkLabels(List<String> groups, Dataset examples, Dataset aligned) {
    Optional<CategoricalColumn> group = examples.attributes().group();
    for (int row = 0; row < examples.size(); row++) {
      boolean held =
          group.isPresent()
              && !group.get().isMissing(row)
              && groups.contains(group.get().levels().get(group.get().code(row)));
      for (int label = 0; !held && label < examples.schema().size(); label++) {
        if (examples.labels().state(row, label) != aligned.labels().state(row, label)) {
          throw problem(
              groups,
              "the label '%s' of '%s', a row of another group, changes."
                  .formatted(examples.schema().names().get(label), examples.attributes().id(row)),
              "Leave the labels of these groups out of features alone.");
        }
      }
    }
  }

  private InvalidInputException problem(List<String> groups, String what, String mend) {
    return new InvalidInputException(script.script() + " with held_out = " + groups, what, mend);
  }
}
