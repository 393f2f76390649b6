package dev.assay.data.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TextCheckTest {

  @Property(seed = "8")
  void characters_that_straddle_blocks_are_valid(@ForAll @IntRange(min = 1, max = 7) int block) {
    assertThat(check("aé☃😀\nü".getBytes(StandardCharsets.UTF_8), block).invalidByte()).isEmpty();
  }

  @Property(seed = "8")
  void the_first_invalid_byte_is_located(@ForAll @IntRange(min = 1, max = 7) int block) {
    byte[] bytes = "é\nab\u00ffc".getBytes(StandardCharsets.UTF_8);
    bytes[5] = (byte) 0xff;
    TextCheck text = check(bytes, block);
    assertThat(text.invalidByte()).isEqualTo(OptionalLong.of(5));
    assertThat(text.line()).isEqualTo(2);
  }

  @Test
  void a_character_cut_off_at_the_end_is_invalid() {
    byte[] bytes = "ab☃".getBytes(StandardCharsets.UTF_8);
    assertThat(check(Arrays.copyOf(bytes, 4), 100).invalidByte()).isEqualTo(OptionalLong.of(2));
  }

  private static TextCheck check(byte[] bytes, int block) {
    TextCheck text = new TextCheck();
    for (int from = 0; from < bytes.length; from += block) {
      byte[] part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + block));
      text.feed(part, part.length);
    }
    return text;
  }
}
