package dev.assay.trees.prior;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.example.Dataset;
import dev.assay.core.label.Labels;
import dev.assay.core.model.Trainer;
import dev.assay.core.prediction.Scores;
import dev.assay.trees.Simulated;
import dev.assay.trees.TrainerContract;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PriorTrainerTest extends TrainerContract {

  @Override
  protected Trainer trainer() {
    return new PriorTrainer();
  }

  @Override
  protected Map<String, ?> quick() {
    return Map.of();
  }

  @Test
  void everybody_scores_the_rate_of_the_known_training_rows() {
    Dataset four = new Simulated(4, 1).multilabel();
    byte[][] states = {
      {Labels.POSITIVE, Labels.NEGATIVE, Labels.NEGATIVE, Labels.NEGATIVE},
      {Labels.POSITIVE, Labels.NEGATIVE, Labels.UNKNOWN, Labels.UNKNOWN}
    };
    Dataset train = four.withLabels(Labels.ofColumns(four.schema(), states));
    Scores scores = train(train, new Simulated(3, 2).multilabel()).validationScores();
    assertThat(scores.column(0)).containsExactly(0.25f, 0.25f, 0.25f);
    assertThat(scores.column(1)).containsExactly(0.5f, 0.5f, 0.5f);
  }
}
