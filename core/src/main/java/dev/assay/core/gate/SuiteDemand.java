package dev.assay.core.gate;

import java.util.List;

/** What a {@link SuiteGate} asks of a suite. */
public sealed interface SuiteDemand {

  /** What is asked, in words: {@code must pass all}. */
  String words();

  /** Whether whatever meets this demand meets another one too. */
  boolean isAsStrictAs(SuiteDemand other);

  /** Every vector passes that is not known to fail. */
  record AllPass() implements SuiteDemand {
    @Override
    public String words() {
      return "must pass all";
    }

    @Override
    public boolean isAsStrictAs(SuiteDemand other) {
      return switch (other) {
        case AllPass all -> true;
        case ShareAtLeast share -> share.judgedBy() == JudgedBy.POINT;
        case EachFunctionalityAtLeast each -> each.judgedBy() == JudgedBy.POINT;
        case NothingBroken unbroken -> false;
        case GapsClosed closed -> false;
      };
    }
  }

  /**
   * A share of the vectors passes.
   *
   * @param share the least share, {@code 0 < share <= 1}
   * @param judgedBy whether the share itself is judged or the bound of its interval
   */
  record ShareAtLeast(double share, JudgedBy judgedBy) implements SuiteDemand {
    /** Refuses what is no share, or none at all. */
    public ShareAtLeast {
      checkShare(share);
    }

    @Override
    public String words() {
      return "must pass at least " + Words.plain(share) + ofBound(judgedBy);
    }

    @Override
    public boolean isAsStrictAs(SuiteDemand other) {
      return other instanceof ShareAtLeast(double least, JudgedBy by)
          && share >= least
          && (judgedBy == by || judgedBy == JudgedBy.BOUND);
    }
  }

  /**
   * A share of the vectors of each functionality passes.
   *
   * @param share the least share, {@code 0 < share <= 1}
   * @param judgedBy whether the share itself is judged or the bound of its interval
   * @param minimumCases below so many cases a functionality is reported and not judged
   */
  record EachFunctionalityAtLeast(double share, JudgedBy judgedBy, int minimumCases)
      implements SuiteDemand {
    /** Refuses what is no share, or none at all, and fewer than one case. */
    public EachFunctionalityAtLeast {
      checkShare(share);
      if (minimumCases < 1) {
        throw new IllegalArgumentException("At least one case, not " + minimumCases + ".");
      }
    }

    @Override
    public String words() {
      String scarce = minimumCases == 1 ? "" : " with at least " + minimumCases + " cases";
      return "must pass at least %s of each functionality%s%s"
          .formatted(Words.plain(share), scarce, ofBound(judgedBy));
    }

    @Override
    public boolean isAsStrictAs(SuiteDemand other) {
      return other instanceof EachFunctionalityAtLeast(double least, JudgedBy by, int cases)
          && share >= least
          && minimumCases <= cases
          && (judgedBy == by || judgedBy == JudgedBy.BOUND);
    }
  }

  /** The candidate fails nothing that the champion passes. */
  record NothingBroken() implements SuiteDemand {
    @Override
    public String words() {
      return "may break nothing that the champion passes";
    }

    @Override
    public boolean isAsStrictAs(SuiteDemand other) {
      return other instanceof NothingBroken;
    }
  }

  /**
   * The candidate passes vectors that were known to fail, and fails nothing that the champion
   * passes.
   *
   * @param count how many, over all suites of the gate, at least 1
   */
  record GapsClosed(int count) implements SuiteDemand {
    /** Refuses a count that any candidate reaches. */
    public GapsClosed {
      if (count < 1) {
        throw new IllegalArgumentException("At least one gap, not " + count + ".");
      }
    }

    @Override
    public String words() {
      return "must close at least %s and break nothing that the champion passes"
          .formatted(Words.counted(count, "known gap"));
    }

    @Override
    public boolean isAsStrictAs(SuiteDemand other) {
      return other instanceof NothingBroken
          || (other instanceof GapsClosed(int least) && count >= least);
    }
  }

  private static String ofBound(JudgedBy judgedBy) {
    return switch (judgedBy) {
      case POINT -> "";
      case BOUND -> ", by the bound of the interval";
    };
  }

  private static void checkShare(double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("A share is above 0 and at most 1, not " + share + ".");
    }
  }

  /** The suites of a gate, each once. */
  static List<String> checked(List<String> suites) {
    if (suites.isEmpty()) {
      throw new IllegalArgumentException("A gate is on at least one suite.");
    }
    if (suites.stream().distinct().count() < suites.size()) {
      throw new IllegalArgumentException("A suite stands twice: " + suites + ".");
    }
    return List.copyOf(suites);
  }
}
