package dev.assay.data.holdout;

import dev.assay.core.example.Dataset;
import dev.assay.core.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a holdout fits the data that it is to be cut out of. */
final class HoldoutFit {

  private HoldoutFit() {}

  /** What keeps a holdout from being cut, or empty where nothing does. */
  static Optional<List<Problem>> problems(
      Dataset dataset, int horizonDays, HoldoutDefinition definition) {
    String where = "holdout '" + definition.name() + "'";
    List<Problem> problems = new ArrayList<>();
    switch (definition) {
      case HoldoutDefinition.Rolling rolling -> {
        if (dataset.attributes().time().isEmpty()) {
          problems.add(
              new Problem(
                  where,
                  "the last " + rolling.days() + " days need a time column.",
                  "Declare time, or take a frozen holdout."));
        }
      }
      case HoldoutDefinition.Frozen frozen ->
          addProblems(problems, where, dataset, horizonDays, frozen.examples());
    }
    return problems.isEmpty() ? Optional.empty() : Optional.of(problems);
  }

  private static void addProblems(
      List<Problem> problems, String where, Dataset dataset, int horizonDays, Dataset frozen) {
    if (!frozen.schema().equals(dataset.schema())) {
      problems.add(
          new Problem(
              where,
              "its labels are "
                  + frozen.schema().names()
                  + ", those of the data "
                  + dataset.schema().names()
                  + ".",
              "Read it with the declaration of the data."));
    }
    if (!frozen.features().keySet().equals(dataset.features().keySet())) {
      problems.add(
          new Problem(
              where,
              "its features are "
                  + frozen.features().keySet()
                  + ", those of the data "
                  + dataset.features().keySet()
                  + ".",
              "Read it with the declaration of the data."));
    }
    boolean purges = horizonDays > 0;
    if (purges
        && dataset.attributes().time().isPresent() != frozen.attributes().time().isPresent()) {
      problems.add(missing(where, "time"));
    }
    if (purges
        && dataset.attributes().group().isPresent() != frozen.attributes().group().isPresent()) {
      problems.add(missing(where, "group"));
    }
  }

  private static Problem missing(String where, String column) {
    return new Problem(
        where,
        "it or the data has no " + column + ", so the horizon around its rows cannot be purged.",
        "Declare " + column + " for both.");
  }
}
