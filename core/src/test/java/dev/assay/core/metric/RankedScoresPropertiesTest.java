package dev.assay.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.prediction.Scores;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;

class RankedScoresPropertiesTest {

  private static RankedScores ranked(List<Float> scores) {
    int n = scores.size();
    byte[] states = new byte[n];
    float[] column = new float[n];
    for (int i = 0; i < n; i++) {
      column[i] = scores.get(i);
      states[i] = (byte) (i % 3 - 1);
    }
    Labels truth = Labels.ofColumns(LabelSchema.binary("x"), new byte[][] {states});
    return RankedScores.of(truth, Scores.takeOver(new float[][] {column}), 0);
  }

  @Property(seed = "1", tries = 200)
  void known_rows_come_from_high_to_low_and_equal_ones_in_row_order(
      @ForAll @Size(max = 60) List<@FloatRange(min = 0, max = 1) Float> scores) {
    RankedScores ranked = ranked(scores);
    List<Integer> expected =
        IntStream.range(0, scores.size())
            .boxed()
            .filter(i -> i % 3 != 0)
            .sorted((a, b) -> Float.compare(scores.get(b) + 0f, scores.get(a) + 0f))
            .toList();
    assertThat(IntStream.range(0, ranked.size()).mapToObj(ranked::row)).isEqualTo(expected);
    for (int rank = 0; rank < ranked.size(); rank++) {
      assertThat(ranked.score(rank)).isEqualTo(scores.get(ranked.row(rank)) + 0f);
      assertThat(ranked.isPositive(rank)).isEqualTo(ranked.row(rank) % 3 == 2);
    }
  }

  @Property(seed = "2", tries = 200)
  void roc_auc_is_the_share_of_pairs_in_order(
      @ForAll @Size(min = 6, max = 40) List<@FloatRange(min = 0, max = 1) Float> any) {
    List<Float> scores = any.stream().map(score -> Math.round(score * 8) / 8f).toList();
    RankedScores ranked = ranked(scores);
    RankTally tally = new RankTally();
    for (int rank = 0; rank < ranked.size(); rank++) {
      tally.add(ranked.score(rank), ranked.isPositive(rank), 1);
    }
    double inOrder = 0;
    int pairs = 0;
    for (int p = 2; p < scores.size(); p += 3) {
      for (int q = 1; q < scores.size(); q += 3) {
        int order = Float.compare(scores.get(p), scores.get(q));
        inOrder += order > 0 ? 1 : order == 0 ? 0.5 : 0;
        pairs++;
      }
    }
    assertThat(tally.value(Measure.ROC_AUC).orThrow()).isCloseTo(inOrder / pairs, within(1e-12));
  }

  @Property(seed = "3", tries = 20)
  void minus_zero_ties_with_zero(@ForAll boolean minusFirst) {
    List<Float> scores = minusFirst ? List.of(1f, -0f, 0f) : List.of(1f, 0f, -0f);
    RankedScores ranked = ranked(scores);
    assertThat(ranked.row(0)).isEqualTo(1);
    assertThat(ranked.score(0)).isEqualTo(ranked.score(1));
  }
}
