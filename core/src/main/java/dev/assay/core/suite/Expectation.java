package dev.assay.core.suite;

import java.util.HashSet;
import java.util.List;

/**
 * What a vector expects of a model. A label is detected where the model decides for it at the
 * thresholds that it is served with.
 *
 * <p>The kinds follow the minimum functionality, invariance and directional tests of CheckList
 * (Ribeiro et al., ACL 2020), with failures that are known beside them.
 */
public sealed interface Expectation {

  /** The labels that it is about, each once; empty where every label of the model is meant. */
  List<String> labels();

  /** Which kind of expectation it is. */
  ExpectationKind kind();

  /** What is expected, in words: {@code must detect spam}. */
  default String words() {
    return kind().words() + " " + (labels().isEmpty() ? "any label" : String.join(", ", labels()));
  }

  /** Every one of these labels is detected, at least one. */
  record MustDetect(List<String> labels) implements Expectation {
    /** Copies the labels and checks their number. */
    public MustDetect {
      labels = named(labels, 1);
    }

    @Override
    public ExpectationKind kind() {
      return ExpectationKind.MUST_DETECT;
    }
  }

  /** None of these labels is detected; without any, none of the model's. */
  record MustNotDetect(List<String> labels) implements Expectation {
    /** Copies the labels. */
    public MustNotDetect {
      labels = named(labels, 0);
    }

    @Override
    public ExpectationKind kind() {
      return ExpectationKind.MUST_NOT_DETECT;
    }
  }

  /** Every one of these labels is detected in one and the same input, at least two. */
  record MustCoDetect(List<String> labels) implements Expectation {
    /** Copies the labels and checks their number. */
    public MustCoDetect {
      labels = named(labels, 2);
    }

    @Override
    public ExpectationKind kind() {
      return ExpectationKind.MUST_CO_DETECT;
    }
  }

  /** Every one of these labels is detected in the first input and not in the second. */
  record MustDiffer(List<String> labels) implements Expectation {
    /** Copies the labels and checks their number. */
    public MustDiffer {
      labels = named(labels, 1);
    }

    @Override
    public ExpectationKind kind() {
      return ExpectationKind.MUST_DIFFER;
    }
  }

  /**
   * Every one of these labels has a higher score in the first input than in the second, whatever is
   * decided.
   *
   * @param by the least difference, {@code 0 < by <= 1}
   */
  record MustScoreHigher(List<String> labels, double by) implements Expectation {
    /** Copies the labels, and checks their number and the difference. */
    public MustScoreHigher {
      labels = named(labels, 1);
      if (!(by > 0 && by <= 1)) {
        throw new IllegalArgumentException("Scores cannot differ by at least " + by + ".");
      }
    }

    @Override
    public ExpectationKind kind() {
      return ExpectationKind.MUST_SCORE_HIGHER;
    }

    @Override
    public String words() {
      return "%s %s by %s".formatted(kind().words(), String.join(", ", labels), by);
    }
  }

  /**
   * What is decided of these labels in the first input is decided in every other one; without any,
   * of every label of the model.
   */
  record MustNotChange(List<String> labels) implements Expectation {
    /** Copies the labels. */
    public MustNotChange {
      labels = named(labels, 0);
    }

    @Override
    public ExpectationKind kind() {
      return ExpectationKind.MUST_NOT_CHANGE;
    }

    @Override
    public String words() {
      return labels.isEmpty() ? kind().words() : Expectation.super.words();
    }
  }

  /** Every one of these labels should be detected, and it is known that they are not, yet. */
  record KnownGap(List<String> labels) implements Expectation {
    /** Copies the labels and checks their number. */
    public KnownGap {
      labels = named(labels, 1);
    }

    @Override
    public ExpectationKind kind() {
      return ExpectationKind.KNOWN_GAP;
    }
  }

  /** None of these labels should be detected, and it is known that one is, still. */
  record KnownFalseAlarm(List<String> labels) implements Expectation {
    /** Copies the labels and checks their number. */
    public KnownFalseAlarm {
      labels = named(labels, 1);
    }

    @Override
    public ExpectationKind kind() {
      return ExpectationKind.KNOWN_FALSE_ALARM;
    }
  }

  private static List<String> named(List<String> labels, int least) {
    if (labels.size() < least) {
      throw new IllegalArgumentException(
          "At least " + least + " labels are needed, not " + labels + ".");
    }
    if (new HashSet<>(labels).size() < labels.size()) {
      throw new IllegalArgumentException("A label stands twice: " + labels + ".");
    }
    return List.copyOf(labels);
  }
}
