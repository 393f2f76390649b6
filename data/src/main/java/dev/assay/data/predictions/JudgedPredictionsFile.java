package dev.assay.data.predictions;

import dev.assay.core.example.Attributes;
import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.prediction.Predictions;
import dev.assay.data.internal.TableFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The predictions of a comparison as one Parquet file: a row for each example of each set, with the
 * columns of {@link PredictionsFile} and beside them {@code holdout}, the name of the set, and
 * {@code champion_score_<label>} for each label of the champion, missing where a row was not
 * compared since a side had been trained on it.
 */
public final class JudgedPredictionsFile {

  private static final String HOLDOUT = "holdout";
  private static final String CHAMPION = "champion_";

  private final List<JudgedPredictions> sets;
  private final int[] setOf;
  private final int[] rowOf;
  private final int[] championRowOf;

  private JudgedPredictionsFile(List<JudgedPredictions> sets) {
    this.sets = sets;
    int rows = sets.stream().mapToInt(set -> set.candidate().size()).sum();
    setOf = new int[rows];
    rowOf = new int[rows];
    championRowOf = new int[rows];
    int next = 0;
    for (int set = 0; set < sets.size(); set++) {
      Attributes attributes = sets.get(set).candidate().attributes();
      Map<String, Integer> compared = rowsById(sets.get(set).champion().attributes());
      for (int row = 0; row < attributes.size(); row++) {
        setOf[next] = set;
        rowOf[next] = row;
        championRowOf[next++] = compared.getOrDefault(attributes.id(row), -1);
      }
    }
  }

  private static Map<String, Integer> rowsById(Attributes attributes) {
    Map<String, Integer> rows = new HashMap<>();
    for (int row = 0; row < attributes.size(); row++) {
      rows.put(attributes.id(row), row);
    }
    return rows;
  }

  /**
   * Writes the file, at once or not at all: equal predictions give equal bytes with one version of
   * DuckDB.
   *
   * @param sets with one label schema of the candidate; those of the champion may differ, as where
   *     it is trained anew for left-out groups without a label that was retired since
   * @throws IllegalArgumentException for none, or for sets of different schemas of the candidate
   */
  public static void write(Path file, List<JudgedPredictions> sets) {
    if (sets.isEmpty()) {
      throw new IllegalArgumentException("There are no predictions to write.");
    }
    requireOne(sets.stream().map(set -> set.candidate().schema()).distinct().toList());
    new JudgedPredictionsFile(List.copyOf(sets)).write(file);
  }

  private static void requireOne(List<LabelSchema> schemas) {
    if (schemas.size() > 1) {
      throw new IllegalArgumentException(
          "The candidate has several label schemas: " + schemas + ".");
    }
  }

  private void write(Path file) {
    TableFile table = new TableFile(setOf.length);
    table.texts(HOLDOUT, row -> sets.get(setOf[row]).holdout());
    table.texts(PredictionLayout.ID, row -> attributes(setOf[row]).id(rowOf[row]));
    addColumn(table, "group", Attributes::group);
    if (sets.stream().allMatch(set -> set.candidate().attributes().time().isPresent())) {
      table.times(
          "time", row -> attributes(setOf[row]).time().orElseThrow().epochSecond(rowOf[row]));
    }
    addColumn(table, "event", Attributes::event);
    addColumn(table, "source", Attributes::source);
    for (String slice : slices()) {
      addColumn(table, slice, set -> Optional.ofNullable(set.slices().get(slice)));
    }
    PredictionsFile.addTruth(
        table,
        candidate(0).schema(),
        (row, label) -> candidate(setOf[row]).truth().state(rowOf[row], label));
    addScores(table);
    table.writeParquet(file);
  }

  private void addScores(TableFile table) {
    List<String> names = candidate(0).schema().names();
    for (int j = 0; j < names.size(); j++) {
      int label = j;
      table.numbers(
          PredictionLayout.SCORE_OF + names.get(j),
          row -> candidate(setOf[row]).scores().score(rowOf[row], label));
    }
    sets.stream()
        .flatMap(set -> set.champion().schema().names().stream())
        .distinct()
        .forEach(label -> addScoresOfChampion(table, label));
  }

  private void addScoresOfChampion(TableFile table, String label) {
    int[] places =
        sets.stream().mapToInt(set -> set.champion().schema().names().indexOf(label)).toArray();
    table.numbers(
        CHAMPION + PredictionLayout.SCORE_OF + label,
        row -> {
          int place = places[setOf[row]];
          return place < 0 || championRowOf[row] < 0
              ? Float.NaN
              : champion(setOf[row]).scores().score(championRowOf[row], place);
        });
  }

  /** The slices that any set has, in the order of the first that has them. */
  private Iterable<String> slices() {
    Map<String, CategoricalColumn> all = new LinkedHashMap<>();
    sets.forEach(set -> set.candidate().attributes().slices().forEach(all::putIfAbsent));
    return all.keySet();
  }

  private void addColumn(
      TableFile table, String name, Function<Attributes, Optional<CategoricalColumn>> column) {
    List<Optional<CategoricalColumn>> columns =
        sets.stream().map(set -> column.apply(set.candidate().attributes())).toList();
    if (columns.stream().anyMatch(Optional::isPresent)) {
      table.texts(
          name,
          row -> columns.get(setOf[row]).map(values -> values.value(rowOf[row])).orElse(null));
    }
  }

  private Attributes attributes(int set) {
    return candidate(set).attributes();
  }

  private Predictions candidate(int set) {
    return sets.get(set).candidate();
  }

  private Predictions champion(int set) {
    return sets.get(set).champion();
  }
}
