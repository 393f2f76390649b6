package dev.assay.core.gate;

import dev.assay.core.comparison.Question;
import dev.assay.core.evaluation.Subject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a run is judged by, and must not be loosened unseen.
 *
 * @param gates the gates, each name once
 * @param settings what else decides how strict they are, by name: how holdouts are defined, bounds
 *     of thresholds
 */
public record Goalposts(List<Gate> gates, Map<String, String> settings) {

  /** Copies both, keeping the order, and refuses two gates of one name. */
  public Goalposts {
    gates = List.copyOf(gates);
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    Set<String> names = new HashSet<>();
    for (Gate gate : gates) {
      if (!names.add(gate.name())) {
        throw new IllegalArgumentException("Two gates are called '" + gate.name() + "'.");
      }
    }
  }

  /** The holdouts that gates look at, in the order of the gates. */
  public List<String> holdouts() {
    return gates.stream().flatMap(gate -> gate.holdouts().stream()).distinct().toList();
  }

  /**
   * What a comparison on a holdout must answer for the gates to be judged.
   *
   * @param holdout the holdout's name
   * @param available the subjects that it has, see {@link
   *     dev.assay.core.evaluation.Evaluation#subjects}
   */
  public List<Question> questions(String holdout, List<Subject> available) {
    Set<Question> questions = new LinkedHashSet<>();
    for (Gate gate : gates) {
      if (gate.holdouts().contains(holdout)) {
        target(gate)
            .ifPresent(
                target ->
                    target.subjects().select(available).stream()
                        .map(subject -> new Question(target.metric(), subject))
                        .forEach(questions::add));
      }
    }
    return List.copyOf(questions);
  }

  static Optional<Target> target(Gate gate) {
    return switch (gate) {
      case ValueGate value -> Optional.of(value.target());
      case ChangeGate change -> Optional.of(change.target());
      case RegressionGate regression -> Optional.of(regression.target());
      case CountGate count -> Optional.of(count.target());
      case SummaryGate summary -> Optional.of(summary.target());
      case DegenerateGate degenerate -> Optional.empty();
      case CostGate cost -> Optional.empty();
    };
  }

  /**
   * How these goalposts differ from former ones. A gate is known by its name; one that cannot be
   * shown to be as strict as before, such as one on another metric, counts as loosened, and so does
   * every guarded setting that changed.
   */
  public List<GoalpostMove> movesSince(Goalposts former) {
    List<GoalpostMove> moves = new ArrayList<>();
    for (Gate before : former.gates) {
      named(before.name())
          .ifPresentOrElse(
              now -> moves.addAll(GateMoves.between(before, now)),
              () -> moves.add(GoalpostMove.loosened(before.name(), "removed; " + before.words())));
    }
    for (Gate gate : gates) {
      if (former.named(gate.name()).isEmpty()) {
        moves.add(GoalpostMove.tightened(gate.name(), "added; " + gate.words()));
      }
    }
    moves.addAll(settingMoves(former.settings));
    return List.copyOf(moves);
  }

  private List<GoalpostMove> settingMoves(Map<String, String> former) {
    List<GoalpostMove> moves = new ArrayList<>();
    former.forEach(
        (name, value) -> {
          String now = settings.get(name);
          if (now == null) {
            moves.add(GoalpostMove.loosened(name, "removed; was " + value));
          } else if (!now.equals(value)) {
            moves.add(GoalpostMove.loosened(name, "from " + value + " to " + now));
          }
        });
    settings.forEach(
        (name, value) -> {
          if (!former.containsKey(name)) {
            moves.add(GoalpostMove.tightened(name, "added; " + value));
          }
        });
    return moves;
  }

  private Optional<Gate> named(String name) {
    return gates.stream().filter(gate -> gate.name().equals(name)).findFirst();
  }
}
