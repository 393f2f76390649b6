package dev.assay.text.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.LongBuffer;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TextBatchTest {

  @Property(seed = "20260502", tries = 200)
  void every_text_is_in_one_batch_and_no_batch_is_too_large(
      @ForAll @Size(max = 120) List<@IntRange(min = 1, max = 6000) Integer> lengths) {
    long[][] texts = lengths.stream().map(long[]::new).toArray(long[][]::new);

    List<TextBatch> batches = TextBatch.of(texts, TextBatch.MOST_ROWS);

    assertThat(batches.stream().flatMap(batch -> batch.rows().stream()))
        .hasSize(texts.length)
        .doesNotHaveDuplicates();
    for (TextBatch batch : batches) {
      int longest = batch.rows().stream().mapToInt(row -> texts[row].length).max().orElseThrow();
      assertThat(batch.tokens()).isEqualTo(longest);
      assertThat(batch.rows().size()).isLessThanOrEqualTo(TextBatch.MOST_ROWS);
      assertThat(
              batch.rows().size() == 1
                  || batch.rows().size() * batch.tokens() <= TextBatch.MOST_TOKENS)
          .isTrue();
    }
  }

  @Test
  void shorter_texts_are_padded_with_zeros_that_the_mask_leaves_out() {
    long[][] texts = {{7, 8, 9}, {5, 6}};

    TextBatch batch = TextBatch.of(texts, 2).getFirst();

    assertThat(batch.rows()).containsExactly(1, 0);
    assertThat(batch.shape()).containsExactly(2, 3);
    assertThat(all(batch.ids(texts))).containsExactly(5, 6, 0, 7, 8, 9);
    assertThat(all(batch.mask(texts))).containsExactly(1, 1, 0, 1, 1, 1);
  }

  private static long[] all(LongBuffer buffer) {
    long[] all = new long[buffer.remaining()];
    buffer.get(all);
    return all;
  }
}
