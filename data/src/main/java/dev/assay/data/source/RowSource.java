package dev.assay.data.source;

import dev.assay.core.problem.InvalidInputException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where the rows of a dataset come from. Paths are relative to the folder of the declaration. */
public sealed interface RowSource {

  /** Where the rows come from, in words that change when it does. */
  String words();

  /**
   * Files that are read one after the other: CSV ({@code .csv}, {@code .tsv}, with a header line),
   * JSON lines ({@code .jsonl}, {@code .ndjson}), each also with {@code .gz}, or {@code .parquet}.
   *
   * <p>An empty text is a missing value; in CSV {@code NA}, {@code N/A}, {@code NaN}, {@code null}
   * and {@code NULL} are missing values too, except in the columns of id and group, where they are
   * names like any other: {@code NA} is a country.
   *
   * @param patterns paths or globs, at least one; the files of a glob come in alphabetical order
   */
  record Files(List<String> patterns) implements RowSource {

    /** Copies the list and checks that there is a pattern. */
    public Files {
      patterns = List.copyOf(patterns);
      if (patterns.isEmpty()) {
        throw new InvalidInputException("rows", "no file is named.", "Name a file or a glob.");
      }
    }

    @Override
    public String words() {
      return String.join(", ", patterns);
    }
  }

  /**
   * A DuckDB script whose statements are all run; the last one, a query, gives the rows. Relative
   * paths in it start at the script's folder. The variables {@code as_of} (a DATE), {@code
   * held_out} (a list of texts) and those given stand ready as {@code getvariable('name')}.
   *
   * <p>A query has no order of its own, so its rows are put in the order of their ids.
   *
   * @param script path of the script
   * @param variables further variables by name, as text
   * @param heldOut groups whose labels features must not be made from; mostly none
   */
  record Script(String script, Map<String, String> variables, List<String> heldOut)
      implements RowSource {

    /** Copies the collections, variables in alphabetical order of names. */
    public Script {
      variables = Collections.unmodifiableMap(new TreeMap<>(variables));
      heldOut = List.copyOf(heldOut);
    }

    /** A script that leaves no group out. */
    public Script(String script, Map<String, String> variables) {
      this(script, variables, List.of());
    }

    /** The same script with these groups left out. */
    Script without(List<String> groups) {
      return new Script(script, variables, groups);
    }

    @Override
    public String words() {
      return "sql " + script + " " + variables;
    }
  }

  /**
   * Rows that a seeded simulation makes up; whatever is learned from them is about simulated data.
   *
   * @param name name of the simulation, see {@link dev.assay.data.simulation.Simulation}
   * @param seed decides every number in it
   */
  record Simulated(String name, long seed) implements RowSource {
    @Override
    public String words() {
      return "simulated " + name + ", seed " + seed;
    }
  }
}
