package dev.assay.core.suite;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The kinds of {@link Expectation}, by the words that suite files use. */
public enum ExpectationKind {
  /** See {@link Expectation.MustDetect}. */
  MUST_DETECT(1, Inputs.ONE),
  /** See {@link Expectation.MustNotDetect}. */
  MUST_NOT_DETECT(0, Inputs.ONE),
  /** See {@link Expectation.MustCoDetect}. */
  MUST_CO_DETECT(2, Inputs.ONE),
  /** See {@link Expectation.MustDiffer}. */
  MUST_DIFFER(1, Inputs.TWO),
  /** See {@link Expectation.MustScoreHigher}. */
  MUST_SCORE_HIGHER(1, Inputs.TWO),
  /** See {@link Expectation.MustNotChange}. */
  MUST_NOT_CHANGE(0, Inputs.SEVERAL),
  /** See {@link Expectation.KnownGap}. */
  KNOWN_GAP(1, Inputs.ONE),
  /** See {@link Expectation.KnownFalseAlarm}. */
  KNOWN_FALSE_ALARM(1, Inputs.ONE);

  /** How many inputs a vector of a kind has. */
  public enum Inputs {
    /** One. */
    ONE,
    /** One, and one that it is held against. */
    TWO,
    /** One, and at least one that was made from it. */
    SEVERAL;

    /** Whether so many are right. */
    public boolean fit(int count) {
      return switch (this) {
        case ONE -> count == 1;
        case TWO -> count == 2;
        case SEVERAL -> count >= 2;
      };
    }
  }

  private final int leastLabels;
  private final Inputs inputs;

  ExpectationKind(int leastLabels, Inputs inputs) {
    this.leastLabels = leastLabels;
    this.inputs = inputs;
  }

  /** The kinds by the words of files, such as {@code must_detect}, in alphabetical order. */
  public static Map<String, ExpectationKind> byWord() {
    Map<String, ExpectationKind> kinds = new TreeMap<>();
    Arrays.stream(values()).forEach(kind -> kinds.put(kind.word(), kind));
    return kinds;
  }

  /** The word of files: {@code must_detect}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The same for sentences: {@code must detect}. */
  public String words() {
    return word().replace('_', ' ');
  }

  /** How many labels must be named; with 0 none named means every label. */
  public int leastLabels() {
    return leastLabels;
  }

  /** How many inputs there must be. */
  public Inputs inputs() {
    return inputs;
  }

  /** Whether it is known to fail, so that a pass is the surprise. */
  public boolean isKnown() {
    return this == KNOWN_GAP || this == KNOWN_FALSE_ALARM;
  }

  /**
   * An expectation of this kind.
   *
   * @param labels the labels that it is about
   * @param by the least difference of scores; read for {@link #MUST_SCORE_HIGHER} alone
   * @throws IllegalArgumentException where the labels are too few or the difference is none
   */
  public Expectation about(List<String> labels, double by) {
    return switch (this) {
      case MUST_DETECT -> new Expectation.MustDetect(labels);
      case MUST_NOT_DETECT -> new Expectation.MustNotDetect(labels);
      case MUST_CO_DETECT -> new Expectation.MustCoDetect(labels);
      case MUST_DIFFER -> new Expectation.MustDiffer(labels);
      case MUST_SCORE_HIGHER -> new Expectation.MustScoreHigher(labels, by);
      case MUST_NOT_CHANGE -> new Expectation.MustNotChange(labels);
      case KNOWN_GAP -> new Expectation.KnownGap(labels);
      case KNOWN_FALSE_ALARM -> new Expectation.KnownFalseAlarm(labels);
    };
  }
}
