package dev.assay.core.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How the labels of an experiment differ from those of models and data before it. What was not
 * declared and yet differs is taken for an accident, such as a misspelt or a forgotten label.
 *
 * <p>Old rows are unknown for new labels. Of a label that was split they tell more: where it is
 * known not to be there, none of its parts is; where it is there and all parts but one are known
 * not to be, that one is.
 *
 * @param added labels that are new
 * @param retired labels that are no more
 * @param split labels that are no more, each with the labels that took its place
 */
public record LabelMigration(
    List<String> added, List<String> retired, Map<String, List<String>> split) {

  /** Nothing has changed. */
  public static final LabelMigration NONE = new LabelMigration(List.of(), List.of(), Map.of());

  /**
   * Copies lists and map, the map in alphabetical order.
   *
   * @throws IllegalArgumentException where a label is split into fewer than two
   */
  public LabelMigration {
    added = List.copyOf(added);
    retired = List.copyOf(retired);
    TreeMap<String, List<String>> copy = new TreeMap<>();
    split.forEach((label, parts) -> copy.put(label, List.copyOf(parts)));
    copy.forEach(
        (label, parts) -> {
          if (parts.size() < 2) {
            throw new IllegalArgumentException(
                "'" + label + "' is split into fewer than two labels: " + parts);
          }
        });
    split = Collections.unmodifiableMap(copy);
  }

  /** The labels that are no more: retired and split ones. */
  public Set<String> former() {
    Set<String> former = new LinkedHashSet<>(retired);
    former.addAll(split.keySet());
    return former;
  }

  /** The labels that were not there before: added ones, and those that others were split into. */
  public Set<String> introduced() {
    Set<String> introduced = new LinkedHashSet<>(added);
    split.values().forEach(introduced::addAll);
    return introduced;
  }

  /**
   * The truth about today's labels as far as labels of any time tell it.
   *
   * @param told labels of rows, former ones among them
   * @param today the labels of today; unknown where they are not among those told
   */
  public Labels forward(Labels told, LabelSchema today) {
    if (told.schema().equals(today)) {
      return told;
    }
    byte[][] states = copied(told, today);
    split.forEach(
        (whole, parts) -> {
          if (told.schema().names().contains(whole)) {
            int[] columns =
                parts.stream().filter(today.names()::contains).mapToInt(today::indexOf).toArray();
            tell(told.column(told.schema().indexOf(whole)), states, columns);
          }
        });
    return Labels.ofColumns(today, states);
  }

  private static byte[][] copied(Labels from, LabelSchema to) {
    byte[][] states = new byte[to.size()][];
    for (int label = 0; label < states.length; label++) {
      String name = to.names().get(label);
      if (from.schema().names().contains(name)) {
        states[label] = from.column(from.schema().indexOf(name));
      } else {
        states[label] = new byte[from.size()];
        Arrays.fill(states[label], Labels.UNKNOWN);
      }
    }
    return states;
  }

  /** Tells parts from the whole that they make up. */
  private static void tell(byte[] whole, byte[][] states, int[] parts) {
    for (int row = 0; row < whole.length; row++) {
      if (whole[row] == Labels.NEGATIVE) {
        for (int part : parts) {
          if (states[part][row] == Labels.UNKNOWN) {
            states[part][row] = Labels.NEGATIVE;
          }
        }
      } else if (whole[row] == Labels.POSITIVE) {
        tellPresence(states, parts, row);
      }
    }
  }

  /** One part at least is there. */
  private static void tellPresence(byte[][] states, int[] parts, int row) {
    int negatives = 0;
    int last = -1;
    for (int part : parts) {
      if (states[part][row] == Labels.POSITIVE) {
        return;
      }
      negatives += states[part][row] == Labels.NEGATIVE ? 1 : 0;
      last = states[part][row] == Labels.UNKNOWN ? part : last;
    }
    if (negatives == parts.length) {
      // Whoever said that the whole is there was not asked which part it is.
      for (int part : parts) {
        states[part][row] = Labels.UNKNOWN;
      }
    } else if (negatives == parts.length - 1) {
      states[last][row] = Labels.POSITIVE;
    }
  }

  /**
   * The truth about former labels as far as today's tell it: a label that was split is there where
   * one of its parts is, and is not where none is. Retired ones are unknown.
   *
   * @param told labels of today
   * @param former the labels of a model of before
   */
  public Labels backward(Labels told, LabelSchema former) {
    if (told.schema().equals(former)) {
      return told;
    }
    byte[][] states = copied(told, former);
    split.forEach(
        (whole, parts) -> {
          if (former.names().contains(whole)
              && !told.schema().names().contains(whole)
              && told.schema().names().containsAll(parts)) {
            states[former.indexOf(whole)] = union(told, parts);
          }
        });
    return Labels.ofColumns(former, states);
  }

  private static byte[] union(Labels told, List<String> parts) {
    int[] columns = parts.stream().mapToInt(told.schema()::indexOf).toArray();
    byte[] union = new byte[told.size()];
    for (int row = 0; row < union.length; row++) {
      byte state = Labels.NEGATIVE;
      for (int column : columns) {
        byte part = told.state(row, column);
        if (part == Labels.POSITIVE) {
          state = Labels.POSITIVE;
        } else if (part == Labels.UNKNOWN && state == Labels.NEGATIVE) {
          state = Labels.UNKNOWN;
        }
      }
      union[row] = state;
    }
    return union;
  }

  /**
   * What differs between two models' labels and is not declared, each in words that can stand in a
   * message; empty where everything is. What is declared and has happened already is no fault, so
   * that an experiment can run again once its candidate was promoted.
   *
   * @param before the labels of the champion
   * @param today the labels of the candidate
   */
  public List<String> undeclared(LabelSchema before, LabelSchema today) {
    List<String> undeclared = new ArrayList<>();
    if (before.kind() != TaskKind.MULTILABEL || today.kind() != TaskKind.MULTILABEL) {
      return undeclared;
    }
    for (String name : today.names()) {
      if (!before.names().contains(name) && !introduced().contains(name)) {
        undeclared.add("the champion does not know '" + name + "'");
      }
    }
    for (String name : before.names()) {
      if (!today.names().contains(name) && !former().contains(name)) {
        undeclared.add("the champion also knows '" + name + "'");
      }
    }
    return undeclared;
  }
}
