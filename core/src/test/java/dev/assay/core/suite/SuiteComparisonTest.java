package dev.assay.core.suite;

import static dev.assay.core.suite.Cases.scores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SuiteComparisonTest {

  private static final Suite SUITE =
      new Suite(
          "known",
          List.of(
              Cases.vector("kept", "f", new Expectation.MustDetect(List.of("spam")), "a"),
              Cases.vector("fixed", "f", new Expectation.MustDetect(List.of("spam")), "b"),
              Cases.vector("broken", "f", new Expectation.MustDetect(List.of("spam")), "c"),
              Cases.vector("missed", "f", new Expectation.MustDetect(List.of("spam")), "d"),
              Cases.vector("closed", "f", new Expectation.KnownGap(List.of("spam")), "e"),
              Cases.vector("reopened", "f", new Expectation.KnownGap(List.of("spam")), "g")));

  private static final SuiteOutcome CHAMPION = outcome(1, 0, 1, 0, 0, 1);
  private static final SuiteOutcome CANDIDATE = outcome(1, 1, 0, 0, 1, 0);

  private static SuiteOutcome outcome(double... spam) {
    double[][] rows = new double[spam.length][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = scores(spam[i], 0);
    }
    return Cases.outcome(SUITE, rows);
  }

  private static List<String> ids(List<SuiteComparison.Turned> turned) {
    return turned.stream().map(pair -> pair.vector().id()).toList();
  }

  @Test
  void fixed_and_broken_are_what_only_one_side_passes() {
    SuiteComparison comparison = new SuiteComparison(CANDIDATE, CHAMPION, Set.of());

    assertThat(ids(comparison.fixed())).containsExactly("fixed", "closed");
    assertThat(ids(comparison.broken())).containsExactly("broken", "reopened");
    assertThat(ids(comparison.closedGaps())).containsExactly("closed");
  }

  @Test
  void what_the_champion_was_trained_on_is_not_held_against_the_candidate() {
    SuiteComparison comparison =
        new SuiteComparison(CANDIDATE, CHAMPION, Set.of("broken", "closed"));

    assertThat(ids(comparison.fixed())).containsExactly("fixed");
    assertThat(ids(comparison.broken())).containsExactly("reopened");
    assertThat(comparison.comparedChampion().share()).isEqualTo(new PassShare("all", 1, 3));
    assertThat(comparison.candidate().share().cases()).isEqualTo(4);
  }

  @Test
  void outcomes_on_other_vectors_are_not_compared() {
    SuiteOutcome fewer = new SuiteOutcome("known", CHAMPION.outcomes().subList(0, 3));

    assertThatThrownBy(() -> new SuiteComparison(CANDIDATE, fewer, Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
