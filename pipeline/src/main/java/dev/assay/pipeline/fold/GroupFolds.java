package dev.assay.pipeline.fold;

import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.Dataset;
import dev.assay.core.fingerprint.Sha256;
import dev.assay.core.fingerprint.StableHash;
import dev.assay.core.label.Labels;
import dev.assay.core.model.FoldRows;
import dev.assay.core.prediction.Folds;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problems;
import dev.assay.data.leak.Duplicates;
import dev.assay.data.parts.Assignment;
import dev.assay.data.parts.Part;
import dev.assay.pipeline.scoring.ValidationFolds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A division of examples into folds of whole groups. A fold's model learns from the training part
 * and is stopped and decided on the validation part, both without the fold's groups and without
 * near-copies of their rows; it scores all of the groups' rows, whatever part these are in.
 *
 * <p>Row numbers of a fold are made when it is asked for, as those of all folds together would
 * outgrow the examples.
 */
public final class GroupFolds {

  private static final int IN_NO_FOLD = -1;

  private final Dataset examples;
  private final Assignment assignment;
  private final Duplicates duplicates;
  private final Folds validationFolds;
  private final List<GroupFold> folds;
  private final int[] foldOf;
  private final int[] partners;
  private final ScoredRows scoredRows;

  /**
   * Folds of examples with groups.
   *
   * @param scoredRows the rows that are scored, of all outside of the other holdouts
   * @param duplicates near-copies among these
   * @param folds which groups are left out together
   * @param horizonDays how many days ahead the labels look; 0 for none
   */
  GroupFolds(ScoredRows scoredRows, Duplicates duplicates, List<GroupFold> folds, int horizonDays) {
    this.scoredRows = scoredRows;
    examples = scoredRows.examples();
    assignment = scoredRows.assignment();
    this.duplicates = duplicates;
    this.folds = List.copyOf(folds);
    validationFolds = ValidationFolds.of(examples.attributes(), horizonDays);
    foldOf = foldOf(examples, folds);
    partners =
        IntStream.range(0, duplicates.size())
            .filter(pair -> foldOf[duplicates.first(pair)] != foldOf[duplicates.second(pair)])
            .toArray();
  }

  /** Every group by itself. */
  static List<GroupFold> leaveOneOut(Map<String, Integer> groups) {
    return groups.keySet().stream().sorted().map(group -> new GroupFold(List.of(group))).toList();
  }

