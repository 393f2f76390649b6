package dev.assay.text.input;

import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.Column;
import dev.assay.core.example.Dataset;
import dev.assay.core.example.NumericColumn;
import dev.assay.core.example.TextColumn;
import dev.assay.core.model.Setting;
import dev.assay.core.model.Settings;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.NearestName;
import dev.assay.core.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of a row, built from its columns by a template such as {@code [{context}] {text}}. Part
 * of the model, so that training, suites and serving build the same text of the same row.
 */
public final class TextInput {

  /** The setting of a trainer that says which text it reads. */
  public static final Setting SETTING =
      new Setting.Text(
          "template",
          "The text that is read, with names of columns in braces, such as '{title}: {body}'; "
              + "where nothing is said, the only text column.",
          "");

  private static final Pattern PLACE = Pattern.compile("\\{([^{}]+)}");

  private final String template;
  private final List<Piece> pieces;
  private final List<String> columns;

  private TextInput(String template, List<Piece> pieces, List<String> columns) {
    this.template = template;
    this.pieces = pieces;
    this.columns = columns;
  }

  /**
   * A template.
   *
   * @param template text with names of columns in braces, at least one
   * @throws InvalidInputException where it names no column
   */
  public static TextInput of(String template) {
    List<Piece> pieces = new ArrayList<>();
    Set<String> columns = new LinkedHashSet<>();
    Matcher places = PLACE.matcher(template);
    int from = 0;
    while (places.find()) {
      pieces.add(new Piece.Words(template.substring(from, places.start())));
      pieces.add(new Piece.Cell(places.group(1)));
      columns.add(places.group(1));
      from = places.end();
    }
    pieces.add(new Piece.Words(template.substring(from)));
    if (columns.isEmpty()) {
      throw new InvalidInputException(
          "train",
          "the template '" + template + "' names no column.",
          "Write the name of a column in braces, e.g. '{text}'.");
    }
    return new TextInput(template, List.copyOf(pieces), List.copyOf(columns));
  }

  /**
   * What the {@link #SETTING} says of these examples.
   *
   * @throws InvalidInputException where the template names no column or one that is not there, or
   *     where nothing is said and there is not exactly one text column
   */
  public static TextInput from(Settings settings, Dataset examples) {
    String template = settings.text(SETTING.name());
    TextInput input = template.isEmpty() ? onlyTextOf(examples) : of(template);
    input.requireColumns(examples, "train");
    return input;
  }

  /**
   * The one text column of a dataset.
   *
   * @throws InvalidInputException where it has none or several
   */
  public static TextInput onlyTextOf(Dataset examples) {
    List<String> texts =
        examples.features().entrySet().stream()
            .filter(feature -> feature.getValue() instanceof TextColumn)
            .map(feature -> feature.getKey())
            .toList();
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
   * The text of every row, {@code n}; what is missing stands as nothing, a whole number without a
   * point.
   *
   * @param what the dataset, to name in a problem
   * @throws InvalidInputException naming every column that is not there
   */
  public List<String> read(Dataset examples, String what) {
    requireColumns(examples, what);
    List<String> texts = new ArrayList<>(examples.size());
    for (int row = 0; row < examples.size(); row++) {
      texts.add(text(examples, row));
    }
    return texts;
  }

  private void requireColumns(Dataset examples, String what) {
    Problems problems = new Problems();
    for (String column : columns) {
      if (!examples.features().containsKey(column)) {
        problems.add(
            what,
            "there is no column '" + column + "', which the text is made of.",
            NearestName.advice(column, examples.features().keySet()));
      }
    }
    problems.throwIfAny();
  }

  private String text(Dataset examples, int row) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Words(String words) -> text.append(words);
        case Piece.Cell(String name) -> {
          String shown = shown(Objects.requireNonNull(examples.features().get(name)), row);
          text.append(shown == null ? "" : shown);
        }
      }
    }
    return text.toString();
  }

  private static @Nullable String shown(Column column, int row) {
    if (column.isMissing(row)) {
      return null;
    }
    return switch (column) {
      case TextColumn texts -> texts.value(row);
      case CategoricalColumn levels -> levels.value(row);
      case NumericColumn numbers -> shown(numbers.value(row));
    };
  }

  private static String shown(float number) {
    return number == Math.rint(number) && Math.abs(number) < 1e9
        ? String.valueOf((long) number)
        : String.valueOf(number);
  }

  /** A part of a template. */
  private sealed interface Piece {

    /** What stands as it is. */
    record Words(String words) implements Piece {}

    /** What a row says in a column. */
    record Cell(String column) implements Piece {}
  }
}
