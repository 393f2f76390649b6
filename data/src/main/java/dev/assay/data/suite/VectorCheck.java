package dev.assay.data.suite;

import dev.assay.core.bundle.Input;
import dev.assay.core.bundle.InputKind;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.TaskKind;
import dev.assay.core.problem.NearestName;
import dev.assay.core.problem.Problems;
import dev.assay.core.suite.Expectation;
import dev.assay.core.suite.ExpectationKind;
import dev.assay.core.suite.Suite;
import dev.assay.core.suite.SuiteExamples;
import dev.assay.core.suite.Vector;
import dev.assay.core.suite.VectorInput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks vectors against the labels and inputs of the model that they are for. */
public final class VectorCheck {

  private final LabelSchema schema;
  private final Map<String, InputKind> kinds;
  private final Problems problems;

  /**
   * A check.
   *
   * @param schema the labels that vectors may name
   * @param inputs the columns that vectors may have
   * @param problems takes all that is wrong, each with its place
   */
  public VectorCheck(LabelSchema schema, List<Input> inputs, Problems problems) {
    this.schema = schema;
    // A group that is a feature, too, is of the kind of the feature.
    kinds = inputs.stream().collect(Collectors.toMap(Input::name, Input::kind, (one, two) -> one));
    this.problems = problems;
  }

  /** The suite of those drafts that are right. */
  public Suite suite(String name, List<VectorDraft> drafts) {
    List<Vector> vectors = new ArrayList<>();
    Map<String, String> places = new HashMap<>();
    for (VectorDraft draft : drafts) {
      Optional<Vector> vector = vector(draft);
      if (vector.isPresent()) {
        String former = places.putIfAbsent(vector.get().id(), draft.place());
        if (former == null) {
          vectors.add(vector.get());
        } else {
          problems.add(
              draft.place(),
              draft.id().isEmpty()
                  ? "says the same as the vector at " + former + "."
                  : "has the id '" + draft.id() + "' of the vector at " + former + ".",
              "Keep one, or give it another id.");
        }
      }
    }
    return new Suite(name, vectors);
  }

  private Optional<Vector> vector(VectorDraft draft) {
    long before = problems.count();
    Claim claim = draft.claim();
    checkLabels(draft.place(), claim);
    checkDifference(draft.place(), claim);
    checkInputs(draft);
    if (problems.count() > before) {
      return Optional.empty();
    }
    Expectation expectation =
        claim.kind().about(claim.isOfAll() ? List.of() : claim.labels(), claim.by());
    List<VectorInput> inputs = draft.inputs().stream().map(VectorInput::new).toList();
    String functionality =
        draft.functionality().isBlank() ? claim.kind().words() : draft.functionality();
    return Optional.of(
        draft.id().isBlank()
            ? Vector.withoutId(functionality, expectation, inputs, draft.note())
            : new Vector(draft.id(), functionality, expectation, inputs, draft.note()));
  }

  private void checkLabels(String place, Claim claim) {
    ExpectationKind kind = claim.kind();
    if (claim.isOfAll()) {
      checkAll(place, kind);
      return;
    }
    for (String label : claim.labels()) {
      if (!schema.names().contains(label)) {
        problems.add(
            place,
            "'" + kind.word() + "' names no label: '" + label + "'.",
            NearestName.advice(label, schema.names()));
      }
    }
    if (new HashSet<>(claim.labels()).size() < claim.labels().size()) {
      problems.add(place, "'" + kind.word() + "' names a label twice.", "Name each once.");
    }
    if (claim.labels().size() < Math.max(1, kind.leastLabels())) {
      String mend =
          kind.leastLabels() == 0
              ? "Name labels, or write '" + Claim.ALL + "'."
              : "Name at least " + kind.leastLabels() + ".";
      problems.add(
          place, "'" + kind.word() + "' names %d labels.".formatted(claim.labels().size()), mend);
    }
    boolean several = claim.labels().size() > 1;
    if (schema.kind() == TaskKind.MULTICLASS && several && isDetecting(kind)) {
      problems.add(
          place,
          "'" + kind.word() + "' names several labels, of which a model gives exactly one.",
          "Name one.");
    }
  }

  private void checkAll(String place, ExpectationKind kind) {
    if (kind.leastLabels() > 0) {
      problems.add(place, "'" + kind.word() + "' takes labels, not 'all'.", "Name them.");
    } else if (schema.kind() == TaskKind.MULTICLASS && kind == ExpectationKind.MUST_NOT_DETECT) {
      problems.add(
          place, "a model gives one of the labels always, never none.", "Name those it must not.");
    }
  }

  private static boolean isDetecting(ExpectationKind kind) {
    return switch (kind) {
      case MUST_DETECT, MUST_CO_DETECT, MUST_DIFFER, KNOWN_GAP -> true;
      case MUST_NOT_DETECT, MUST_SCORE_HIGHER, MUST_NOT_CHANGE, KNOWN_FALSE_ALARM -> false;
    };
  }

  private void checkDifference(String place, Claim claim) {
    boolean asked = claim.kind() == ExpectationKind.MUST_SCORE_HIGHER;
    if (asked && !(claim.by() > 0 && claim.by() <= 1)) {
      problems.add(place, "'by' is no difference of scores.", "Write one above 0 and at most 1.");
    }
    if (!asked && !Double.isNaN(claim.by())) {
      problems.add(place, "'by' goes with 'must_score_higher' only.", "Remove it, or expect that.");
    }
  }

  private void checkInputs(VectorDraft draft) {
    String place = draft.place();
    ExpectationKind kind = draft.claim().kind();
    int count = draft.inputs().size();
    if (!kind.inputs().fit(count)) {
      String mend =
          switch (kind.inputs()) {
            case ONE -> "It takes one input; 'against' and 'perturbed' are for other kinds.";
            case TWO -> "Say what it is held against, with 'against'.";
            case SEVERAL -> "Say how it was perturbed, with 'perturbed'.";
          };
      problems.add(place, "'%s' has %d inputs.".formatted(kind.word(), count), mend);
    }
    draft.inputs().forEach(input -> checkInput(place, input));
    if (new HashSet<>(draft.inputs()).size() < count) {
      problems.add(
          place, "two of its inputs are the same.", "Change what a model is to tell apart.");
    }
  }

  private void checkInput(String place, Map<String, String> input) {
    if (input.isEmpty()) {
      problems.add(place, "has no input.", "Give 'text', or columns by name as 'inputs'.");
      return;
    }
    input.forEach(
        (name, value) -> {
          InputKind kind = kinds.get(name);
          if (kind == null) {
            problems.add(
                place,
                "there is no input '" + name + "'.",
                NearestName.advice(name, kinds.keySet()));
          } else if (kind == InputKind.NUMERIC && SuiteExamples.number(value).isEmpty()) {
            problems.add(place, "'" + name + "' is '" + value + "', which is no number.", "");
          }
        });
    kinds.forEach(
        (name, kind) -> {
          if (kind == InputKind.TEXT && input.getOrDefault(name, "").isBlank()) {
            problems.add(place, "the text '" + name + "' is missing.", "");
          }
        });
  }
}
