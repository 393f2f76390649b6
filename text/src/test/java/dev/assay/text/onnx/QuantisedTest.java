package dev.assay.text.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.text.encoder.FloatTensor;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class QuantisedTest {

  @Property(seed = "20260501", tries = 200)
  void every_weight_is_within_half_a_step_of_its_row(
      @ForAll @Size(12) List<@FloatRange(min = -4, max = 4) Float> weights) {
    float[] numbers = new float[weights.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = weights.get(i);
    }
    for (int largest : new int[] {Quantised.FULL, Quantised.REDUCED}) {
      Quantised quantised = Quantised.of(FloatTensor.of(numbers, 3, 4), largest);

      for (int i = 0; i < numbers.length; i++) {
        float scale = quantised.scales().value(i / 4);
        int integer = quantised.integers().get(i);
        assertThat(Math.abs(integer)).isLessThanOrEqualTo(largest);
        assertThat(Math.abs(integer * scale - numbers[i])).isLessThanOrEqualTo(scale * 0.5001f);
      }
    }
  }

  @Test
  void each_row_has_a_scale_of_its_own_and_its_largest_weight_the_largest_integer() {
    Quantised quantised =
        Quantised.of(FloatTensor.of(new float[] {0.5f, -1, 100, 25}, 2, 2), Quantised.FULL);

    assertThat(quantised.scales().value(0)).isEqualTo(1f / 127);
    assertThat(quantised.scales().value(1)).isEqualTo(100f / 127);
    assertThat(bytes(quantised)).containsExactly(64, -127, 127, 32);
  }

  @Test
  void rows_of_zeros_and_of_next_to_nothing_become_zeros() {
    Quantised quantised =
        Quantised.of(
            FloatTensor.of(new float[] {0, 0, 0, 7 * Float.MIN_VALUE, Float.MIN_VALUE, 0}, 2, 3),
            Quantised.FULL);

    assertThat(quantised.scales().value(0)).isEqualTo(1);
    assertThat(quantised.scales().value(1)).isEqualTo(1);
    assertThat(bytes(quantised)).containsOnly(0);
  }

  @Test
  void columns_of_the_transposed_are_the_rows() {
    Quantised quantised =
        Quantised.of(FloatTensor.of(new float[] {1, 2, 127, 127, 3, 4}, 2, 3), Quantised.FULL);

    byte[] turned = new byte[6];
    quantised.transposed().get(turned);
    assertThat(turned).containsExactly(1, 127, 2, 3, 127, 4);
  }

  private static byte[] bytes(Quantised quantised) {
    byte[] bytes = new byte[quantised.integers().remaining()];
    quantised.integers().duplicate().get(bytes);
    return bytes;
  }
}
