package dev.assay.text.torch;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropoutMasksTest {

  @BeforeAll
  static void load() {
    Libtorch.prepareThread();
  }

  /** From next to nothing to more units than there are draws. */
  @ParameterizedTest
  @ValueSource(ints = {100_000, 1 << 21, (1 << 21) + 7, 5_000_003})
  void a_share_of_units_is_dropped_and_the_others_are_scaled_to_make_up_for_it(int units) {
    float[] dropped = dropped(units, 0.3, 1, 1);

    int zeros = 0;
    for (float unit : dropped) {
      assertThat(unit == 0 || Math.abs(unit - 1 / 0.7f) < 1e-6).isTrue();
      zeros += unit == 0 ? 1 : 0;
    }
    assertThat((double) zeros / units).isCloseTo(0.3, Offset.offset(0.01));
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 5_000_003})
  void the_seed_tells_which_units_are_dropped_and_each_call_drops_others(int units) {
    float[] first = dropped(units, 0.3, 1, 1);

    assertThat(dropped(units, 0.3, 1, 1)).isEqualTo(first);
    assertThat(dropped(units, 0.3, 1, 2)).isNotEqualTo(first);
    assertThat(dropped(units, 0.3, 2, 1)).isNotEqualTo(first);
  }

  /** What is left of ones after some call. */
  private static float[] dropped(int units, double rate, long seed, int calls) {
    try (DropoutMasks masks = new DropoutMasks(rate, seed)) {
      return NativeScope.call(
          () -> {
            Tensor ones = torch.ones(1, units);
            Tensor dropped = masks.drop(ones);
            for (int call = 1; call < calls; call++) {
              dropped = masks.drop(ones);
            }
            float[] values = new float[units];
            dropped.data_ptr_float().get(values);
            return values;
          });
    }
  }
}
