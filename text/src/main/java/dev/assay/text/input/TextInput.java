package dev.assay.text.input;

import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.Column;
import dev.assay.core.example.Dataset;
import dev.assay.core.example.NumericColumn;
import dev.assay.core.example.TextColumn;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a row, built from its columns by a template such as {@code [{context}] {text}}. Part
 * of the model, so that training, suites and serving build the same text of the same row.
 */
public final class TextInput {

  private static final Pattern PLACE = Pattern.compile("\\{([^{}]+)}");

  private final String template;
  private final List<String> columns;

  private TextInput(String template, List<String> columns) {
    this.template = template;
    this.columns = columns;
  }

  /**
   * A template.
   *
   * @param template text with names of columns in braces, at least one
   * @throws InvalidInputException where it names no column
   */
  public static TextInput of(String template) {
    Set<String> columns = new LinkedHashSet<>();
    Matcher places = PLACE.matcher(template);
    while (places.find()) {
      columns.add(places.group(1));
    }
    if (columns.isEmpty()) {
      throw new InvalidInputException(
          "train",
          "the template '" + template + "' names no column.",
          "Write the name of a column in braces, e.g. '{text}'.");
    }
    return new TextInput(template, List.copyOf(columns));
  }

  /**
   * The one text column of a dataset.
   *
   * @throws InvalidInputException where it has none or several
   */
  public static TextInput onlyTextOf(Dataset examples) {
    List<String> texts = new ArrayList<>();
    examples
        .features()
        .forEach(
            (name, column) -> {
              if (column instanceof TextColumn) {
                texts.add(name);
              }
            });
    if (texts.size() != 1) {
      throw new InvalidInputException(
          "train",
          texts.isEmpty()
              ? "no column of the data is a text."
              : "several columns are texts: " + String.join(", ", texts) + ".",
          texts.isEmpty()
              ? "Declare one with 'texts: [COLUMN]' under data."
              : "Say which to read with a template, e.g. template: '{" + texts.getFirst() + "}'.");
    }
    return of("{" + texts.getFirst() + "}");
  }

  /** The template. */
  public String template() {
    return template;
  }

  /** The columns that it names, in the order of their first mention. */
  public List<String> columns() {
    return columns;
  }

  /**
   * The text of every row; what is missing stands as nothing.
   *
   * @param what the dataset, to name in a problem
   * @throws InvalidInputException where a column is not there
   */
  public List<String> read(Dataset examples, String what) {
    for (String column : columns) {
      if (!examples.features().containsKey(column)) {
        throw new InvalidInputException(
            what,
            "there is no column '" + column + "', which the text is made of.",
            NearestName.advice(column, List.copyOf(examples.features().keySet())));
      }
    }
    List<String> texts = new ArrayList<>(examples.size());
    for (int row = 0; row < examples.size(); row++) {
      texts.add(text(examples, row));
    }
    return texts;
  }

  private String text(Dataset examples, int row) {
    StringBuilder text = new StringBuilder();
    Matcher places = PLACE.matcher(template);
    int from = 0;
    while (places.find()) {
      text.append(template, from, places.start());
      Column column = examples.features().get(places.group(1));
      text.append(column == null || column.isMissing(row) ? "" : shown(column, row));
      from = places.end();
    }
    return text.append(template, from, template.length()).toString();
  }

  private static String shown(Column column, int row) {
    return switch (column) {
      case TextColumn texts -> String.valueOf(texts.value(row));
      case CategoricalColumn levels -> String.valueOf(levels.value(row));
      case NumericColumn numbers -> String.valueOf(numbers.value(row));
    };
  }
}
