package dev.assay.core.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HashSet64Test {

  @Property(tries = 200, seed = "42")
  void holds_what_was_put_in_and_nothing_else(@ForAll long[] hashes, @ForAll long[] others) {
    HashSet64 set = HashSet64.of(hashes);
    Set<Long> oracle = LongStream.of(hashes).boxed().collect(Collectors.toSet());

    assertThat(set.size()).isEqualTo(oracle.size());
    for (long hash : hashes) {
      assertThat(set.contains(hash)).isTrue();
    }
    for (long other : others) {
      assertThat(set.contains(other)).isEqualTo(oracle.contains(other));
    }
  }

  @Property(tries = 200, seed = "42")
  void comes_back_from_its_bytes(@ForAll long[] hashes) {
    HashSet64 set = HashSet64.of(hashes);

    assertThat(HashSet64.ofBytes(set.toBytes())).isEqualTo(set);
    assertThat(set.toBytes()).hasSize(8 * set.size());
  }

  @Test
  void order_and_repetition_make_no_difference() {
    assertThat(HashSet64.of(3, -1, 3)).isEqualTo(HashSet64.of(-1, 3));
    assertThat(HashSet64.of(3, -1, 3).hash()).isEqualTo(HashSet64.of(-1, 3).hash());
    assertThat(HashSet64.of(3).hash()).isNotEqualTo(HashSet64.of(4).hash());
  }

  @Test
  void without_another_set_those_of_both_are_gone() {
    assertThat(HashSet64.of(-1, 3, 5).without(HashSet64.of(3, 4))).isEqualTo(HashSet64.of(-1, 5));
  }

  @Test
  void bytes_that_are_no_set_are_refused() {
    byte[] descending = new byte[16];
    descending[7] = 2;
    descending[15] = 1;

    assertThatThrownBy(() -> HashSet64.ofBytes(new byte[7]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> HashSet64.ofBytes(descending))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("position 1");
  }
}
