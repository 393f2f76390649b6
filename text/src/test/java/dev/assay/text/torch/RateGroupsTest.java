package dev.assay.text.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.text.encoder.Architecture;
import dev.assay.text.encoder.EncoderWeights;
import java.util.List;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RateGroupsTest {

  private static final Architecture SHAPE =
      new Architecture(60, 48, 0, 2, 16, 3, 4, 24, 1e-12, 0, 0);

  private static RateGroups groups(double layerDecay, int frozenLayers, boolean embeddings) {
    return new RateGroups(
        SHAPE, new Optimisation(7, layerDecay, 0.01, 0, 0, 0, frozenLayers, embeddings, 1));
  }

  @Test
  void each_layer_learns_slower_than_the_one_above_and_the_embeddings_slowest() {
    RateGroups groups = groups(0.5, 0, false);

    assertThat(
            List.of(
                groups.multiplier("encoder.layer.2.output.dense.weight"),
                groups.multiplier("encoder.layer.1.attention.self.query.bias"),
                groups.multiplier("encoder.layer.0.output.LayerNorm.weight"),
                groups.multiplier("embeddings.position_embeddings.weight"),
                groups.multiplier(Parameters.WORDS)))
        .containsExactly(1.0, 0.5, 0.25, 0.125, 0.125);
  }

  @Test
  void the_head_learns_by_its_own_multiplier() {
    assertThat(groups(0.5, 0, false).multiplier("head.0.weight")).isEqualTo(7);
    assertThat(groups(1, 0, false).multiplier("encoder.layer.0.output.dense.weight"))
        .isCloseTo(1, Offset.offset(1e-15));
  }

  @Test
  void matrices_decay_and_neither_biases_nor_norms() {
    RateGroups groups = groups(1, 0, false);

    assertThat(List.of("head.0.weight", Parameters.WORDS, "encoder.layer.0.output.dense.weight"))
        .allMatch(groups::decays);
    assertThat(
            List.of(
                "head.0.bias", "embeddings.LayerNorm.weight", "encoder.layer.0.output.dense.bias"))
        .noneMatch(groups::decays);
  }

  @Test
  void layers_are_frozen_from_the_embeddings_up_and_the_head_never() {
    Set<String> names = EncoderWeights.shapes(SHAPE).keySet();

    assertThat(groups(1, 0, false).frozen(names)).isEmpty();
    assertThat(groups(1, 0, true).frozen(names))
        .hasSize(5)
        .allMatch(name -> name.startsWith("embeddings."));
    assertThat(groups(1, 2, false).frozen(names))
        .hasSize(5 + 2 * 16)
        .contains(Parameters.WORDS, "encoder.layer.1.output.dense.weight")
        .noneMatch(name -> name.startsWith("encoder.layer.2."));
    assertThat(groups(1, 99, true).frozen(List.of("head.0.weight", "head.attention"))).isEmpty();
  }
}
