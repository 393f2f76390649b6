package dev.assay.core.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoreScaleTest {

  private static final ScoreScale SCALE =
      new ScoreScale(new float[] {0.6f, 0.2f, 0.4f, 0.4f}, new float[] {0.5f, 0.7f, 0.3f, 0.9f});

  @Test
  void a_score_becomes_the_one_at_its_place_and_of_equal_ones_the_middle_place_counts() {
    assertThat(SCALE.of(0.2f)).isEqualTo(0.3f);
    assertThat(SCALE.of(0.4f)).isEqualTo(0.5f);
    assertThat(SCALE.of(0.6f)).isEqualTo(0.9f);
  }

  @Test
  void what_lies_between_two_scores_comes_to_lie_between_theirs() {
    assertThat(SCALE.of(0.5f)).isCloseTo(0.7f, within(1e-6f));
    assertThat(SCALE.of(0.25f)).isCloseTo(0.35f, within(1e-6f));
  }

  @Test
  void what_lies_beyond_all_scores_stays_beyond_them_and_the_ends_are_kept() {
    assertThat(SCALE.of(0)).isEqualTo(0);
    assertThat(SCALE.of(0.1f)).isCloseTo(0.15f, within(1e-6f));
    assertThat(SCALE.of(0.8f)).isCloseTo(0.95f, within(1e-6f));
    assertThat(SCALE.of(1)).isEqualTo(1);
  }

  @Test
  void order_is_kept() {
    Random random = new Random(7);
    float[] from = new float[50];
    float[] to = new float[50];
    for (int i = 0; i < from.length; i++) {
      from[i] = random.nextInt(20) / 20f;
      to[i] = random.nextFloat();
    }
    ScoreScale scale = new ScoreScale(from, to);

    float before = scale.of(0);
    for (int step = 1; step <= 1000; step++) {
      float next = scale.of(step / 1000f);
      assertThat(next).isBetween(before, 1f);
      before = next;
    }
  }

  @Test
  void scores_of_other_rows_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ScoreScale(new float[2], new float[3]));
  }
}
