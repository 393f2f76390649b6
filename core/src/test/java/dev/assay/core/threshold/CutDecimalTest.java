package dev.assay.core.threshold;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class CutDecimalTest {

  @Property
  void it_decides_the_scores_around_the_cut_as_the_cut_does(
      @ForAll @DoubleRange(max = 1) double cut) {
    String decimal = CutDecimal.of(cut);

    double read = Double.parseDouble(decimal);
    float near = (float) cut;
    for (float score : new float[] {Math.nextDown(near), near, Math.nextUp(near)}) {
      assertThat(score >= read).as("%s at %s", score, decimal).isEqualTo(score >= cut);
    }
  }

  @Test
  void it_has_as_many_digits_as_a_float_and_never_an_exponent() {
    assertThat(CutDecimal.of(0)).isEqualTo("0");
    assertThat(CutDecimal.of(0.5)).isEqualTo("0.5");
    assertThat(CutDecimal.of(1)).isEqualTo("1");
    assertThat(CutDecimal.of(0.20000000670552254)).isEqualTo("0.20000001");
    assertThat(CutDecimal.of(0.00012345678)).hasSizeLessThan(15).startsWith("0.000123456");
  }
}
