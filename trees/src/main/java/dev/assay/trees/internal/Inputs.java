package dev.assay.trees.internal;

import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.Column;
import dev.assay.core.example.Dataset;
import dev.assay.core.example.NumericColumn;
import dev.assay.core.example.TextColumn;
import dev.assay.core.problem.NearestName;
import dev.assay.core.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The inputs of a model in the order of its weights, fixed in training and found by name in every
 * dataset that is scored later.
 *
 * @param list the inputs, {@code m >= 1}
 */
public record Inputs(List<Input> list) {

  /** Copies the list. */
  public Inputs {
    list = List.copyOf(list);
    if (list.isEmpty()) {
      throw new IllegalArgumentException("A model reads at least one input.");
    }
  }

  /**
   * The inputs that the features of a dataset make, in their order.
   *
   * @param examples the training examples
   * @param minimumCount in how many rows a level must stand to be known to the model
   * @throws dev.assay.core.problem.InvalidInputException where there is no feature, or a text
   */
  public static Inputs of(Dataset examples, int minimumCount) {
    return of(examples, IntStream.range(0, examples.size()).toArray(), minimumCount);
  }

  /**
   * The inputs that the features of a dataset make, their levels known from some rows.
   *
   * @param rows the training examples among those of the dataset
   * @param minimumCount in how many of these a level must stand to be known to the model
   * @throws dev.assay.core.problem.InvalidInputException where there is no feature, or a text
   */
  public static Inputs of(Dataset examples, int[] rows, int minimumCount) {
    Problems problems = new Problems();
    List<Input> list = new ArrayList<>();
    examples
        .features()
        .forEach(
            (name, column) -> {
              switch (column) {
                case NumericColumn numbers -> list.add(new Input.Numeric(name));
                case CategoricalColumn codes ->
                    list.add(new Input.Categorical(name, knownLevels(codes, rows, minimumCount)));
                case TextColumn texts ->
                    problems.add(
                        "training data",
                        "the feature '" + name + "' is text, which this trainer cannot read.",
                        "Leave it out, declare it as categorical, or train 'with:"
                            + " tfidf-logistic'.");
              }
            });
    if (list.isEmpty() && problems.isEmpty()) {
      problems.add("training data", "there is no feature to learn from.", "Declare at least one.");
    }
    problems.throwIfAny();
    return new Inputs(list);
  }

  private static List<String> knownLevels(CategoricalColumn column, int[] rows, int minimumCount) {
    int[] counts = new int[column.levels().size()];
    for (int row : rows) {
      if (!column.isMissing(row)) {
        counts[column.code(row)]++;
      }
    }
    return IntStream.range(0, counts.length)
        .filter(code -> counts[code] >= minimumCount)
        .mapToObj(column.levels()::get)
        .sorted()
        .toList();
  }

  /** The number of inputs, {@code m}. */
  public int size() {
    return list.size();
  }

  /** The names in order. */
  public List<String> names() {
    return list.stream().map(Input::name).toList();
  }

  /**
   * Finds the inputs in a dataset, which may hold other features too, in any order.
   *
   * @param where the dataset's name in problems
   * @throws dev.assay.core.problem.InvalidInputException naming every input that is missing, is of
   *     another type than in training, or holds an infinite number
   */
  public BoundInputs bind(Dataset examples, String where) {
    Problems problems = new Problems();
    List<BoundInputs.Reader> readers = new ArrayList<>();
    for (Input input : list) {
      Column column = examples.features().get(input.name());
      if (column == null) {
        problems.add(
            where,
            "the model's input '" + input.name() + "' is missing.",
            NearestName.advice(input.name(), examples.features().keySet()));
      } else if (input instanceof Input.Numeric && column instanceof NumericColumn numbers) {
        requireFinite(examples, input.name(), numbers, where, problems);
        readers.add(new BoundInputs.NumberReader(numbers));
      } else if (input instanceof Input.Categorical known
          && column instanceof CategoricalColumn codes) {
        readers.add(BoundInputs.LevelReader.of(codes, known.levels()));
      } else {
        problems.add(
            where,
            "'" + input.name() + "' is " + typeOf(column) + ", not " + typeOf(input) + ".",
            "Declare it as it was in training.");
      }
    }
    problems.throwIfAny();
    return new BoundInputs(readers, examples.size());
  }

  private static void requireFinite(
      Dataset examples, String name, NumericColumn column, String where, Problems problems) {
    for (int row = 0; row < column.size(); row++) {
      if (Float.isInfinite(column.value(row))) {
        problems.add(
            where,
            "'%s' is %s for '%s'."
                .formatted(name, column.value(row), examples.attributes().id(row)),
            "Give a finite number, or none where it is missing.");
        return;
      }
    }
  }

  private static String typeOf(Input input) {
    return switch (input) {
      case Input.Numeric i -> "numeric";
      case Input.Categorical i -> "categorical";
    };
  }

  private static String typeOf(Column column) {
    return switch (column) {
      case NumericColumn c -> "numeric";
      case CategoricalColumn c -> "categorical";
      case TextColumn c -> "text";
    };
  }
}
