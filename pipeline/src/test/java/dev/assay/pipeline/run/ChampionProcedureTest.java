package dev.assay.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChampionProcedureTest {

  @Test
  void weights_of_labels_that_are_no_more_are_left_out_those_of_members_too() {
    Map<String, Object> alone =
        Map.of("epochs", 2, "positive_weights", Map.of("rain", 2.0, "fog", 4.0));
    Map<String, Object> average =
        Map.of("members", List.of(alone, Map.of("with", "tfidf-logistic", "fog", 1)));

    assertThat(ChampionProcedure.withoutWeights(average, Set.of("fog")))
        .isEqualTo(
            Map.of(
                "members",
                List.of(
                    Map.of("epochs", 2, "positive_weights", Map.of("rain", 2.0)),
                    Map.of("with", "tfidf-logistic", "fog", 1))));
    assertThat(ChampionProcedure.withoutWeights(average, Set.of())).isEqualTo(average);
  }
}
