package dev.assay.data.suite;

import dev.assay.core.problem.NearestName;
import dev.assay.core.problem.Problems;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a table that was not made for Assay say what of a vector. Columns that are not
 * named are not read.
 *
 * @param id the column of ids; empty for ids made from the content
 * @param functionality the column of functionalities; empty where vectors are called by their kind
 * @param note the column of notes
 * @param inputs for each input of the model that the table has, its column
 * @param label the column that says what is expected
 * @param claims what each value of that column says
 */
public record VectorColumns(
    Optional<String> id,
    Optional<String> functionality,
    Optional<String> note,
    Map<String, String> inputs,
    String label,
    Map<String, Claim> claims)
    implements VectorLayout {

  /** Copies the maps, keeping their order. */
  public VectorColumns {
    inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    claims = Collections.unmodifiableMap(new LinkedHashMap<>(claims));
  }

  @Override
  public List<String> columns(List<String> present) {
    List<String> columns = new ArrayList<>(inputs.values());
    columns.add(label);
    id.ifPresent(columns::add);
    functionality.ifPresent(columns::add);
    note.ifPresent(columns::add);
    return columns.stream().distinct().toList();
  }

  @Override
  public void check(Row row, Problems problems) {
    String value = row.value(label).orElse("");
    if (!claims.containsKey(value)) {
      problems.add(
          row.place(),
          value.isEmpty()
              ? "'" + label + "' is missing."
              : "nobody declared what '" + value + "' as '" + label + "' means.",
          NearestName.advice(value, claims.keySet()));
    }
  }

  @Override
  public VectorDraft draft(Row row) {
    Map<String, String> input = new LinkedHashMap<>();
    inputs.forEach((name, column) -> row.value(column).ifPresent(value -> input.put(name, value)));
    return new VectorDraft(
        row.place(),
        id.flatMap(row::value).orElse(""),
        functionality.flatMap(row::value).orElse(""),
        Objects.requireNonNull(claims.get(row.value(label).orElseThrow())),
        List.of(input),
        note.flatMap(row::value).orElse(""));
  }

  /** Starts with the column that says what is expected. */
  public static Builder builder(String label, Map<String, Claim> claims) {
    return new Builder(label, claims);
  }

  /** Builds {@link VectorColumns}; what is not set is not there. */
  public static final class Builder {

    private final String label;
    private final Map<String, Claim> claims;
    private final Map<String, String> inputs = new LinkedHashMap<>();
    private @Nullable String id;
    private @Nullable String functionality;
    private @Nullable String note;

    private Builder(String label, Map<String, Claim> claims) {
      this.label = label;
      this.claims = claims;
    }

    /** Sets the column of ids. */
    public Builder id(@Nullable String column) {
      id = column;
      return this;
    }

    /** Sets the column of functionalities. */
    public Builder functionality(@Nullable String column) {
      functionality = column;
      return this;
    }

    /** Sets the column of notes. */
    public Builder note(@Nullable String column) {
      note = column;
      return this;
    }

    /** Adds the column of an input. */
    public Builder input(String name, String column) {
      inputs.put(name, column);
      return this;
    }

    /** The columns. */
    public VectorColumns build() {
      return new VectorColumns(
          Optional.ofNullable(id),
          Optional.ofNullable(functionality),
          Optional.ofNullable(note),
          inputs,
          label,
          claims);
    }
  }
}
