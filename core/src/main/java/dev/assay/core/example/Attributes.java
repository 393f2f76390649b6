package dev.assay.core.example;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of {@code n} examples besides labels and features: the id of each and, where
 * declared, group, time, event, source, origin, slices and weight. Columnar and immutable.
 *
 * <ul>
 *   <li>group: what rows depend on together, such as a country or an author
 *   <li>time: when the example was observed
 *   <li>event: the independent event behind a label, so that support counts events, not rows
 *   <li>source: where the row came from
 *   <li>origin: the id of the example that this one was derived from, or missing
 *   <li>slices: further attributes by name that metrics are broken down by
 * </ul>
 */
public final class Attributes {

  private final List<String> ids;
  private final @Nullable CategoricalColumn group;
  private final @Nullable TimeColumn time;
  private final @Nullable CategoricalColumn event;
  private final @Nullable CategoricalColumn source;
  private final @Nullable TextColumn origin;
  private final Map<String, CategoricalColumn> slices;

  private Attributes(Builder builder) {
    ids = builder.ids;
    group = builder.group;
    time = builder.time;
    event = builder.event;
    source = builder.source;
    origin = builder.origin;
    slices = Collections.unmodifiableMap(new LinkedHashMap<>(builder.slices));
    checkSize("group", group);
    checkSize("event", event);
    checkSize("source", source);
    checkSize("origin", origin);
    slices.forEach(this::checkSize);
    if (time != null && time.size() != size()) {
      throw new IllegalArgumentException("time has " + time.size() + " rows, not " + size());
    }
  }

  private void checkSize(String name, @Nullable Column column) {
    if (column != null && column.size() != size()) {
      throw new IllegalArgumentException(
          name + " has " + column.size() + " rows, not " + size() + ".");
    }
  }

  /** Starts attributes of examples with these ids, in row order. */
  public static Builder of(List<String> ids) {
    return new Builder(new ArrayList<>(ids));
  }

  /** The number of rows, {@code n}. */
  public int size() {
    return ids.size();
  }

  /** The id of a row. */
  public String id(int row) {
    return ids.get(row);
  }

  /** All ids in row order. */
  public List<String> ids() {
    return Collections.unmodifiableList(ids);
  }

  /** The group column, where one is declared. */
  public Optional<CategoricalColumn> group() {
    return Optional.ofNullable(group);
  }

  /** The time column, where one is declared. */
  public Optional<TimeColumn> time() {
    return Optional.ofNullable(time);
  }

  /** The event column, where one is declared. */
  public Optional<CategoricalColumn> event() {
    return Optional.ofNullable(event);
  }

  /** The source column, where one is declared. */
  public Optional<CategoricalColumn> source() {
    return Optional.ofNullable(source);
  }

  /** The ids that rows were derived from, where declared. */
  public Optional<TextColumn> origin() {
    return Optional.ofNullable(origin);
  }

  /** The slice columns by name, in the order declared. */
  public Map<String, CategoricalColumn> slices() {
    return slices;
  }

  /** The attributes of some rows, in the order given. */
  public Attributes select(int[] rows) {
    List<String> selected = new ArrayList<>(rows.length);
    for (int row : rows) {
      selected.add(ids.get(row));
    }
    Builder builder = new Builder(selected);
    builder.group = group == null ? null : group.select(rows);
    builder.time = time == null ? null : time.select(rows);
    builder.event = event == null ? null : event.select(rows);
    builder.source = source == null ? null : source.select(rows);
    builder.origin = origin == null ? null : origin.select(rows);
    slices.forEach((name, column) -> builder.slices.put(name, column.select(rows)));
    return builder.build();
  }

  /** Builds {@link Attributes}; every column has as many rows as there are ids. */
  public static final class Builder {

    private final List<String> ids;
    private @Nullable CategoricalColumn group;
    private @Nullable TimeColumn time;
    private @Nullable CategoricalColumn event;
    private @Nullable CategoricalColumn source;
    private @Nullable TextColumn origin;
    private final Map<String, CategoricalColumn> slices = new LinkedHashMap<>();

    private Builder(List<String> ids) {
      this.ids = ids;
    }

    /** Sets the group column. */
    public Builder group(CategoricalColumn column) {
      group = column;
      return this;
    }

    /** Sets the time column. */
    public Builder time(TimeColumn column) {
      time = column;
      return this;
    }

    /** Sets the event column. */
    public Builder event(CategoricalColumn column) {
      event = column;
      return this;
    }

    /** Sets the source column. */
    public Builder source(CategoricalColumn column) {
      source = column;
      return this;
    }

    /** Sets the ids that rows were derived from. */
    public Builder origin(TextColumn column) {
      origin = column;
      return this;
    }

    /** Adds a slice column. */
    public Builder slice(String name, CategoricalColumn column) {
      slices.put(name, column);
      return this;
    }

    /**
     * The attributes.
     *
     * @throws IllegalArgumentException where a column has another number of rows
     */
    public Attributes build() {
      return new Attributes(this);
    }
  }
}
