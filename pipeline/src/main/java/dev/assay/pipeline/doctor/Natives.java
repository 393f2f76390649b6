package dev.assay.pipeline.doctor;

import dev.assay.core.example.Attributes;
import dev.assay.core.example.Dataset;
import dev.assay.core.example.NumericColumn;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.model.Model;
import dev.assay.core.model.Settings;
import dev.assay.core.model.Trainer;
import dev.assay.core.model.Trainers;
import dev.assay.core.model.TrainingData;
import dev.assay.core.prediction.Folds;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.prediction.Scores;
import dev.assay.core.problem.Problems;
import dev.assay.core.progress.Progress;
import dev.assay.data.predictions.PredictionColumns;
import dev.assay.data.predictions.PredictionsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The native libraries, each tried on a task of four rows. */
final class Natives {

  private static final String DUCKDB = "duckdb";
  private static final String XGBOOST = "xgboost";
  private static final String MEND =
      "Its native library may lack a build for this system, or a folder to unpack to: see"
          + " -Djava.io.tmpdir.";

  private Natives() {}

  static Finding duckDb() {
    try {
      Path folder = Files.createTempDirectory("assay-doctor");
      Path file = folder.resolve("predictions.parquet");
      try {
        PredictionsFile.write(
            file,
            new Predictions(
                rows().attributes(),
                rows().labels(),
                Scores.takeOver(new float[][] {{0.9f, 0.1f, 0.8f, 0.2f}})));
        int read = PredictionsFile.read(file, PredictionColumns.DERIVED).size();
        return Finding.fine(DUCKDB, "wrote and read " + read + " rows");
      } finally {
        Files.deleteIfExists(file);
        Files.delete(folder);
      }
    } catch (IOException | RuntimeException | LinkageError e) {
      return Finding.broken(DUCKDB, String.valueOf(e.getMessage()), MEND);
    }
  }

  static Finding xgboost() {
    Trainer trainer = Trainers.byName().get(XGBOOST);
    if (trainer == null) {
      return Finding.broken(XGBOOST, "is not on the class path", "Install Assay anew.");
    }
    Dataset rows = rows();
    Settings settings =
        Settings.resolve(
            trainer.settings(),
            Map.of("rounds", 1L, "early_stopping", 0L, "threads", 1L),
            XGBOOST,
            new Problems());
    TrainingData data = new TrainingData(rows, rows.select(new int[0]), Folds.single(0));
    try (Model model = trainer.train(data, settings, 1, Progress.SILENT).model()) {
      return Finding.fine(XGBOOST, "trained and scored " + model.score(rows).size() + " rows");
    } catch (RuntimeException | LinkageError e) {
      return Finding.broken(XGBOOST, String.valueOf(e.getMessage()), MEND);
    }
  }

  private static Dataset rows() {
    return new Dataset(
        Attributes.of(List.of("a", "b", "c", "d")).build(),
        Labels.ofColumns(LabelSchema.binary("works"), new byte[][] {{1, 0, 1, 0}}),
        Map.of("number", NumericColumn.of(new float[] {1, 0, 1, 0})));
  }
}
