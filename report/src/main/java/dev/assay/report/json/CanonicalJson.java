package dev.assay.report.json;

import dev.assay.report.file.AtomicFile;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedCollection;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/**
 * Plain values as JSON: the same values give the same bytes.
 *
 * <p>Written are maps with text keys, lists, text, numbers, booleans, null, and enum constants as
 * their names in lower case. Records and other objects are refused, because the shape of a file is
 * a promise to its readers and is spelled out where it is made. Keys and elements come in the order
 * given, indented by two spaces, one to a line, with a newline at the end. A double is written in
 * the shortest form that reads back as the same number, a whole number of an integral type without
 * a fraction.
 */
public final class CanonicalJson {

  private static final JsonFactory FACTORY = new JsonFactory();

  private CanonicalJson() {}

  /**
   * Writes a value to a file, whole or not at all.
   *
   * @throws IllegalArgumentException as {@link #render}
   * @throws IOException where the file cannot be written
   */
  public static void write(@Nullable Object value, Path file) throws IOException {
    AtomicFile.write(file, render(value));
  }

  /**
   * A value as pretty JSON.
   *
   * @throws IllegalArgumentException with the path to the value, such as {@code
   *     $.holdouts[2].f1_macro}, where it is NaN, infinite, of another type than those above, or a
   *     collection without an order of its own such as {@code Map.of}
   */
  public static String render(@Nullable Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(new Pretty(), text)) {
      write(value, "$", generator);
    }
    return text.append('\n').toString();
  }

  private static void write(@Nullable Object value, String path, JsonGenerator json) {
    switch (value) {
      case null -> json.writeNull();
      case String text -> json.writeString(text);
      case Boolean flag -> json.writeBoolean(flag);
      case Enum<?> constant -> json.writeString(constant.name().toLowerCase(Locale.ROOT));
      case Number number -> writeNumber(number, path, json);
      case Map<?, ?> map -> writeObject(map, path, json);
      case Collection<?> list -> writeArray(list, path, json);
      default -> throw refused(path, "a " + value.getClass().getName() + " is not a JSON value");
    }
  }

  private static void writeNumber(Number number, String path, JsonGenerator json) {
    switch (number) {
      case Double value -> json.writeNumber(finite(value, path));
      case Float value -> {
        finite(value, path);
        json.writeNumber(value);
      }
      case Long value -> json.writeNumber(value);
      case Integer value -> json.writeNumber(value);
      case Short value -> json.writeNumber(value);
      case Byte value -> json.writeNumber(value);
      case BigInteger value -> json.writeNumber(value);
      case BigDecimal value -> json.writeNumber(value);
      default -> throw refused(path, number.getClass().getName() + " is not a plain number");
    }
  }

  private static double finite(double value, String path) {
    if (!Double.isFinite(value)) {
      throw refused(path, value + " is not a JSON number; write null beside a reason");
    }
    return value;
  }

  private static void writeObject(Map<?, ?> map, String path, JsonGenerator json) {
    if (map.size() > 1 && !(map instanceof SequencedMap || map instanceof EnumMap)) {
      throw refused(path, "a map without an order, " + map.getClass().getName());
    }
    json.writeStartObject();
    map.forEach(
        (key, value) -> {
          String name =
              switch (key) {
                case String text -> text;
                case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT);
                case null, default -> throw refused(path, "the key " + key + " is not text");
              };
          json.writeName(name);
          write(value, path + "." + name, json);
        });
    json.writeEndObject();
  }

  private static void writeArray(Collection<?> list, String path, JsonGenerator json) {
    if (list.size() > 1 && !(list instanceof List || list instanceof SequencedCollection)) {
      throw refused(path, "a collection without an order, " + list.getClass().getName());
    }
    json.writeStartArray();
    int index = 0;
    for (Object element : list) {
      write(element, path + "[" + index++ + "]", json);
    }
    json.writeEndArray();
  }

  private static IllegalArgumentException refused(String path, String reason) {
    return new IllegalArgumentException("JSON at " + path + ": " + reason + ".");
  }

  /** Two spaces and a line feed on every system, {@code "key": value}, empty as {@code []}. */
  private static final class Pretty extends ObjectWriteContext.Base {

    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

    @Override
    public PrettyPrinter getPrettyPrinter() {
      return new DefaultPrettyPrinter(
              Separators.createDefaultInstance()
                  .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                  .withObjectEmptySeparator("")
                  .withArrayEmptySeparator(""))
          .withObjectIndenter(LINES)
          .withArrayIndenter(LINES);
    }
  }
}
