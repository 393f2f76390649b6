package dev.assay.data.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CompositeIdTest {

  @Test
  void parts_are_joined_by_a_slash() {
    assertThat(CompositeId.join(List.of("DE", "2026-04-17"))).isEqualTo("DE/2026-04-17");
  }

  @Property(seed = "7")
  void parts_are_told_again_whatever_stands_in_them(
      @ForAll @Size(min = 1, max = 4)
          List<@StringLength(max = 6) @CharRange(from = '%', to = 'F') String> parts) {
    assertThat(CompositeId.split(CompositeId.join(parts), parts.size())).isEqualTo(parts);
  }
}
