package dev.assay.pipeline.predictions;

import dev.assay.core.label.LabelSchema;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.NearestName;
import dev.assay.core.problem.Problems;
import dev.assay.core.suite.Suite;
import dev.assay.core.suite.SuiteComparison;
import dev.assay.core.suite.SuiteJudge;
import dev.assay.core.suite.SuiteOutcome;
import dev.assay.core.suite.Vector;
import dev.assay.core.suite.VectorOutcome;
import dev.assay.data.predictions.PredictionColumns;
import dev.assay.data.predictions.PredictionsFile;
import dev.assay.pipeline.experiment.SuiteDeclaration;
import dev.assay.pipeline.suite.SuiteReader;
import dev.assay.pipeline.suite.VectorIds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Holds what models of other programs scored on the vectors of suites against what these expect. A
 * side that has no file for a suite was not judged on it. Whether a model was trained on a vector
 * is not known.
 */
final class PredictedSuites {

  private static final int LISTED = 5;

  private final GateRequest request;
  private final DecisionRules rules;
  private final Problems problems;

  /**
   * Suites of a request.
   *
   * @param problems takes what is wrong with the files
   */
  PredictedSuites(GateRequest request, DecisionRules rules, Problems problems) {
    this.request = request;
    this.rules = rules;
    this.problems = problems;
  }

  /** Notes names of no suite, and suites that the champion alone was run on. */
  void checkNames() {
    request.candidate().suites().keySet().forEach(name -> check("--candidate-suite", name));
    for (String name : request.champion().suites().keySet()) {
      check("--champion-suite", name);
      if (!request.candidate().suites().containsKey(name)) {
        problems.add(
            "--champion-suite",
            "'" + name + "' has predictions of the champion only.",
            "Add '--candidate-suite " + name + "=FILE'.");
      }
    }
  }

  private void check(String option, String name) {
    if (declared(name).isEmpty()) {
      List<String> names = request.gates().suites().stream().map(SuiteDeclaration::name).toList();
      problems.add(
          option,
          "'" + name + "' is no suite of " + request.gates().file() + ".",
          names.isEmpty()
              ? "Declare it there, as in 'suites: [suites/" + name + ".yaml]'."
              : NearestName.advice(name, names));
    }
  }

  private Optional<SuiteDeclaration> declared(String name) {
    return request.gates().suites().stream().filter(one -> one.name().equals(name)).findFirst();
  }

  /**
   * Both sides on every suite that there are predictions for.
   *
   * @param candidate the labels of the candidate
   * @param champion the labels of the champion; empty where nothing is known of it
   */
  List<SuiteComparison> compare(LabelSchema candidate, Optional<LabelSchema> champion) {
    List<SuiteComparison> comparisons = new ArrayList<>();
    request
        .candidate()
        .suites()
        .forEach(
            (name, file) -> {
              try {
                SuiteDeclaration declaration = declared(name).orElseThrow();
                LabelSchema labels = named(candidate, declaration);
                Suite suite = reader(labels).read(declaration);
                comparisons.add(
                    compare(suite, file, labels, champion.map(its -> named(its, declaration))));
              } catch (InvalidInputException e) {
                problems.addAll(e.problems());
              }
            });
    return comparisons;
  }

  private SuiteReader reader(LabelSchema schema) {
    return SuiteReader.ofAnyInputs(folder(), schema, request.gates().textColumn());
  }

  private Path folder() {
    return Objects.requireNonNull(request.gates().file().toAbsolutePath().getParent());
  }

  /**
   * The labels of a side. Where its holdouts have a bare {@code score}, its only label has no name
   * there, and has the only one that the suite speaks of.
   */
  private LabelSchema named(LabelSchema schema, SuiteDeclaration declaration) {
    if (!schema.names().equals(List.of(PredictionColumns.UNNAMED))) {
      return schema;
    }
    List<String> labels =
        SuiteReader.ofAnything(folder(), request.gates().textColumn())
            .read(declaration)
            .vectors()
            .stream()
            .flatMap(vector -> vector.expectation().labels().stream())
            .distinct()
            .toList();
    return labels.size() == 1 ? LabelSchema.binary(labels.getFirst()) : schema;
  }

  private SuiteComparison compare(
      Suite suite, Path file, LabelSchema candidate, Optional<LabelSchema> champion) {
    SuiteOutcome mine =
        outcome(suite, file, candidate, request.candidate().cuts(), "the candidate's cuts");
    Optional<Path> other = Optional.ofNullable(request.champion().suites().get(suite.name()));
    SuiteOutcome its =
        other.isPresent() && champion.isPresent()
            ? outcome(
                suite,
                other.get(),
                champion.get(),
                request.champion().cuts(),
                "the champion's cuts")
            : unjudged(suite);
    return new SuiteComparison(mine, its, Set.of());
  }

  private SuiteOutcome outcome(
      Suite suite, Path file, LabelSchema schema, Cuts cuts, String where) {
    Predictions scored = PredictionsFile.readScores(file, schema);
    return SuiteJudge.judge(
        suite,
        scored.select(rows(suite, file, scored.attributes().ids())),
        rules.rule(cuts, schema, where).rule());
  }

  private static SuiteOutcome unjudged(Suite suite) {
    return new SuiteOutcome(
        suite.name(),
        suite.vectors().stream()
            .map(
                vector ->
                    new VectorOutcome(
                        vector,
                        VectorOutcome.Result.NOT_JUDGED,
                        List.of(),
                        "there are no predictions of the champion"))
            .toList());
  }

  /** The row of each input, vector by vector. */
  private static int[] rows(Suite suite, Path file, List<String> ids) {
    Map<String, Integer> rowOf = new HashMap<>();
    for (int row = 0; row < ids.size(); row++) {
      rowOf.put(ids.get(row), row);
    }
    List<String> wanted = new ArrayList<>();
    for (Vector vector : suite.vectors()) {
      wanted.addAll(VectorIds.ofInputs(vector));
    }
    Problems wrong = new Problems();
    Set<String> missing = new LinkedHashSet<>(wanted);
    missing.removeAll(rowOf.keySet());
    if (!missing.isEmpty()) {
      wrong.add(
          file.toString(),
          "lacks %d of %d inputs of the suite '%s': %s."
              .formatted(missing.size(), wanted.size(), suite.name(), some(missing)),
          "'assay data vectors' writes all inputs with their ids.");
    }
    Set<String> strange = new LinkedHashSet<>(ids);
    wanted.forEach(strange::remove);
    if (!strange.isEmpty()) {
      wrong.add(
          file.toString(),
          "has %d ids of no vector of the suite '%s': %s."
              .formatted(strange.size(), suite.name(), some(strange)),
          "Score the vectors as they stand there today.");
    }
    wrong.throwIfAny();
    return wanted.stream().mapToInt(id -> rowOf.getOrDefault(id, -1)).toArray();
  }

  private static String some(Set<String> ids) {
    String shown = String.join(", ", ids.stream().limit(LISTED).toList());
    return ids.size() > LISTED ? shown + ", ..." : shown;
  }
}
