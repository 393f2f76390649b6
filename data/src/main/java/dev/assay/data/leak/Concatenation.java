package dev.assay.data.leak;

import dev.assay.core.example.Attributes;
import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.Column;
import dev.assay.core.example.Dataset;
import dev.assay.core.example.NumericColumn;
import dev.assay.core.example.TextColumn;
import dev.assay.core.example.TimeColumn;
import dev.assay.core.label.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of two datasets one after the other: what can be compared of them, without labels. */
final class Concatenation {

  private Concatenation() {}

  /**
   * First and then second.
   *
   * @throws IllegalArgumentException where the two differ in their features
   */
  static Dataset of(Dataset first, Dataset second) {
    if (!first.features().keySet().equals(second.features().keySet())) {
      throw new IllegalArgumentException(
          "Features differ: " + first.features().keySet() + ", " + second.features().keySet());
    }
    Map<String, Column> features = new LinkedHashMap<>();
    first.features().forEach((name, column) -> features.put(name, join(name, column, second)));
    byte[][] unknown = new byte[first.schema().size()][first.size() + second.size()];
    for (byte[] states : unknown) {
      Arrays.fill(states, Labels.UNKNOWN);
    }
    return new Dataset(
        attributes(first.attributes(), second.attributes()),
        Labels.ofColumns(first.schema(), unknown),
        features);
  }

  private static Attributes attributes(Attributes first, Attributes second) {
    List<String> ids = new ArrayList<>(first.ids());
    ids.addAll(second.ids());
    Attributes.Builder builder = Attributes.of(ids);
    both(first.group(), second.group())
        .ifPresent(pair -> builder.group(join(pair.first(), pair.second())));
    both(first.time(), second.time())
        .ifPresent(pair -> builder.time(join(pair.first(), pair.second())));
    return builder.build();
  }

  private record Pair<T>(T first, T second) {}

  private static <T> Optional<Pair<T>> both(Optional<T> first, Optional<T> second) {
    return first.flatMap(a -> second.map(b -> new Pair<>(a, b)));
  }

  private static Column join(String name, Column column, Dataset second) {
    Column other = Objects.requireNonNull(second.features().get(name));
    if (column instanceof NumericColumn a && other instanceof NumericColumn b) {
      float[] values = Arrays.copyOf(a.toArray(), a.size() + b.size());
      System.arraycopy(b.toArray(), 0, values, a.size(), b.size());
      return NumericColumn.takeOver(values);
    }
    if (column instanceof CategoricalColumn a && other instanceof CategoricalColumn b) {
      return join(a, b);
    }
    if (column instanceof TextColumn a && other instanceof TextColumn b) {
      List<@Nullable String> texts = new ArrayList<>(a.size() + b.size());
      for (int row = 0; row < a.size(); row++) {
        texts.add(a.value(row));
      }
      for (int row = 0; row < b.size(); row++) {
        texts.add(b.value(row));
      }
      return TextColumn.of(texts);
    }
    throw new IllegalArgumentException("'" + name + "' is of two kinds.");
  }

  private static CategoricalColumn join(CategoricalColumn first, CategoricalColumn second) {
    Map<String, Integer> index = new LinkedHashMap<>();
    first.levels().forEach(level -> index.put(level, index.size()));
    int[] codeOf = new int[second.levels().size()];
    for (int code = 0; code < codeOf.length; code++) {
      int next = index.size();
      Integer known = index.putIfAbsent(second.levels().get(code), next);
      codeOf[code] = known == null ? next : known;
    }
    int[] codes = new int[first.size() + second.size()];
    for (int row = 0; row < first.size(); row++) {
      codes[row] = first.code(row);
    }
    for (int row = 0; row < second.size(); row++) {
      codes[first.size() + row] =
          second.isMissing(row) ? CategoricalColumn.MISSING : codeOf[second.code(row)];
    }
    return CategoricalColumn.takeOver(codes, List.copyOf(index.keySet()));
  }

  private static TimeColumn join(TimeColumn first, TimeColumn second) {
    long[] seconds = new long[first.size() + second.size()];
    for (int row = 0; row < first.size(); row++) {
      seconds[row] = first.epochSecond(row);
    }
    for (int row = 0; row < second.size(); row++) {
      seconds[first.size() + row] = second.epochSecond(row);
    }
    return TimeColumn.takeOver(seconds);
  }
}
