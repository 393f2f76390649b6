package dev.assay.core.gate;

import dev.assay.core.evaluation.Subject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which subjects of a holdout a gate looks at. */
public sealed interface SubjectSelector {

  /** The holdout as a whole. */
  record WholeHoldout() implements SubjectSelector {}

  /** Each label by itself; of a schema with one label the holdout as a whole. */
  record EachLabel() implements SubjectSelector {}

  /** Each group by itself. */
  record EachGroup() implements SubjectSelector {}

  /**
   * Each level of a slice column by itself.
   *
   * @param column the column's name
   */
  record EachLevel(String column) implements SubjectSelector {}

  /**
   * Each label in each level of a slice column; of a schema with one label each level by itself.
   *
   * @param column the column's name
   */
  record EachLabelInLevels(String column) implements SubjectSelector {}

  /**
   * Named labels, such as those of a tier.
   *
   * @param called what they are called together, e.g. {@code tier 1}
   * @param labels their names, at least one
   */
  record NamedLabels(String called, List<String> labels) implements SubjectSelector {
    /** Copies the list and refuses an empty one. */
    public NamedLabels {
      labels = List.copyOf(labels);
      if (labels.isEmpty()) {
        throw new IllegalArgumentException("No labels are named as " + called + ".");
      }
    }
  }

  /**
   * Named groups, such as the worst of an earlier run. Groups picked for being worst get better by
   * themselves (regression to the mean), so a gate on them is undecidable on the holdout on which
   * they were picked.
   *
   * @param groups their names, at least one
   * @param pickedOn the holdout on whose figures they were picked, as the judging holdouts are
   *     named; empty where they were picked without looking at figures
   */
  record NamedGroups(List<String> groups, String pickedOn) implements SubjectSelector {
    /** Copies the list and refuses an empty one. */
    public NamedGroups {
      groups = List.copyOf(groups);
      if (groups.isEmpty()) {
        throw new IllegalArgumentException("No groups are named.");
      }
    }
  }

  /**
   * The groups that came off worst in an earlier run. Which these are is on record, so a judge
   * first asks for their names, see {@link EvidenceSource#named}; until then it may be any group.
   *
   * @param count how many, at least 1
   * @param by what they came off worst by
   * @param run the id of the run
   */
  record WorstGroups(int count, By by, String run) implements SubjectSelector {

    /** What groups come off worst by. */
    public enum By {
      /** The change from champion to candidate. */
      CHANGE,
      /** The candidate's figure. */
      VALUE
    }

    /** Refuses none. */
    public WorstGroups {
      if (count < 1) {
        throw new IllegalArgumentException("The worst " + count + " groups.");
      }
    }
  }

  /**
   * The subjects looked at.
   *
   * @param available the subjects that a holdout has; what is named is looked at even where it is
   *     not among them, and then found missing
   */
  default List<Subject> select(List<Subject> available) {
    return switch (this) {
      case WholeHoldout whole -> List.of(new Subject.Whole());
      case EachLabel each -> labels(available);
      case EachGroup each -> groups(available);
      case WorstGroups worst -> groups(available);
      case EachLevel(String column) -> levels(available, column);
      case EachLabelInLevels(String column) -> labelsInLevels(available, column);
      case NamedLabels(String called, List<String> labels) ->
          labels.stream().<Subject>map(Subject.Label::new).toList();
      case NamedGroups(List<String> groups, String pickedOn) ->
          groups.stream().<Subject>map(Subject.Group::new).toList();
    };
  }

  private static List<Subject> groups(List<Subject> available) {
    return available.stream().filter(Subject.Group.class::isInstance).toList();
  }

  private static List<Subject> labels(List<Subject> available) {
    List<Subject> labels = available.stream().filter(Subject.Label.class::isInstance).toList();
    return labels.isEmpty() ? List.of(new Subject.Whole()) : labels;
  }

  private static List<Subject> levels(List<Subject> available, String column) {
    return available.stream()
        .filter(s -> s instanceof Subject.Slice slice && slice.column().equals(column))
        .toList();
  }

  private static List<Subject> labelsInLevels(List<Subject> available, String column) {
    List<Subject> labels =
        available.stream()
            .filter(s -> s instanceof Subject.LabelInSlice in && in.column().equals(column))
            .toList();
    return labels.isEmpty() ? levels(available, column) : labels;
  }

  /** Whether this looks at every subject that the other looks at, in every holdout. */
  default boolean isAsStrictAs(SubjectSelector other) {
    return switch (this) {
      case EachLabel each when other instanceof NamedLabels -> true;
      case EachGroup each when other instanceof NamedGroups || other instanceof WorstGroups -> true;
      case NamedLabels(String called, List<String> labels)
          when other instanceof NamedLabels(String name, List<String> former) ->
          covers(labels, former);
      case NamedGroups(List<String> groups, String pickedOn)
          when other instanceof NamedGroups(List<String> former, String formerlyPickedOn) ->
          covers(groups, former);
      default -> equals(other);
    };
  }

  private static boolean covers(List<String> names, List<String> former) {
    Set<String> covered = new HashSet<>(names);
    return covered.containsAll(former);
  }

  /** What is looked at, in words: {@code each label}. */
  default String words() {
    return switch (this) {
      case WholeHoldout whole -> "all";
      case EachLabel each -> "each label";
      case EachGroup each -> "each group";
      case EachLevel(String column) -> "each " + column;
      case EachLabelInLevels(String column) -> "each label in each " + column;
      case NamedLabels(String called, List<String> labels) -> called;
      case NamedGroups(List<String> groups, String pickedOn) ->
          Words.counted(groups.size(), "named group");
      case WorstGroups(int count, WorstGroups.By by, String run) ->
          "%d worst groups of %s".formatted(count, run);
    };
  }
}