  /**
   * So many folds of about as many rows each: the largest group first, each to the fold that has
   * the fewest rows so far, as scikit-learn's {@code GroupKFold} does.
   *
   * @param groups how many rows each group has
   * @param count how many folds, at most as many as groups
   */
  static List<GroupFold> ofCount(Map<String, Integer> groups, int count) {
    List<String> largestFirst =
        groups.keySet().stream()
            .sorted(
                Comparator.<String>comparingInt(group -> -groups.getOrDefault(group, 0))
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    List<List<String>> folds = new ArrayList<>();
    long[] rows = new long[count];
    IntStream.range(0, count).forEach(fold -> folds.add(new ArrayList<>()));
    for (String group : largestFirst) {
      int lightest = 0;
      for (int fold = 1; fold < count; fold++) {
        lightest = rows[fold] < rows[lightest] ? fold : lightest;
      }
      folds.get(lightest).add(group);
      rows[lightest] += groups.getOrDefault(group, 0);
    }
    return folds.stream().map(GroupFold::new).toList();
  }

  private static int[] foldOf(Dataset examples, List<GroupFold> folds) {
    CategoricalColumn group = examples.attributes().group().orElseThrow();
    int[] foldOfLevel = new int[group.levels().size()];
    Arrays.fill(foldOfLevel, IN_NO_FOLD);
    for (int fold = 0; fold < folds.size(); fold++) {
      for (String name : folds.get(fold).groups()) {
        foldOfLevel[group.levels().indexOf(name)] = fold;
      }
    }
    int[] foldOf = new int[examples.size()];
    for (int row = 0; row < foldOf.length; row++) {
      foldOf[row] = group.isMissing(row) ? IN_NO_FOLD : foldOfLevel[group.code(row)];
    }
    return foldOf;
  }

  /** The examples that rows are numbers of. */
  Dataset examples() {
    return examples;
  }

  /** The folds, in order. */
  public List<GroupFold> folds() {
    return folds;
  }

  /** How many groups are left out in some fold. */
  public int groups() {
    return folds.stream().mapToInt(fold -> fold.groups().size()).sum();
  }

  /** The rows of a fold: those to learn from, to stop on and to score. */
  public FoldRows rows(int fold) {
    boolean[] copied = copied(fold);
    int[] train = outside(fold, Part.TRAIN, copied);
    int[] validation = outside(fold, Part.VALIDATION, copied);
    int[] foldsOfValidation = Arrays.stream(validation).map(validationFolds::of).toArray();
    return new FoldRows(
        train, validation, Folds.of(foldsOfValidation, validationFolds.count()), scored(fold));
  }

  /**
   * Checks that each label has rows with and without it to learn from whatever fold is left out.
   *
   * @throws InvalidInputException naming every fold and label where it has not
   */
  void requireBothSides(String where) {
    Labels labels = examples.labels();
    Problems problems = new Problems();
    for (int label = 0; label < labels.schema().size(); label++) {
      String name = labels.schema().names().get(label);
      check(where, label, Labels.POSITIVE, "with the label '" + name + "'", problems);
      check(where, label, Labels.NEGATIVE, "without the label '" + name + "'", problems);
    }
    problems.throwIfAny();
  }

  private void check(String where, int label, byte state, String what, Problems problems) {
    long all = 0;
    long[] inFold = new long[folds.size()];
    for (int row : assignment.rows(Part.TRAIN)) {
      if (examples.labels().state(row, label) == state) {
        all++;
        if (foldOf[row] != IN_NO_FOLD) {
          inFold[foldOf[row]]++;
        }
      }
    }
    for (int fold = 0; fold < inFold.length; fold++) {
      if (all == inFold[fold]) {
        problems.add(
            where,
            "without %s there is no row %s to learn from.".formatted(folds.get(fold).words(), what),
            "Add such rows of other groups, or drop the holdout.");
      }
    }
  }

  /** The rows that a fold's model scores, in order. */
  int[] scored(int fold) {
    return IntStream.range(0, foldOf.length)
        .filter(row -> foldOf[row] == fold && scoredRows.contains(row))
        .toArray();
  }

  /** The rows that some fold's model scores, in order. */
  int[] scored() {
    return IntStream.range(0, foldOf.length)
        .filter(row -> foldOf[row] != IN_NO_FOLD && scoredRows.contains(row))
        .toArray();
  }

  private int[] outside(int fold, Part part, boolean[] copied) {
    return Arrays.stream(assignment.rows(part))
        .filter(row -> foldOf[row] != fold && !copied[row] && examples.labels().isAnyKnown(row))
        .toArray();
  }

  /** The rows outside of a fold that are near-copies of one in it. */
  private boolean[] copied(int fold) {
    boolean[] copied = new boolean[foldOf.length];
    for (int pair : partners) {
      int first = duplicates.first(pair);
      int second = duplicates.second(pair);
      if (foldOf[first] == fold) {
        copied[second] = true;
      } else if (foldOf[second] == fold) {
        copied[first] = true;
      }
    }
    return copied;
  }

  /**
   * What the outcomes of the folds depend on besides the procedure: the same rows, divided alike.
   */
  String fingerprint() {
    Sha256 hash = new Sha256().add(examples.fingerprint());
    // The fingerprint of examples is that of any order of them, but outcomes are kept by row.
    examples.attributes().ids().forEach(id -> hash.add(StableHash.of(id)));
    byte[] parts = new byte[foldOf.length];
    for (int row = 0; row < parts.length; row++) {
      Optional<Part> part = assignment.part(row);
      parts[row] = (byte) part.map(Part::ordinal).orElse(-1).intValue();
    }
    hash.add(parts);
    hash.add(scoredRows.since().map(LocalDate::toString).orElse(""));
    folds.forEach(fold -> hash.add(String.join("\n", fold.groups())));
    return hash.hex();
  }
}
