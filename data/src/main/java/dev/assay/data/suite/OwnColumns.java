package dev.assay.data.suite;

import dev.assay.core.problem.NearestName;
import dev.assay.core.problem.Problems;
import dev.assay.core.suite.ExpectationKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The columns of a table that was made for Assay: {@code expect} and {@code labels}, {@code id},
 * {@code functionality}, {@code note} and {@code by} where they are there, and every other column
 * an input by its name. What a vector is held against stands in {@code against.NAME} or {@code
 * perturbed.NAME}, of which a missing value is that of the vector's own input.
 */
public record OwnColumns() implements VectorLayout {

  /** What separates several labels in one cell. */
  public static final String SEPARATOR = ";";

  private static final String EXPECT = "expect";
  private static final String LABELS = "labels";
  private static final String ID = "id";
  private static final String FUNCTIONALITY = "functionality";
  private static final String NOTE = "note";
  private static final String BY = "by";
  private static final Set<String> RESERVED = Set.of(EXPECT, LABELS, ID, FUNCTIONALITY, NOTE, BY);
  private static final List<String> OTHERS = List.of("against.", "perturbed.");

  @Override
  public List<String> columns(List<String> present) {
    Set<String> columns = new LinkedHashSet<>(present);
    columns.addAll(List.of(EXPECT, LABELS));
    return List.copyOf(columns);
  }

  @Override
  public void check(Row row, Problems problems) {
    Map<String, ExpectationKind> kinds = ExpectationKind.byWord();
    String word = row.value(EXPECT).orElse("");
    if (!kinds.containsKey(word)) {
      problems.add(
          row.place(),
          word.isEmpty() ? "'expect' is missing." : "nothing expects '" + word + "'.",
          NearestName.advice(word, new TreeSet<>(kinds.keySet())));
    }
    row.value(BY)
        .filter(by -> !by.matches("0?\\.[0-9]+|[01](\\.0+)?"))
        .ifPresent(
            by ->
                problems.add(row.place(), "'by' is '" + by + "'.", "Write a number from 0 to 1."));
  }

  @Override
  public VectorDraft draft(Row row) {
    ExpectationKind kind =
        Objects.requireNonNull(ExpectationKind.byWord().get(row.value(EXPECT).orElseThrow()));
    List<String> labels =
        row.value(LABELS).stream()
            .flatMap(cell -> Stream.of(cell.split(SEPARATOR)))
            .map(String::strip)
            .filter(label -> !label.isEmpty())
            .toList();
    double by = row.value(BY).map(Double::valueOf).orElse(Double.NaN);
    return new VectorDraft(
        row.place(),
        row.value(ID).orElse(""),
        row.value(FUNCTIONALITY).orElse(""),
        new Claim(kind, labels, by),
        inputs(row),
        row.value(NOTE).orElse(""));
  }

  private static List<Map<String, String>> inputs(Row row) {
    Map<String, String> own = new LinkedHashMap<>();
    Map<String, String> changes = new LinkedHashMap<>();
    for (String column : row.columns()) {
      String changed = changed(column);
      row.value(column)
          .filter(value -> !RESERVED.contains(column))
          .ifPresent(
              value -> {
                if (changed.isEmpty()) {
                  own.put(column, value);
                } else {
                  changes.put(changed, value);
                }
              });
    }
    List<Map<String, String>> inputs = new ArrayList<>(List.of(own));
    if (!changes.isEmpty()) {
      Map<String, String> other = new LinkedHashMap<>(own);
      other.putAll(changes);
      inputs.add(other);
    }
    return inputs;
  }

  /** The input that a column changes; empty for a column of a vector's own. */
  private static String changed(String column) {
    return OTHERS.stream()
        .filter(column::startsWith)
        .map(other -> column.substring(other.length()))
        .findFirst()
        .orElse("");
  }
}
