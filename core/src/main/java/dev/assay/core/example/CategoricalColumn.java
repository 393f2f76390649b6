package dev.assay.core.example;

import dev.assay.core.fingerprint.StableHash;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values out of a list of levels, stored as codes into that list. */
public final class CategoricalColumn implements Column {

  /** The code of a missing value. */
  public static final int MISSING = -1;

  private final int[] codes;
  private final List<String> levels;
  private final long[] levelHashes;

  private CategoricalColumn(int[] codes, List<String> levels, long[] levelHashes) {
    this.codes = codes;
    this.levels = levels;
    this.levelHashes = levelHashes;
  }

  /**
   * A column of codes, taken over: the caller must not write to the array any more.
   *
   * @param codes {@code 0 <= code < levels.size()}, or {@link #MISSING}
   * @param levels distinct values
   * @throws IllegalArgumentException for a code without a level
   */
  public static CategoricalColumn takeOver(int[] codes, List<String> levels) {
    for (int code : codes) {
      if (code < MISSING || code >= levels.size()) {
        throw new IllegalArgumentException("Code " + code + " of " + levels.size() + " levels.");
      }
    }
    List<String> copy = List.copyOf(levels);
    return new CategoricalColumn(codes, copy, copy.stream().mapToLong(StableHash::of).toArray());
  }

  /** A column of values, null for missing; levels in order of first appearance. */
  public static CategoricalColumn of(List<? extends @Nullable String> values) {
    Map<String, Integer> index = new LinkedHashMap<>();
    int[] codes = new int[values.size()];
    for (int i = 0; i < codes.length; i++) {
      String value = values.get(i);
      if (value == null) {
        codes[i] = MISSING;
      } else {
        Integer code = index.putIfAbsent(value, index.size());
        codes[i] = code == null ? index.size() - 1 : code;
      }
    }
    return takeOver(codes, new ArrayList<>(index.keySet()));
  }

  /** The code of a row, or {@link #MISSING}. */
  public int code(int row) {
    return codes[row];
  }

  /** The levels; code {@code c} stands for {@code levels().get(c)}. Not each need occur. */
  public List<String> levels() {
    return levels;
  }

  /** The value of a row, or null where it is missing. */
  public @Nullable String value(int row) {
    return codes[row] == MISSING ? null : levels.get(codes[row]);
  }

  @Override
  public int size() {
    return codes.length;
  }

  @Override
  public boolean isMissing(int row) {
    return codes[row] == MISSING;
  }

  @Override
  public CategoricalColumn select(int[] rows) {
    int[] selected = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      selected[i] = codes[rows[i]];
    }
    return new CategoricalColumn(selected, levels, levelHashes);
  }

  @Override
  public long hash(int row) {
    return codes[row] == MISSING ? 0L : levelHashes[codes[row]];
  }
}
