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
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a run is judged by, and must not be loosened unseen.
 *
 * @param gates the gates, each name once
 * @param settings what else decides how strict they are, by name: how holdouts are defined, bounds
 *     of thresholds
 * @param suites the fingerprints of the vectors of each suite, by its name
 */
public record Goalposts(
    List<Gate> gates, Map<String, String> settings, Map<String, SortedSet<String>> suites) {

  /** Copies all, keeping the order, and refuses two gates of one name. */
  public Goalposts {
    gates = List.copyOf(gates);
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    suites = copied(suites);
    Set<String> names = new HashSet<>();
    for (Gate gate : gates) {
      if (!names.add(gate.name())) {
        throw new IllegalArgumentException("Two gates are called '" + gate.name() + "'.");
      }
    }
  }

  /** Goalposts without suites. */
  public Goalposts(List<Gate> gates, Map<String, String> settings) {
    this(gates, settings, Map.of());
  }

  private static Map<String, SortedSet<String>> copied(Map<String, SortedSet<String>> suites) {
    Map<String, SortedSet<String>> copy = new LinkedHashMap<>();
    suites.forEach(
        (name, vectors) ->
            copy.put(name, Collections.unmodifiableSortedSet(new TreeSet<>(vectors))));
    return Collections.unmodifiableMap(copy);
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
      case SuiteGate suite -> Optional.empty();
    };
  }

  /**
   * How these goalposts differ from former ones. A gate is known by its name; one that cannot be
   * shown to be as strict as before, such as one on another metric, counts as loosened, and so does
   * every guarded setting that changed, and every vector that a suite has lost or that asks for
   * something else.
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
    moves.addAll(suiteMoves(former.suites));
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

  private List<GoalpostMove> suiteMoves(Map<String, SortedSet<String>> former) {
    List<GoalpostMove> moves = new ArrayList<>();
    former.forEach(
        (name, before) -> {
          SortedSet<String> now = suites.get(name);
          if (now == null) {
            String had = Words.counted(before.size(), "vector");
            moves.add(GoalpostMove.loosened("suite " + name, "removed; had " + had));
          } else {
            moves.addAll(vectorMoves("suite " + name, before, now));
          }
        });
    suites.forEach(
        (name, vectors) -> {
          if (!former.containsKey(name)) {
            String has = Words.counted(vectors.size(), "vector");
            moves.add(GoalpostMove.tightened("suite " + name, "added; has " + has));
          }
        });
    return moves;
  }

  private static List<GoalpostMove> vectorMoves(
      String suite, SortedSet<String> before, SortedSet<String> now) {
    List<GoalpostMove> moves = new ArrayList<>();
    long gone = before.stream().filter(vector -> !now.contains(vector)).count();
    long come = now.stream().filter(vector -> !before.contains(vector)).count();
    if (gone > 0) {
      moves.add(
          GoalpostMove.loosened(
              suite,
              "%d of %s removed or changed"
                  .formatted(gone, Words.counted(before.size(), "vector"))));
    }
    if (come > 0) {
      moves.add(GoalpostMove.tightened(suite, Words.counted(come, "vector") + " added"));
    }
    return moves;
  }

  private Optional<Gate> named(String name) {
    return gates.stream().filter(gate -> gate.name().equals(name)).findFirst();
  }
}
