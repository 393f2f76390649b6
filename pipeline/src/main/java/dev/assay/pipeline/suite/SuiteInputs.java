package dev.assay.pipeline.suite;

import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.suite.Suite;
import dev.assay.core.suite.Vector;
import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a suite shows a model, as a table for models that Assay does not run. */
public final class SuiteInputs {

  private static final String ID = "id";

  private SuiteInputs() {}

  /**
   * A row for each input of each vector, with the ids of {@link VectorIds} and a column for each
   * value. What is expected is not in it.
   *
   * @throws InvalidInputException where an id would stand twice, or an input is called as the ids
   *     are
   */
  public static Block.Table table(Suite suite) {
    Set<String> names = new LinkedHashSet<>();
    for (Vector vector : suite.vectors()) {
      vector.inputs().forEach(input -> names.addAll(input.values().keySet()));
    }
    if (names.contains(ID)) {
      throw new InvalidInputException(
          "suite " + suite.name(),
          "has an input that is called '" + ID + "', as the ids of its vectors are.",
          "Give the column another name.");
    }
    requireOnce(suite);
    List<List<Cell>> rows = new ArrayList<>();
    for (Vector vector : suite.vectors()) {
      List<String> ids = VectorIds.ofInputs(vector);
      for (int i = 0; i < ids.size(); i++) {
        List<Cell> row = new ArrayList<>(List.of(Cell.text(ids.get(i))));
        for (String name : names) {
          row.add(Cell.textOrNothing(vector.inputs().get(i).values().get(name)));
        }
        rows.add(row);
      }
    }
    List<String> columns = new ArrayList<>(List.of(ID));
    columns.addAll(names);
    return new Block.Table(suite.name(), "What the suite shows a model", columns, rows);
  }

  private static void requireOnce(Suite suite) {
    Set<String> ids = new HashSet<>();
    for (Vector vector : suite.vectors()) {
      for (String id : VectorIds.ofInputs(vector)) {
        if (!ids.add(id)) {
          throw new InvalidInputException(
              "suite " + suite.name(),
              "'" + id + "' is the id of a vector and of an input of another.",
              "Give the vector another id.");
        }
      }
    }
  }
}
