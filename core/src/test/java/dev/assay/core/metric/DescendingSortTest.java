package dev.assay.core.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class DescendingSortTest {

  @Property(tries = 200)
  void any_numbers_come_from_high_to_low_and_equal_ones_stay_in_their_order(
      @ForAll @Size(max = 300) List<Float> some) {
    List<Float> numbers =
        IntStream.range(0, 2 * some.size()).mapToObj(i -> some.get(i % some.size())).toList();
    List<Integer> expected =
        IntStream.range(0, numbers.size())
            .boxed()
            .sorted(Comparator.comparing(i -> numbers.get(i) + 0f, Collections.reverseOrder()))
            .toList();

    long[] keys =
        IntStream.range(0, numbers.size())
            .mapToLong(i -> DescendingSort.key(numbers.get(i)) | i)
            .toArray();
    long[] sorted = DescendingSort.sort(keys, keys.length);

    assertThat(Arrays.stream(sorted).mapToObj(key -> (int) key)).isEqualTo(expected);
  }
}
