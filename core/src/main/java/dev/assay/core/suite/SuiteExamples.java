package dev.assay.core.suite;

import dev.assay.core.bundle.Input;
import dev.assay.core.bundle.InputKind;
import dev.assay.core.example.Attributes;
import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.Column;
import dev.assay.core.example.Dataset;
import dev.assay.core.example.NumericColumn;
import dev.assay.core.example.TextColumn;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The inputs of a suite as examples that a model can score: a row for each input, vector by vector.
 * Their ids begin with the suite's name, so that they are no ids of the data; their labels are
 * unknown.
 */
public final class SuiteExamples {

  private SuiteExamples() {}

  /**
   * The examples.
   *
   * @param schema the label schema of the model that is to score them
   * @param inputs the columns that they are to have, one of them perhaps the group
   * @throws IllegalArgumentException where a value is no number and its column is of numbers
   */
  public static Dataset of(Suite suite, LabelSchema schema, List<Input> inputs) {
    List<VectorInput> rows = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (Vector vector : suite.vectors()) {
      for (int i = 0; i < vector.inputs().size(); i++) {
        rows.add(vector.inputs().get(i));
        ids.add("suite:%s/%s#%d".formatted(suite.name(), vector.id(), i + 1));
      }
    }
    Attributes.Builder attributes = Attributes.of(ids);
    Map<String, Column> features = new LinkedHashMap<>();
    for (Input input : inputs) {
      if (input.kind() == InputKind.GROUP) {
        attributes.group(CategoricalColumn.of(values(rows, input.name())));
      } else {
        features.put(input.name(), column(rows, input));
      }
    }
    return new Dataset(attributes.build(), unknown(schema, rows.size()), features);
  }

  /** So many rows of which no label is known. */
  public static Labels unknown(LabelSchema schema, int rows) {
    byte[][] states = new byte[schema.size()][rows];
    for (byte[] column : states) {
      Arrays.fill(column, Labels.UNKNOWN);
    }
    return Labels.ofColumns(schema, states);
  }

  /**
   * The number that a written value stands for: {@code true} is 1 and {@code false} is 0, as in the
   * columns of data; empty where it stands for none.
   */
  public static OptionalDouble number(String written) {
    if (written.equalsIgnoreCase("true")) {
      return OptionalDouble.of(1);
    }
    if (written.equalsIgnoreCase("false")) {
      return OptionalDouble.of(0);
    }
    try {
      double number = Double.parseDouble(written.strip());
      return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  private static Column column(List<VectorInput> rows, Input input) {
    List<@Nullable String> values = values(rows, input.name());
    return switch (input.kind()) {
      case NUMERIC -> numbers(values, input.name());
      case CATEGORICAL, GROUP -> CategoricalColumn.of(values);
      case TEXT -> TextColumn.of(values);
    };
  }

  private static NumericColumn numbers(List<@Nullable String> values, String name) {
    float[] numbers = new float[values.size()];
    for (int row = 0; row < numbers.length; row++) {
      String written = values.get(row);
      numbers[row] =
          written == null
              ? Float.NaN
              : (float)
                  number(written)
                      .orElseThrow(
                          () ->
                              new IllegalArgumentException(
                                  "'" + name + "' is '" + written + "', which is no number."));
    }
    return NumericColumn.takeOver(numbers);
  }

  private static List<@Nullable String> values(List<VectorInput> rows, String name) {
    List<@Nullable String> values = new ArrayList<>(rows.size());
    rows.forEach(row -> values.add(row.values().get(name)));
    return values;
  }
}
