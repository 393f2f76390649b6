package dev.assay.core.model;

import dev.assay.core.example.Dataset;
import dev.assay.core.progress.Progress;

/** Trains each fold by itself on a copy of its rows: right for every trainer, quick for none. */
final class SelectedFolds implements FoldTrainer {

  private final Trainer trainer;
  private final Dataset examples;
  private final Settings settings;
  private final long seed;

  SelectedFolds(Trainer trainer, Dataset examples, Settings settings, long seed) {
    this.trainer = trainer;
    this.examples = examples;
    this.settings = settings.onOneThread();
    this.seed = seed;
  }

  @Override
  public FoldScores train(FoldRows rows) {
    TrainingData data =
        new TrainingData(
            examples.select(rows.train()),
            examples.select(rows.validation()),
            rows.validationFolds());
    Fitted fitted = trainer.train(data, settings, seed, Progress.SILENT);
    try (Model model = fitted.model()) {
      return new FoldScores(fitted.validationScores(), model.score(examples.select(rows.scored())));
    }
  }
}
