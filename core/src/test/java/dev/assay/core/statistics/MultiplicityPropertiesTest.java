package dev.assay.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MultiplicityPropertiesTest {

  @Property(seed = "5", tries = 300)
  void adjusting_never_lowers_a_p_value_and_holm_is_the_stricter(
      @ForAll @Size(max = 30) List<@DoubleRange(min = 0, max = 1) Double> pValues) {
    List<Double> holm = Multiplicity.holm(pValues);
    List<Double> falseDiscovery = Multiplicity.benjaminiHochberg(pValues);
    for (int i = 0; i < pValues.size(); i++) {
      assertThat(falseDiscovery.get(i)).isBetween(pValues.get(i), 1.0);
      assertThat(holm.get(i)).isBetween(falseDiscovery.get(i) - 1e-12, 1.0);
    }
  }

  @Property(seed = "6", tries = 300)
  void equal_p_values_stay_equal_and_the_order_is_kept(
      @ForAll @Size(min = 2, max = 12) List<@DoubleRange(min = 0, max = 1) Double> pValues,
      @ForAll @LongRange(min = 0, max = 1000) long seed) {
    List<Double> withTies = new ArrayList<>(pValues);
    withTies.addAll(pValues.subList(0, pValues.size() / 2));
    Collections.shuffle(withTies, new Random(seed));
    for (List<Double> adjusted :
        List.of(Multiplicity.holm(withTies), Multiplicity.benjaminiHochberg(withTies))) {
      for (int i = 0; i < withTies.size(); i++) {
        for (int j = 0; j < withTies.size(); j++) {
          if (withTies.get(i) <= withTies.get(j)) {
            assertThat(adjusted.get(i)).isLessThanOrEqualTo(adjusted.get(j));
          }
        }
      }
    }
  }

  @Property(seed = "7", tries = 300)
  void holm_never_calls_less_than_bonferroni(
      @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = 0, max = 0.05) Double> pValues) {
    List<Double> holm = Multiplicity.holm(pValues);
    for (int i = 0; i < pValues.size(); i++) {
      assertThat(holm.get(i)).isLessThanOrEqualTo(Math.min(1, pValues.size() * pValues.get(i)));
    }
  }

  @Test
  void nothing_asked_gives_nothing_and_what_is_no_probability_is_refused() {
    assertThat(Multiplicity.holm(List.of())).isEmpty();
    assertThat(Multiplicity.benjaminiHochberg(List.of())).isEmpty();
    assertThatThrownBy(() -> Multiplicity.holm(List.of(0.2, 1.2))).hasMessageContaining("1.2");
    assertThatThrownBy(() -> Multiplicity.holm(List.of(Double.NaN))).hasMessageContaining("NaN");
  }
}
