package dev.assay.text.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.text.tokenise.Tokens;
import dev.assay.text.tokenise.TokensOf;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LengthBatchesTest {

  private static final Tokens TOKENS = TokensOf.random(6400, 100, 10, 1);

  private static int[] flat(List<int[]> batches) {
    return batches.stream().flatMapToInt(Arrays::stream).toArray();
  }

  @Property(seed = "1")
  void each_row_stands_in_one_batch_and_batches_are_full_but_for_one(
      @ForAll @IntRange(min = 0, max = 900) int rows,
      @ForAll @IntRange(min = 1, max = 40) int size,
      @ForAll long seed) {
    LengthBatches batches = new LengthBatches(TOKENS, size);
    int[] wanted = IntStream.range(0, rows).map(row -> 3 * row).toArray();

    List<int[]> made = batches.of(wanted, new Random(seed));

    assertThat(flat(made)).containsExactlyInAnyOrder(wanted);
    assertThat(made).hasSize(batches.count(rows));
    assertThat(made.stream().filter(batch -> batch.length != size).count()).isLessThanOrEqualTo(1);
    assertThat(made).allMatch(batch -> batch.length > 0 && batch.length <= size);
  }

  @Test
  void little_of_a_batch_is_padding() {
    int[] rows = IntStream.range(0, 6400).toArray();
    long padded = 0;
    for (int[] batch : new LengthBatches(TOKENS, 32).of(rows, new Random(1))) {
      int longest = Arrays.stream(batch).map(TOKENS::length).max().orElseThrow();
      padded += (long) batch.length * longest;
    }

    // Shuffled texts of one to a hundred tokens would take nearly twice their tokens.
    assertThat((double) padded / TOKENS.total()).isLessThan(1.05);
  }

  @Test
  void another_epoch_and_another_seed_have_other_batches_and_the_same_seed_the_same() {
    LengthBatches batches = new LengthBatches(TOKENS, 8);
    int[] rows = IntStream.range(0, 200).toArray();
    Random random = new Random(1);
    int[] first = flat(batches.of(rows, random));

    assertThat(flat(batches.of(rows, random))).isNotEqualTo(first);
    assertThat(flat(batches.of(rows, new Random(2)))).isNotEqualTo(first);
    assertThat(flat(batches.of(rows, new Random(1)))).isEqualTo(first);
  }

  @Test
  void batches_of_short_texts_do_not_come_first() {
    List<int[]> batches =
        new LengthBatches(TOKENS, 32).of(IntStream.range(0, 3200).toArray(), new Random(1));
    int[] lengths = batches.stream().mapToInt(batch -> TOKENS.length(batch[0])).toArray();
    int[] sorted = lengths.clone();
    Arrays.sort(sorted);

    assertThat(lengths).isNotEqualTo(sorted);
    assertThat(IntStream.range(1, 100).filter(i -> lengths[i] > lengths[i - 1]).count())
        .isBetween(30L, 70L);
  }
}
