package dev.assay.core.model;

import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.core.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What one set of weights learns to tell apart: classes {@code 0..k-1}, some of them unknown. */
public sealed interface Target {

  /** The class of a row of which nobody knows it. */
  int UNKNOWN = -1;

  /** How many classes there are. */
  int classes();

  /** The number of rows. */
  int size();

  /** The class of a row, or {@link #UNKNOWN}. */
  int classOf(int row);

  /** The rows whose class is known, in order. */
  default int[] knownRows() {
    return IntStream.range(0, size()).filter(row -> classOf(row) != UNKNOWN).toArray();
  }

  /** How many rows each class has. */
  default long[] counts() {
    long[] counts = new long[classes()];
    for (int row = 0; row < size(); row++) {
      int value = classOf(row);
      if (value != UNKNOWN) {
        counts[value]++;
      }
    }
    return counts;
  }

  /**
   * Each label as a question of its own: class 1 where it is there, 0 where it is not. For a
   * multiclass schema, one class against the rest.
   */
  static List<Target> byLabel(Labels labels) {
    List<Target> targets = new ArrayList<>();
    for (int label = 0; label < labels.schema().size(); label++) {
      targets.add(new OneLabel(labels, label));
    }
    return targets;
  }

  /** The classes of a multiclass schema as one question; else as {@link #byLabel}. */
  static List<Target> of(Labels labels) {
    return labels.schema().kind() == TaskKind.MULTICLASS
        ? List.of(new OneOfMany(labels))
        : byLabel(labels);
  }

  /**
   * Checks that every label has something to be learned from.
   *
   * @throws dev.assay.core.problem.InvalidInputException naming each label that is positive, or
   *     negative, in no row
   */
  static void requireBothSides(Labels labels) {
    Problems problems = new Problems();
    checkBothSides(labels, problems);
    problems.throwIfAny();
  }

  /** As {@link #requireBothSides}, with the problems collected. */
  static void checkBothSides(Labels labels, Problems problems) {
    for (int label = 0; label < labels.schema().size(); label++) {
      int positives = labels.positives(label);
      String name = labels.schema().names().get(label);
      String mend = "Add such rows, or leave the label out.";
      if (positives == 0) {
        problems.add("training data", "no row has the label '" + name + "'.", mend);
      }
      if (labels.known(label) == positives) {
        problems.add("training data", "no row is known to lack the label '" + name + "'.", mend);
      }
    }
  }

  /** A label that is there or not. */
  record OneLabel(Labels labels, int label) implements Target {
    @Override
    public int classes() {
      return 2;
    }

    @Override
    public int size() {
      return labels.size();
    }

    @Override
    public int classOf(int row) {
      return labels.state(row, label);
    }
  }

  /** Exactly one of the labels. */
  record OneOfMany(Labels labels) implements Target {
    @Override
    public int classes() {
      return labels.schema().size();
    }

    @Override
    public int size() {
      return labels.size();
    }

    @Override
    public int classOf(int row) {
      return labels.classOf(row);
    }
  }
}
